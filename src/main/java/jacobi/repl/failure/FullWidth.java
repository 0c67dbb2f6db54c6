package jacobi.repl.failure;

import static jacobi.language.Say.say;

import jacobi.notation.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Signs of Chinese and Japanese keyboards in code, which look like Java's and are others: the cell as it would be with
 * Java's own, and where they stand. Texts and comments keep theirs.
 *
 * @param source the cell with Java's signs
 * @param errors one for each line with such signs
 */
public record FullWidth(String source, List<Diagnostic> errors) {
    private static final Map<Character, String> SIGNS = Map.ofEntries(
            Map.entry('\u3002', "."),
            Map.entry('\u3001', ","),
            Map.entry('\u3010', "["),
            Map.entry('\u3011', "]"),
            Map.entry('\u300a', "<"),
            Map.entry('\u300b', ">"),
            Map.entry('\u3000', " "),
            Map.entry('\u2018', "'"),
            Map.entry('\u2019', "'"),
            Map.entry('\u00d7', "*"),
            Map.entry('\u00f7', "/"),
            Map.entry('\u2212', "-"),
            Map.entry('\u2013', "-"),
            Map.entry('\u2014', "-"));
    /** Double quotes that begin or end a text for who types them. */
    private static final String QUOTES = "\u201c\u201d\u201e\uff02";

    /** Empty where all signs are Java's. */
    public static Optional<FullWidth> of(String source) {
        Reader reader = new Reader(source);
        reader.read();
        return reader.found.isEmpty()
                ? Optional.empty()
                : Optional.of(new FullWidth(reader.written.toString(), reader.errors()));
    }

    private static String ascii(char sign) {
        // The block of full-width forms follows ASCII, a fixed way above it.
        return sign > '\uff00' && sign < '\uff5f' ? String.valueOf((char) (sign - 0xfee0)) : SIGNS.get(sign);
    }

    private static final class Reader {
        private final String source;
        private final StringBuilder written = new StringBuilder();
        private final Map<Integer, String> found = new TreeMap<>();
        private int at;

        Reader(String source) {
            this.source = source;
        }

        void read() {
            while (at < source.length()) {
                char c = source.charAt(at);
                if (source.startsWith("//", at)) {
                    copy(ending("\n", at));
                } else if (source.startsWith("/*", at)) {
                    copy(ending("*/", at + 2));
                } else if (source.startsWith("\"\"\"", at)) {
                    copy(ending("\"\"\"", at + 3));
                } else if (c == '"' || QUOTES.indexOf(c) >= 0) {
                    text();
                } else if (c == '\'') {
                    copy(Math.max(at + 1, ending("'", source.startsWith("\\", at + 1) ? at + 3 : at + 1)));
                } else {
                    String ascii = Character.isLetter(c) ? null : ascii(c);
                    sign(ascii == null ? String.valueOf(c) : ascii, ascii != null);
                }
            }
        }

        /** A text whose quotes may be of any kind; what is in it stays. */
        private void text() {
            boolean java = source.charAt(at) == '"';
            sign("\"", !java);
            int line = ending("\n", at);
            for (int end = at; end < line; end++) {
                char c = source.charAt(end);
                boolean ends = c == '"'
                        || QUOTES.indexOf(c) >= 0
                                && (!java || source.indexOf('"', at) < 0 || source.indexOf('"', at) >= line);
                if (c == '\\') {
                    end++;
                } else if (ends) {
                    copy(end);
                    sign("\"", c != '"');
                    return;
                }
            }
            copy(line);
        }

        private void sign(String ascii, boolean wide) {
            if (wide) {
                found.put(at, ascii);
            }
            written.append(ascii);
            at++;
        }

        private void copy(int end) {
            int to = Math.min(end, source.length());
            written.append(source, at, to);
            at = to;
        }

        private int ending(String mark, int from) {
            int end = source.indexOf(mark, from);
            return end < 0 ? source.length() : mark.equals("\n") ? end : end + mark.length();
        }

        List<Diagnostic> errors() {
            Map<Integer, List<Integer>> lines = new TreeMap<>();
            found.keySet()
                    .forEach(place -> lines.computeIfAbsent(source.lastIndexOf('\n', place), line -> new ArrayList<>())
                            .add(place));
            List<Diagnostic> errors = new ArrayList<>();
            lines.values().forEach(places -> {
                List<String> signs = places.stream()
                        .map(place -> say(
                                "compile.full-width.sign",
                                "sign",
                                shown(source.charAt(place)),
                                "ascii",
                                shown(found.get(place).charAt(0))))
                        .distinct()
                        .toList();
                int first = places.get(0);
                errors.add(new Diagnostic(
                        "jacobi.err.full-width",
                        first,
                        first,
                        first + 1,
                        say("compile.full-width", "signs", String.join(say("compile.full-width.between"), signs))));
            });
            return errors;
        }

        private static String shown(char sign) {
            return sign == ' ' || sign == '\u3000' ? say("compile.full-width.space") : String.valueOf(sign);
        }
    }
}
