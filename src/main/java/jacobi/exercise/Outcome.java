package jacobi.exercise;

/**
 * What one case of a check found.
 *
 * @param given the inputs, or an empty string
 * @param expected what a right answer gives
 * @param got what this one gave
 * @param note the first difference, in words
 * @param mistake what is wrong; null where the answer is right here
 * @param hidden whether nobody but the teacher may read the rest of it
 */
public record Outcome(String given, String expected, String got, String note, Mistake mistake, boolean hidden) {

    static Outcome pass(String given, String expected) {
        return new Outcome(given, expected, "", "", null, false);
    }

    static Outcome fail(String given, String expected, String got, String note, Mistake mistake) {
        return new Outcome(given, expected, got, note, mistake, false);
    }

    /** Whether the answer is right here. */
    public boolean passed() {
        return mistake == null;
    }

    Outcome as(Mistake other, String words) {
        return new Outcome(given, expected, got, words, other, hidden);
    }

    Outcome kept() {
        return new Outcome(given, expected, got, note, mistake, true);
    }
}
