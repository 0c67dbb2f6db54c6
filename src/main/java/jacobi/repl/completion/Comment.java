package jacobi.repl.completion;

import jacobi.display.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A documentation comment as text for a console and as HTML for a page. */
final class Comment {
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)}");
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");

    private static final Pattern FIRST = Pattern.compile("(?s)(?!Parameter |Returns |Throws |See |Since ).+?"
            + "(?:\\.(?=\\s|$)|(?=\\n\\n)|(?=\\n(?:Parameter|Returns|Throws|See|Since) )|$)");

    private final String raw;

    Comment(String raw) {
        this.raw = raw.strip();
    }

    /** The documentation comment right above a declaration; null where there is none. */
    static Comment above(String source, int declaration) {
        String before = source.substring(0, declaration).stripTrailing();
        int start = before.lastIndexOf("/**");
        boolean above = before.endsWith("*/") && start >= 0 && before.indexOf("*/", start) == before.length() - 2;
        return above
                ? new Comment(before.substring(start + "/**".length(), before.length() - "*/".length())
                        .replaceAll("(?m)^[ \\t]*\\*+ ?", ""))
                : null;
    }

    /** The first sentence on one line, without tags; empty where there is none. */
    String firstSentence() {
        return firstOf(text()).replaceAll("\\s+", " ");
    }

    /** What follows it. */
    String rest() {
        String text = text();
        return text.substring(firstOf(text).length()).strip();
    }

    /** Up to a full stop before white space, or to a blank line, or to the tags, whichever comes first. */
    private static String firstOf(String text) {
        Matcher end = FIRST.matcher(text);
        return end.lookingAt() ? end.group() : "";
    }

    String text() {
        String untagged = inline(raw, "", "")
                .replaceAll("(?i)<(p|/p|br|li|/ul|ul|h\\d|/h\\d|blockquote|pre|/pre|table|tr)[^>]*>", "\n")
                .replaceAll("<[^>]+>", "");
        String plain =
                Html.unescape(untagged).replaceAll("[ \\t]*\\n[ \\t]*", "\n").replaceAll("\n{3,}", "\n\n");
        String[] parts = split(plain);
        StringBuilder text = new StringBuilder(parts[0].strip());
        for (String[] tag : tags(plain)) {
            text.append("\n")
                    .append(heading(tag[0]))
                    .append(' ')
                    .append(tag[1].strip().replaceAll("\\s*\\n\\s*", " "));
        }
        return text.toString().strip();
    }

    String html() {
        String marked = inline(raw, "<code>", "</code>");
        StringBuilder html = new StringBuilder(split(marked)[0].strip());
        List<String[]> tags = tags(marked);
        if (!tags.isEmpty()) {
            html.append("<dl>");
            for (String[] tag : tags) {
                html.append("<dt>")
                        .append(heading(tag[0]))
                        .append("</dt><dd>")
                        .append(tag[1].strip())
                        .append("</dd>");
            }
            html.append("</dl>");
        }
        return html.toString();
    }

    private static String heading(String tag) {
        return switch (tag) {
            case "param" -> "Parameter";
            case "return" -> "Returns";
            case "throws", "exception" -> "Throws";
            case "see" -> "See";
            case "since" -> "Since";
            default -> tag;
        };
    }

    /** Inline tags made plain, innermost first. */
    private static String inline(String text, String open, String close) {
        String current = text;
        for (int depth = 0; depth < 4; depth++) {
            Matcher matcher = INLINE.matcher(current);
            StringBuilder next = new StringBuilder();
            while (matcher.find()) {
                String content = matcher.group(2).strip();
                String shown = switch (matcher.group(1)) {
                    case "link", "linkplain" -> open + label(content) + close;
                    case "code" -> open + content.replace("<", "&lt;") + close;
                    case "inheritDoc" -> "";
                    default -> content;
                };
                matcher.appendReplacement(next, Matcher.quoteReplacement(shown));
            }
            matcher.appendTail(next);
            if (next.toString().equals(current)) {
                break;
            }
            current = next.toString();
        }
        return current;
    }

    private static String label(String link) {
        Matcher parts = Pattern.compile("([^\\s(]*(?:\\([^)]*\\))?)\\s*(.*)", Pattern.DOTALL)
                .matcher(link);
        if (!parts.matches()) {
            return link;
        }
        return parts.group(2).isBlank() ? parts.group(1).replaceFirst("^#", "").replace('#', '.') : parts.group(2);
    }

    private static String[] split(String text) {
        Matcher first = BLOCK.matcher(text);
        return first.find() ? new String[] {text.substring(0, first.start())} : new String[] {text};
    }

    private static List<String[]> tags(String text) {
        List<String[]> tags = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        int start = -1;
        String name = null;
        while (matcher.find()) {
            if (name != null) {
                tags.add(new String[] {name, text.substring(start, matcher.start())});
            }
            name = matcher.group(1);
            start = matcher.end();
        }
        if (name != null) {
            tags.add(new String[] {name, text.substring(start)});
        }
        return tags;
    }
}
