package jacobi.plot.style;

import static jacobi.language.Say.say;

/**
 * A format string as matplotlib reads it, such as {@code "m--"} or {@code "ro"}: marker, line and colour in any order.
 *
 * @param color the colour, or null where the next of the theme's is taken
 * @param dash the line style; {@link Dash#NONE} where only a marker is given
 * @param marker the marker's letter, or 0 for none
 */
public record Format(String color, Dash dash, char marker) {
    /** Reads a format string; an empty one is a plain line. */
    public static Format of(String text) {
        if (text == null) {
            throw new IllegalArgumentException(say("plot.fmt.null", "known", say("plot.fmt.known")));
        }
        String color = null;
        Dash dash = null;
        char marker = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int length = 1;
            if (text.startsWith("--", at) || text.startsWith("-.", at) || c == '-' || c == ':') {
                length = text.startsWith("--", at) || text.startsWith("-.", at) ? 2 : 1;
                dash = once(dash, Dash.named(text.substring(at, at + length)), say("plot.fmt.line-styles"), text);
            } else if (colorLength(text, at) > 0) {
                length = colorLength(text, at);
                color = once(color, Colors.named(text.substring(at, at + length)), say("plot.fmt.colours"), text);
            } else if (Marker.isKnown(c)) {
                marker = once(marker == 0 ? null : marker, c, say("plot.fmt.markers"), text);
            } else if (c != ' ') {
                throw new IllegalArgumentException(say(
                        "plot.fmt.sign",
                        "known",
                        say("plot.fmt.known"),
                        "sign",
                        Character.toString(text.codePointAt(at)),
                        "text",
                        text));
            }
            at += length;
        }
        return new Format(color, dash != null ? dash : marker != 0 ? Dash.NONE : Dash.SOLID, marker);
    }

    private static <T> T once(T before, T found, String what, String text) {
        if (before != null) {
            throw new IllegalArgumentException(
                    say("plot.fmt.twice", "what", what, "text", text, "known", say("plot.fmt.known")));
        }
        return found;
    }

    private static int colorLength(String text, int at) {
        char c = text.charAt(at);
        if (c == '#') {
            for (int length : new int[] {7, 4}) {
                if (at + length <= text.length() && Colors.find(text.substring(at, at + length)) != null) {
                    return length;
                }
            }
            return 0;
        }
        if (c == 'C' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
            return 2;
        }
        if (text.startsWith("tab:", at)) {
            int end = at + 4;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            return Colors.find(text.substring(at, end)) == null ? 0 : end - at;
        }
        if (!Character.isLetter(c)) {
            return 0;
        }
        String name = Colors.nameAt(text, at);
        return name != null ? name.length() : Colors.isLetter(c) ? 1 : 0;
    }
}
