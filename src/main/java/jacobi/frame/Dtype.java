package jacobi.frame;

import static jacobi.language.Say.say;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dflib.BooleanSeries;
import org.dflib.DoubleSeries;
import org.dflib.IntSeries;
import org.dflib.LongSeries;
import org.dflib.Series;

/**
 * pandas' name for the kind of values a column holds, read off the DFLib series that holds them.
 *
 * <p>DFLib has no bytes: its 32-bit columns are made by {@code getDummies} alone and are pandas' {@code uint8}.
 */
enum Dtype {
    INT64,
    FLOAT64,
    BOOL,
    UINT8,
    OBJECT;

    static Dtype of(Series<?> values) {
        if (values instanceof LongSeries) {
            return INT64;
        } else if (values instanceof DoubleSeries) {
            return FLOAT64;
        } else if (values instanceof BooleanSeries) {
            return BOOL;
        }
        return values instanceof IntSeries ? UINT8 : OBJECT;
    }

    static Dtype named(String name) {
        return switch (name) {
            case "int64", "int" -> INT64;
            case "float64", "float" -> FLOAT64;
            case "bool" -> BOOL;
            case "uint8" -> UINT8;
            case "object", "str", "string" -> OBJECT;
            default ->
                throw new IllegalArgumentException(say(
                        "frame.dtype.no-dtype-dtypes",
                        "name",
                        name,
                        "map",
                        Arrays.stream(values()).map(Dtype::toString).collect(Collectors.joining(", "))));
        };
    }

    /** Whether describe and the means take the column by themselves. */
    boolean isNumber() {
        return this == INT64 || this == FLOAT64 || this == UINT8;
    }

    /** Whether arithmetic works on the column: booleans count as 0 and 1. */
    boolean isNumeric() {
        return this != OBJECT;
    }

    /** Bytes a value takes by pandas' reckoning; text is counted as references. */
    int bytes() {
        return this == BOOL || this == UINT8 ? 1 : 8;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
