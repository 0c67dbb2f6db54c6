package jacobi.exercise;

import jacobi.plot.Figure;
import jacobi.plot.mark.Line;
import java.util.ArrayList;
import java.util.List;

/** A figure holds the expected number of lines, and they pass through given points. */
record FigureCheck(int series, List<Point> points, double tolerance) implements Check {

    /** A place a line must pass through: {@code series} counts from 1, {@code x} must be among its x values. */
    record Point(int series, double x, double y) {}

    @Override
    public List<Outcome> run(Answer answer, Workshop workshop) throws NotAttempted {
        Object got = answer instanceof Answer.Value value ? value.value() : null;
        if (got == null) {
            throw new NotAttempted();
        }
        if (!(got instanceof Figure figure)) {
            return List.of(Outcome.fail("", "a figure", Words.value(got), "hand in what plot(...) answers with"));
        }
        List<Line> lines = figure.axes().lines();
        if (lines.size() != series) {
            return List.of(Outcome.fail("", series + " lines", lines.size() + " lines", "the number of lines differs"));
        }
        List<Outcome> outcomes = new ArrayList<>();
        points.forEach(point -> outcomes.add(at(point, lines.get(point.series() - 1))));
        return outcomes;
    }

    private Outcome at(Point point, Line line) {
        String given = "line " + point.series() + " at x = " + Words.number(point.x());
        String wanted = "y = " + Words.number(point.y());
        double[] x = line.xdata();
        for (int i = 0; i < x.length; i++) {
            if (Math.abs(x[i] - point.x()) <= tolerance) {
                double y = line.ydata()[i];
                return Math.abs(y - point.y()) <= tolerance * Math.max(1, Math.abs(point.y()))
                        ? Outcome.pass(given, wanted)
                        : Outcome.fail(given, "", "y = " + Words.number(y), "the line should pass elsewhere");
            }
        }
        return Outcome.fail(given, "", "", "the line has no point there");
    }
}
