package jacobi.exercise;

/**
 * What one case of a check found.
 *
 * @param passed whether the answer is right here
 * @param given the inputs, or an empty string
 * @param expected what a right answer gives
 * @param got what this one gave
 * @param note the first difference, in words
 */
record Outcome(boolean passed, String given, String expected, String got, String note) {

    static Outcome pass(String given, String expected) {
        return new Outcome(true, given, expected, "", "");
    }

    static Outcome fail(String given, String expected, String got, String note) {
        return new Outcome(false, given, expected, got, note);
    }
}
