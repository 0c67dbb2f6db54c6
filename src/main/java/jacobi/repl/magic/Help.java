package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.display.MimeBundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code %help} tells of the words a cell finds: pages by subject, and all subjects with an example each. */
public final class Help {
    private final Supplier<List<Page>> source;

    /** @param pages in the order they are listed, in the reader's language; asked for when somebody wants help */
    public Help(Supplier<List<Page>> pages) {
        source = pages;
    }

    /**
     * A page of help.
     *
     * @param subject the word it is asked for by
     * @param markdown a heading, a paragraph whose first sentence says what the subject is, code that shows it, and
     * more
     */
    public record Page(String subject, String markdown) {
        private static final Pattern CODE = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

        /** The first sentence below the heading. */
        String sentence() {
            String text = markdown.substring(markdown.indexOf('\n') + 1).strip();
            Matcher end = Pattern.compile("(?s).+?(?:[.:](?=\\s)|[。：])").matcher(text);
            return (end.lookingAt() ? end.group() : text)
                    .replaceAll("\\s+", " ")
                    .replaceAll("[.:。：]$", "");
        }

        /** All pieces of code, in order. */
        public List<String> code() {
            return CODE.matcher(markdown).results().map(found -> found.group(1)).toList();
        }

        /** The first line of the first piece of code; empty where there is none. */
        String example() {
            return code().stream().flatMap(String::lines).findFirst().orElse("");
        }
    }

    List<String> subjects() {
        return source.get().stream().map(Page::subject).toList();
    }

    Optional<MimeBundle> page(String subject) {
        return source.get().stream()
                .filter(page -> page.subject().equals(subject))
                .findFirst()
                .map(page -> MimeBundle.of("text/markdown", page.markdown()));
    }

    /** All subjects with an example each, and the magics. */
    MimeBundle overview(List<String> magics) {
        List<Page> pages = source.get();
        String start = say("magic.help.cell-runs-whole-its");
        String keys = say("magic.help.tab-completes-shift-tab");
        List<String> plain = new ArrayList<>(List.of(start, keys, ""));
        List<String> marked = new ArrayList<>(List.of(start.replaceAll("\\$\\d", "`$0`"), keys, ""));
        if (!pages.isEmpty()) {
            marked.add(say("magic.help.what-example"));
        }
        for (Page page : pages) {
            plain.add(String.format(Locale.ROOT, "%-12s %s", page.subject(), page.sentence()));
            plain.add(" ".repeat(13) + page.example());
            marked.add("| `" + page.subject() + "` | " + page.sentence() + " | `"
                    + page.example().replace("|", "\\|") + "` |");
        }
        plain.add("\n" + say("magic.help.magics"));
        marked.add("\n" + say("magic.help.magics") + "\n\n```");
        for (String magic : magics) {
            plain.add("  " + magic);
            marked.add(magic);
        }
        marked.add("```");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text/plain", String.join("\n", plain));
        data.put("text/markdown", String.join("\n", marked));
        return new MimeBundle(data, Map.of());
    }
}
