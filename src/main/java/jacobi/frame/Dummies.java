package jacobi.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Text columns as columns of 0 and 1, one for each value, after the columns of numbers.
 *
 * <p>They are {@code uint8} as in pandas 1, so that they print as 0 and 1; pandas 2 makes them {@code bool}.
 */
final class Dummies {
    private Dummies() {}

    static DataFrame of(DataFrame frame, boolean dummyNa) {
        List<String> names = new ArrayList<>();
        List<org.dflib.Series<?>> columns = new ArrayList<>();
        for (Series column : frame.columnList()) {
            if (Dtype.of(column.values()) != Dtype.OBJECT) {
                names.add(column.name());
                columns.add(column.values());
            }
        }
        for (Series column : frame.columnList()) {
            if (Dtype.of(column.values()) == Dtype.OBJECT) {
                List<Object> values = new ArrayList<>(column.unique().stream()
                        .filter(v -> !Columns.isMissing(v))
                        .sorted(Columns::compare)
                        .toList());
                if (dummyNa) {
                    values.add(null);
                }
                for (Object value : values) {
                    names.add(column.name() + "_" + (value == null ? "nan" : NumberText.python(value)));
                    columns.add(org.dflib.Series.ofInt(column.toList().stream()
                            .mapToInt(v -> Objects.equals(v, value) ? 1 : 0)
                            .toArray()));
                }
            }
        }
        return DataFrame.of(names, columns, frame.index());
    }
}
