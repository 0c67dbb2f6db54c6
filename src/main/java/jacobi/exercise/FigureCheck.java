package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.exercise.answer.Plain;
import jacobi.exercise.answer.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure holds the expected number of lines, they pass through given points, and the axes have given limits.
 *
 * @param xlim two numbers, or null where any limits will do
 * @param ylim two numbers, or null where any limits will do
 */
record FigureCheck(int series, List<Point> points, double[] xlim, double[] ylim, double tolerance) implements OneValue {

    /** A place a line must pass through: {@code series} counts from 1, {@code x} must be among its x values. */
    record Point(int series, double x, double y) {}

    @Override
    public String wanted() {
        return say("exercise.figureCheck.figure");
    }

    @Override
    public List<Outcome> judge(Reply.Given given) {
        Plain got = given.value();
        if (!(got instanceof Plain.Drawing figure)) {
            return List.of(Outcome.fail(
                    "", wanted(), CardText.value(got), say("exercise.figureCheck.hand-what-answers"), Mistake.KIND));
        }
        int found = figure.curves().size();
        if (found != series) {
            return List.of(Outcome.fail(
                    "",
                    say("exercise.figureCheck.curves", "n", series),
                    say("exercise.figureCheck.curves", "n", found),
                    say("exercise.figureCheck.number-lines-differs"),
                    Mistake.SHAPE));
        }
        List<Outcome> outcomes = new ArrayList<>();
        points.forEach(point -> outcomes.add(at(point, figure.curves().get(point.series() - 1))));
        limits("xlim", xlim, figure.xlim(), outcomes);
        limits("ylim", ylim, figure.ylim(), outcomes);
        return outcomes;
    }

    private void limits(String name, double[] wanted, double[] found, List<Outcome> outcomes) {
        if (wanted == null) {
            return;
        }
        boolean right = found != null
                && Math.abs(found[0] - wanted[0]) <= tolerance
                && Math.abs(found[1] - wanted[1]) <= tolerance;
        String words = "[" + CardText.number(wanted[0]) + ", " + CardText.number(wanted[1]) + "]";
        outcomes.add(
                right
                        ? Outcome.pass(name, words)
                        : Outcome.fail(
                                name, words, "", say("exercise.figureCheck.figure-other-limits"), Mistake.VALUE));
    }

    private Outcome at(Point point, Plain.Curve line) {
        String given = say("exercise.figureCheck.line-at", "series", point.series(), "x", CardText.number(point.x()));
        for (int i = 0; i < line.x().length; i++) {
            if (Math.abs(line.x()[i] - point.x()) <= tolerance) {
                double y = line.y()[i];
                return Math.abs(y - point.y()) <= tolerance * Math.max(1, Math.abs(point.y()))
                        ? Outcome.pass(given, "y = " + CardText.number(point.y()))
                        : Outcome.fail(
                                given,
                                "",
                                "y = " + CardText.number(y),
                                say("exercise.figureCheck.line-should-pass-elsewhere"),
                                Mistake.VALUE);
            }
        }
        return Outcome.fail(given, "", "", say("exercise.figureCheck.line-no-point-there"), Mistake.SHAPE);
    }
}
