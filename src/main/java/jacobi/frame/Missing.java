package jacobi.frame;

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
            throw new IllegalArgumentException("fillna: column '" + column + "' holds text, and "
                    + NumberText.python(value) + " is a number; fill it with a text, or use getDummies");
        }
        return fill(values, value);
    }
}
