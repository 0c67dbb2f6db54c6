package jacobi.plot.text;

/** How a power within a power is said in letters of one size. */
final class PlainPowers {
    private static final String FROM = "0123456789+\u2212=()in";
    private static final String TO = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ";

    private PlainPowers() {}

    /** The words of a superscript, with the power in it in Unicode's small letters where it has them. */
    static String of(String spoken) {
        int power = spoken.indexOf('^');
        if (power < 0) {
            return spoken;
        }
        StringBuilder small = new StringBuilder(spoken.substring(0, power));
        for (char c : spoken.substring(power + 1).toCharArray()) {
            int found = FROM.indexOf(c);
            if (found < 0) {
                return spoken;
            }
            small.append(TO.charAt(found));
        }
        return small.toString();
    }
}
