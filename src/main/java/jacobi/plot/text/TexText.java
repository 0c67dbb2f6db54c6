package jacobi.plot.text;

/** The text of a formula as it is read: what stands where the reading is, and what was taken goes by. */
final class TexText {
    private final String source;
    private int at;

    TexText(String source) {
        this.source = source;
    }

    boolean isAtEnd() {
        return at >= source.length();
    }

    /** Whether a character is next. */
    boolean isAt(char c) {
        return !isAtEnd() && source.charAt(at) == c;
    }

    /** The next character, which stays. */
    char next() {
        return source.charAt(at);
    }

    /** Whether one of these is next; a command only with all of its letters. */
    boolean isAtOneOf(String... ends) {
        for (String end : ends) {
            boolean word = end.length() > 1 && Character.isLetter(end.charAt(1));
            if (source.startsWith(end, at)
                    && !(word && at + end.length() < source.length() && isLetter(source.charAt(at + end.length())))) {
                return true;
            }
        }
        return false;
    }

    /** Goes so many characters on, at the most to the end. */
    void skip(int characters) {
        at = Math.min(source.length(), at + characters);
    }

    void skipBlanks() {
        while (isAt(' ')) {
            at++;
        }
    }

    /** How often a character stands here; takes them all. */
    int run(char c) {
        int from = at;
        while (isAt(c)) {
            at++;
        }
        return at - from;
    }

    /** Takes one sign. */
    String sign() {
        String sign = Character.toString(source.codePointAt(at));
        at += sign.length();
        return sign;
    }

    /** Takes a command from its backslash on: its letters, or the one sign after the backslash. */
    String command() {
        int end = at + 1;
        while (end < source.length() && isLetter(source.charAt(end))) {
            end++;
        }
        if (end == at + 1) {
            end = Math.min(source.length(), end + 1);
        }
        String name = source.substring(at + 1, end);
        at = end;
        return name;
    }

    /** Takes what stands in braces, blanks and braces in it as they are. */
    String braced() {
        int end = at + 1;
        for (int depth = 1; end < source.length(); end++) {
            depth += source.charAt(end) == '{' ? 1 : source.charAt(end) == '}' ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        String words = source.substring(at + 1, end);
        at = Math.min(source.length(), end + 1);
        return words;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
