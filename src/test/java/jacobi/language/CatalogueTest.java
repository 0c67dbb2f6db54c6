package jacobi.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each message is in the catalogue, in every language, with the same places; and nothing else is in it. */
class CatalogueTest {
    private static final Path SOURCES = Path.of("src/main");
    private static final Pattern PLACE = Pattern.compile("\\{(?:[aA] )?(\\w+)(?::[^{}|]*\\|[^{}|]*)?}");

    private static List<MessageUse> uses;
    private static List<MessageUse.Loose> loose;
    private static Set<String> texts;

    @BeforeAll
    static void readSources() throws Exception {
        MessageScan scan = MessageScan.of(SOURCES);
        uses = scan.uses();
        loose = scan.loose();
        texts = scan.texts();
    }

    @Test
    void everyLanguageHasTheSameKeysAndPlaces() {
        Map<String, String> english = Language.of("en").orElseThrow().messages();
        assertThat(Language.all()).extracting(Language::code).contains("en", "zh");
        for (Language language : Language.all()) {
            assertThat(language.messages().keySet()).as(language.code()).isEqualTo(english.keySet());
            Map<String, String> unlike = new TreeMap<>();
            language.messages().forEach((key, message) -> {
                // A number that only chooses between words is used by languages that have a plural.
                if (!places(message).containsAll(shown(english.get(key)))
                        || !places(english.get(key)).containsAll(places(message))) {
                    unlike.put(key, places(english.get(key)) + " in English, here " + places(message));
                }
            });
            assertThat(unlike).as(language.code()).isEmpty();
        }
    }

    @Test
    void eachMessageIsFoundInItsOneLine() {
        for (Language language : Language.all()) {
            assertThat(language.messages())
                    .isNotEmpty()
                    .allSatisfy(
                            (key, message) -> assertThat(language.message(key)).isEqualTo(message));
        }
    }

    @Test
    void aKeyTellsWhatItsMessageSays() {
        assertThat(Language.of("en").orElseThrow().messages().keySet()).noneMatch(key -> key.matches(".*-\\d+"));
    }

    @Test
    void noMessageIsStillInEnglish() {
        Map<String, String> english = Language.of("en").orElseThrow().messages();
        Map<String, String> chinese = Language.of("zh").orElseThrow().messages();
        assertThat(chinese.entrySet().stream()
                        .filter(message -> message.getValue().equals(english.get(message.getKey())))
                        .filter(message -> message.getValue().matches(".*[a-z]{3}.* [a-z]{3}.*"))
                        .map(Map.Entry::getKey)
                        .filter(key -> !key.endsWith(".usage"))
                        .toList())
                .isEmpty();
    }

    @Test
    void everyMessageAskedForIsThereWithItsArguments() {
        Map<String, String> english = Language.of("en").orElseThrow().messages();
        List<String> wrong = new ArrayList<>();
        for (MessageUse use : uses) {
            String message = english.get(use.key());
            if (message == null) {
                wrong.add(use.place() + ": there is no message " + use.key());
            } else if (!places(message).equals(Set.copyOf(use.arguments()))) {
                wrong.add(use.place() + ": " + use.key() + " has the places " + places(message) + " and gets "
                        + use.arguments());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(uses).hasSizeGreaterThan(200);
    }

    @Test
    void everyMessageIsAskedFor() {
        Set<String> unused =
                new TreeSet<>(Language.of("en").orElseThrow().messages().keySet());
        unused.removeIf(key -> texts.stream().anyMatch(text -> text.equals(key)));
        // A key may be put together: "python.habit." + name.
        Set<String> beginnings = texts.stream()
                .filter(text -> text.matches("[a-z]+(\\.[\\w-]+)*\\."))
                .collect(Collectors.toSet());
        unused.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));
        assertThat(unused).isEmpty();
    }

    @Test
    void whatAReaderSeesIsNotWrittenInTheCode() {
        assertThat(loose.stream().map(MessageUse.Loose::toString).toList()).isEmpty();
    }

    @Test
    void aSentenceOrALabelInTheCodeIsFound(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("Example.java"), """
            package jacobi.example;
            class Example {
                static final String NOTE = "nothing was found";
                void run(int n) {
                    System.out.println("finished: " + n);
                    figure.label(n > 1 ? "before" : say("example.after"));
                    new Animator(say("example.epoch"), List.of("loss"));
                    if (text.equals("not for readers") || text.matches("some [a-z]+ pattern")) {
                        throw new IllegalStateException("run: expected more than " + n);
                    }
                    javac("class Cell { int first; }");
                }
            }
            """);
        assertThat(MessageScan.of(folder).loose())
                .extracting(MessageUse.Loose::toString)
                .containsExactly(
                        "Example.java:3: nothing was found",
                        "Example.java:5: finished: ",
                        "Example.java:6: before",
                        "Example.java:7: loss",
                        "Example.java:9: run: expected more than ");
    }

    /**
     * Writes to {@code target/messages.txt} how many messages there are, and which no test of English texts asks for.
     */
    @Test
    void manyMessagesAreAskedForByTests() throws Exception {
        Map<String, String> english = Language.of("en").orElseThrow().messages();
        List<String> asked = MessageScan.of(Path.of("src/test")).texts().stream()
                .filter(text -> text.length() >= 8)
                .toList();
        Set<String> untested = new TreeSet<>();
        english.forEach((key, message) -> {
            List<String> parts =
                    Stream.of(message.split("\\{[^{}]*}")).map(String::strip).toList();
            if (asked.stream().noneMatch(text -> message.equals(text) || isPartOf(text, parts))) {
                untested.add(key);
            }
        });
        int tested = english.size() - untested.size();
        Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("messages.txt"),
                english.size() + " messages, " + tested + " with a test of their English text; without one:\n"
                        + String.join("\n", untested) + "\n");
        assertThat(tested).isGreaterThan(english.size() / 4);
    }

    /** Whether a text of a test is part of what a message says between its places, or holds a longer piece of it. */
    private static boolean isPartOf(String text, List<String> parts) {
        return parts.stream().anyMatch(words -> words.length() >= 12 && text.contains(words) || words.contains(text));
    }

    private static Set<String> shown(String message) {
        return places(message.replaceAll("\\{\\w+:[^{}]*}", ""));
    }

    private static Set<String> places(String message) {
        Set<String> places = new HashSet<>();
        Matcher place = PLACE.matcher(message);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }
}
