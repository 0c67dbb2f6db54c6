package jacobi.notebook;

/**
 * What a terminal shows of text that goes back over itself: a carriage return starts the line again, a backspace takes
 * one character back. Progress bars print so, and only their last state is worth storing.
 */
final class Overwriting {
    private Overwriting() {}

    static String apply(String text) {
        if (text.indexOf('\r') < 0 && text.indexOf('\b') < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\b' && shown.length() > lineStart) {
                shown.setLength(shown.length() - 1);
            } else if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) != '\n') {
                shown.setLength(lineStart);
            } else if (c != '\b') {
                shown.append(c);
                if (c == '\n') {
                    lineStart = shown.length();
                }
            }
        }
        return shown.toString();
    }
}
