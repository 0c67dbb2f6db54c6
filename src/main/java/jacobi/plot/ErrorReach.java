package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.data.GivenNumbers;

/** Where error bars begin and end. */
final class ErrorReach {
    private ErrorReach() {}

    /** The lower and the upper ends of error bars: one error for all, one for each, or two rows, down and up. */
    static double[][] of(String word, Object errors, String valued, double[] values, String name) {
        double[] low = values.clone();
        double[] high = values.clone();
        double[][] rows = GivenNumbers.depth(errors, name) == 2
                ? GivenNumbers.matrix(errors, name)
                : new double[][] {GivenNumbers.vector(errors, name)};
        if (rows.length > 2) {
            throw new IllegalArgumentException(say("plot.errors.rows", "name", name, "found", rows.length));
        }
        for (double[] row : rows) {
            if (row.length != 1) {
                Drawing.sameLength(word, valued, values, name, row);
            }
        }
        for (int i = 0; i < values.length; i++) {
            double[] down = rows[0];
            double[] up = rows[rows.length - 1];
            low[i] -= down[down.length == 1 ? 0 : i];
            high[i] += up[up.length == 1 ? 0 : i];
        }
        return new double[][] {low, high};
    }
}
