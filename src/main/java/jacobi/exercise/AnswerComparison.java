package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import java.util.Optional;

/** Compares what an exercise expects with what an answer gave, and says where they differ first. */
final class AnswerComparison {
    private final double tolerance;

    /**
     * Where two values part.
     *
     * @param place what differs first, without saying what it should be
     * @param words the same with both values
     */
    record Difference(String place, String words) {
        private static Optional<Difference> of(String place, String words) {
            return Optional.of(new Difference(place, words));
        }
    }

    /** @param tolerance allowed difference of two numbers, relative to the expected one where that is larger than 1 */
    AnswerComparison(double tolerance) {
        this.tolerance = tolerance;
    }

    /** The first difference in words, or an empty value where there is none. */
    Optional<Difference> difference(Object expected, Object got) {
        if (expected instanceof String text) {
            return text.equals(String.valueOf(got))
                    ? Optional.empty()
                    : Difference.of(say("exercise.comparison.another-text"), say("exercise.comparison.another-text"));
        }
        if (expected instanceof Boolean truth) {
            return truth(truth, got);
        }
        NumberGrid wanted = NumberGrid.of(expected).orElseThrow();
        Optional<NumberGrid> found = NumberGrid.of(got);
        if (found.isEmpty()) {
            return wrongKind(got, say("exercise.comparison.numbers-expected"));
        }
        NumberGrid grid = found.get();
        boolean single = wanted.values().length == 1 && grid.values().length == 1;
        if (!single && !wanted.shape().equals(grid.shape())) {
            String words =
                    say("exercise.comparison.shape-expected", "gridShape", grid.shape(), "wantedShape", wanted.shape());
            return Difference.of(words, words);
        }
        for (int i = 0; i < wanted.values().length; i++) {
            if (!near(wanted.values()[i], grid.values()[i])) {
                String place = wanted.index(i).toString();
                String element = CardText.number(grid.values()[i]);
                String number = CardText.number(wanted.values()[i]);
                return single
                        ? Difference.of(
                                say("exercise.comparison.not-number"),
                                say("exercise.comparison.expected-got", "expected", number, "found", element))
                        : Difference.of(
                                say("exercise.comparison.first-wrong", "place", place, "element", element),
                                say(
                                        "exercise.comparison.expected-got-at",
                                        "place",
                                        place,
                                        "expected",
                                        number,
                                        "found",
                                        element));
            }
        }
        return Optional.empty();
    }

    private static Optional<Difference> truth(boolean expected, Object got) {
        Object plain = got instanceof Tensor tensor && tensor.numel() == 1 ? tensor.item() : got;
        if (plain instanceof Boolean || plain instanceof Number) {
            boolean found = plain instanceof Boolean truth ? truth : ((Number) plain).doubleValue() != 0;
            return found == expected
                    ? Optional.empty()
                    : Difference.of(
                            "not " + found,
                            say("exercise.comparison.expected-got", "expected", expected, "found", found));
        }
        return wrongKind(got, say("exercise.comparison.true-false-expected"));
    }

    private static Optional<Difference> wrongKind(Object got, String expected) {
        String words = "a " + got.getClass().getSimpleName() + " where " + expected;
        return Difference.of(words, words);
    }

    private boolean near(double expected, double got) {
        if (Double.isNaN(expected) || Double.isNaN(got) || Double.isInfinite(expected)) {
            return Double.compare(expected, got) == 0;
        }
        return Math.abs(expected - got) <= tolerance * Math.max(1, Math.abs(expected));
    }
}
