package jacobi.frame;

import static jacobi.language.Say.say;

import org.dflib.BooleanSeries;
import org.dflib.DoubleSeries;
import org.dflib.Series;

/** Filling missing values. */
final class Missing {
    private Missing() {}

    /** The column with missing values replaced; the same column when none is missing. */
    static Series<?> fill(Series<?> values, Object value) {
        if (values instanceof DoubleSeries d && value instanceof Number number) {
            double[] filled = new double[values.size()];
            for (int i = 0; i < filled.length; i++) {
                filled[i] = Double.isNaN(d.getDouble(i)) ? number.doubleValue() : d.getDouble(i);
            }
            return Series.ofDouble(filled);
        } else if (Reduction.present(values) == values.size() || values instanceof BooleanSeries) {
            return values;
        }
        Object[] filled = new Object[values.size()];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = Columns.isMissing(values, i) ? value : values.get(i);
        }
        return Series.of(filled);
    }

    /** As {@link #fill}, for a number computed from numbers: a text column is an error that names it. */
    static Series<?> fillNumber(Series<?> values, String column, Object value) {
        if (Dtype.of(values) == Dtype.OBJECT && value instanceof Number && !Columns.isMissing(value)) {
            throw new IllegalArgumentException(say(
                    "frame.missing.column-holds-text-number", "column", column, "python", NumberText.python(value)));
        }
        return fill(values, value);
    }
}
