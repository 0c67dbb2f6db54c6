package jacobi.plot;

import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Bars;
import jacobi.plot.mark.ErrorBars;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Mark;
import java.util.ArrayList;
import java.util.List;

/** Bars that stand or lie: where each begins and ends, and how uncertain that is. */
final class BarChart {
    private final String word;
    private final boolean upright;
    private final double[] at;
    private final double[] from;
    private final double[] to;
    private final double[] base;
    private final double[] ends;

    /**
     * @param word what drew them, as {@code bar}
     * @param feet where they begin; zero if null
     * @param align {@code "center"} if places are their middles, {@code "edge"} if they are their left edges
     */
    BarChart(
            String word,
            boolean upright,
            AxisState axis,
            Object places,
            Object lengths,
            Object widths,
            Object feet,
            String align) {
        this.word = word;
        this.upright = upright;
        ends = Statistics.nonEmpty(List.of(GivenNumbers.vector(lengths, "height")), "height")
                .get(0);
        at = Coordinates.of(axis, places, upright ? "x" : "y");
        Drawing.sameLength(word, upright ? "x" : "y", at, "height", ends);
        double[] wide = Drawing.level(word, widths, upright ? "width" : "height", at);
        base = feet == null ? new double[at.length] : Drawing.level(word, feet, upright ? "bottom" : "left", at);
        boolean middle = ImageWords.oneOf("align", align, "center", "edge").equals("center");
        from = at.clone();
        to = at.clone();
        for (int i = 0; i < at.length; i++) {
            from[i] -= middle ? wide[i] / 2 : 0;
            to[i] = from[i] + wide[i];
            ends[i] += base[i];
        }
    }

    double[] places() {
        return at;
    }

    /**
     * The bars over their error bars.
     *
     * @param colors one for each in turn; the look's if there are fewer than two
     * @param errors how uncertain the ends are, or null
     */
    List<Mark> marks(List<String> colors, Look look, Object errors, double capsize) {
        Bars bars = new Bars(from, to, base, ends, upright, look);
        List<Mark> marks = new ArrayList<>();
        if (errors != null) {
            double[][] reach = ErrorReach.of(word, errors, "height", ends, upright ? "yerr" : "xerr");
            marks.add(new ErrorBars(bars.middles(), reach[0], reach[1], upright, capsize, new Look("#000000")));
        }
        marks.add(colors.size() > 1 ? bars.in(colors) : bars);
        return marks;
    }
}
