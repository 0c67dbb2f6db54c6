package jacobi.plot.style;

import static jacobi.language.Say.say;

import jacobi.plot.svg.Decimals;

/** How a line is broken into strokes. The lengths are in units of the line's width. */
public enum Dash {
    SOLID("-", "solid"),
    DASHED("--", "dashed", 3.7, 1.6),
    DASHDOT("-.", "dashdot", 6.4, 1.6, 1, 1.6),
    DOTTED(":", "dotted", 1, 1.65),
    LONG_DASHED("long dashed", "long dashed", 8, 2),
    DASHDOTDOT("dashdotdot", "dashdotdot", 6.4, 1.6, 1, 1.6, 1, 1.6),
    LOOSELY_DASHED("loosely dashed", "loosely dashed", 3.7, 4),
    DASHDASHDOT("dashdashdot", "dashdashdot", 3.7, 1.6, 3.7, 1.6, 1, 1.6),
    NONE("", "none");

    private final String sign;
    private final String word;
    private final double[] lengths;

    Dash(String sign, String word, double... lengths) {
        this.sign = sign;
        this.word = word;
        this.lengths = lengths;
    }

    /** The dash named by matplotlib's sign or word, {@code "--"} or {@code "dashed"}, or a word of four more styles. */
    public static Dash named(String name) {
        for (Dash dash : values()) {
            if (dash.sign.equals(name) || dash.word.equals(name)) {
                return dash;
            }
        }
        throw new IllegalArgumentException(say("plot.line.style", "found", (name == null ? "null" : '"' + name + '"')));
    }

    /** The lengths of strokes and gaps in turn, for a line of that width in points; none for a solid line. */
    public float[] lengths(double width) {
        float[] points = new float[lengths.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (lengths[i] * width);
        }
        return points;
    }

    /** The value of {@code stroke-dasharray} for a line of that width in points; empty for a solid line. */
    public String array(double width) {
        StringBuilder array = new StringBuilder();
        for (double length : lengths) {
            array.append(array.length() == 0 ? "" : " ").append(Decimals.of(length * width));
        }
        return array.toString();
    }
}
