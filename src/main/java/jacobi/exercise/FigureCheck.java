package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.plot.Figure;
import jacobi.plot.axis.Span;
import jacobi.plot.mark.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure holds the expected number of lines, they pass through given points, and the axes have given limits.
 *
 * @param xlim two numbers, or null where any limits will do
 * @param ylim two numbers, or null where any limits will do
 */
record FigureCheck(int series, List<Point> points, double[] xlim, double[] ylim, double tolerance) implements Check {

    /** A place a line must pass through: {@code series} counts from 1, {@code x} must be among its x values. */
    record Point(int series, double x, double y) {}

    @Override
    public List<Outcome> run(Answer answer, Workshop workshop) throws NotAttempted {
        Object got = answer.finished();
        if (!(got instanceof Figure figure)) {
            return List.of(Outcome.fail(
                    "",
                    say("exercise.figureCheck.figure"),
                    CardText.value(got),
                    say("exercise.figureCheck.hand-what-answers")));
        }
        List<Line> lines = figure.axes().lines();
        if (lines.size() != series) {
            return List.of(Outcome.fail(
                    "", series + " lines", lines.size() + " lines", say("exercise.figureCheck.number-lines-differs")));
        }
        List<Outcome> outcomes = new ArrayList<>();
        points.forEach(point -> outcomes.add(at(point, lines.get(point.series() - 1))));
        limits("xlim", xlim, figure.axes().xLimits(), outcomes);
        limits("ylim", ylim, figure.axes().yLimits(), outcomes);
        return outcomes;
    }

    private void limits(String name, double[] wanted, Optional<Span> found, List<Outcome> outcomes) {
        if (wanted == null) {
            return;
        }
        boolean right = found.filter(span ->
                        Math.abs(span.lo() - wanted[0]) <= tolerance && Math.abs(span.hi() - wanted[1]) <= tolerance)
                .isPresent();
        outcomes.add(
                right
                        ? Outcome.pass(name, CardText.value(wanted))
                        : Outcome.fail(
                                name, CardText.value(wanted), "", say("exercise.figureCheck.figure-other-limits")));
    }

    private Outcome at(Point point, Line line) {
        String given = say("exercise.figureCheck.line-at", "series", point.series(), "x", CardText.number(point.x()));
        String wanted = "y = " + CardText.number(point.y());
        double[] x = line.xdata();
        for (int i = 0; i < x.length; i++) {
            if (Math.abs(x[i] - point.x()) <= tolerance) {
                double y = line.ydata()[i];
                return Math.abs(y - point.y()) <= tolerance * Math.max(1, Math.abs(point.y()))
                        ? Outcome.pass(given, wanted)
                        : Outcome.fail(
                                given,
                                "",
                                "y = " + CardText.number(y),
                                say("exercise.figureCheck.line-should-pass-elsewhere"));
            }
        }
        return Outcome.fail(given, "", "", say("exercise.figureCheck.line-no-point-there"));
    }
}
