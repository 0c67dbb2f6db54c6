package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.exercise.answer.Plain;
import java.util.List;
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
    record Difference(String place, String words, Mistake mistake) {
        private static Optional<Difference> of(String place, String words, Mistake mistake) {
            return Optional.of(new Difference(place, words, mistake));
        }
    }

    /** @param tolerance allowed difference of two numbers, relative to the expected one where that is larger than 1 */
    AnswerComparison(double tolerance) {
        this.tolerance = tolerance;
    }

    /** The same for random float32 numbers, of which another order of adding leaves other last digits. */
    AnswerComparison ofRandom() {
        return new AnswerComparison(Math.max(tolerance, 1e-5));
    }

    /** The first difference in words, or an empty value where there is none. */
    Optional<Difference> difference(Plain expected, Plain got) {
        if (expected instanceof Plain.Texts texts) {
            return difference(texts, got);
        }
        if (!(expected instanceof Plain.Numbers wanted)) {
            return expected.equals(got) ? Optional.empty() : other();
        }
        if (!(got instanceof Plain.Numbers found)) {
            return wrongKind(
                    got,
                    wanted.dtype().equals("bool")
                            ? say("exercise.comparison.true-false-expected")
                            : say("exercise.comparison.numbers-expected"));
        }
        boolean single = wanted.isSingle() && found.isSingle();
        if (!single && !wanted.shape().equals(found.shape())) {
            return otherShape(wanted.shape(), found.shape());
        }
        boolean truth = single && wanted.dtype().equals("bool");
        for (int i = 0; i < wanted.values().length; i++) {
            double value = truth && found.values()[i] != 0 ? 1 : found.values()[i];
            if (!near(wanted.values()[i], value)) {
                return single ? single(wanted, found) : at(i, wanted, found);
            }
        }
        return Optional.empty();
    }

    private static Optional<Difference> otherShape(List<Integer> wanted, List<Integer> found) {
        return Difference.of(
                say("exercise.comparison.shape", "found", found),
                say("exercise.comparison.shape-expected", "gridShape", found, "wantedShape", wanted),
                Mistake.SHAPE);
    }

    private static Optional<Difference> single(Plain.Numbers wanted, Plain.Numbers found) {
        String words = say(
                "exercise.comparison.expected-got", "expected", CardText.value(wanted), "found", CardText.value(found));
        return Difference.of(
                wanted.dtype().equals("bool")
                        ? say("exercise.comparison.not-truth", "found", CardText.value(found))
                        : say("exercise.comparison.not-number"),
                words,
                Mistake.VALUE);
    }

    private static Optional<Difference> at(int i, Plain.Numbers wanted, Plain.Numbers found) {
        String place = wanted.index(i).toString();
        String element = CardText.number(found.values()[i]);
        return Difference.of(
                say("exercise.comparison.first-wrong", "place", place, "element", element),
                say(
                        "exercise.comparison.expected-got-at",
                        "place",
                        place,
                        "expected",
                        CardText.number(wanted.values()[i]),
                        "found",
                        element),
                Mistake.VALUE);
    }

    private static Optional<Difference> difference(Plain.Texts expected, Plain got) {
        if (got instanceof Plain.Texts found) {
            boolean single = expected.values().size() == 1 && found.values().size() == 1;
            if (!single && !expected.shape().equals(found.shape())) {
                return otherShape(expected.shape(), found.shape());
            }
            return trimmed(expected.values()).equals(trimmed(found.values())) ? Optional.empty() : other();
        }
        String printed = got instanceof Plain.Other other ? other.printed() : CardText.value(got);
        boolean same = expected.shape().isEmpty() && expected.values().get(0).equals(printed);
        return same ? Optional.empty() : wrongKind(got, say("exercise.comparison.text-expected"));
    }

    private static List<String> trimmed(List<String> texts) {
        return texts.stream().map(String::strip).toList();
    }

    private static Optional<Difference> other() {
        String words = say("exercise.comparison.another-text");
        return Difference.of(words, words, Mistake.VALUE);
    }

    private static Optional<Difference> wrongKind(Plain got, String expected) {
        String words = say("exercise.comparison.other-kind", "found", got.type(), "expected", expected);
        return Difference.of(words, words, Mistake.KIND);
    }

    private boolean near(double expected, double got) {
        if (Double.isNaN(expected) || Double.isNaN(got) || Double.isInfinite(expected)) {
            return Double.compare(expected, got) == 0;
        }
        return Math.abs(expected - got) <= tolerance * Math.max(1, Math.abs(expected));
    }
}
