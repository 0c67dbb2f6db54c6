package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every chapter keeps to. */
class ChaptersTest {
    /** How many numbered cases of each subject the chapters show: T1 to T10, E1 to E7 and so on. */
    private static final List<String> ROWS = List.of("T10", "E7", "M4", "D4", "L6", "P7", "C8", "G9", "B4");

    private static final JsonNode FACTS = facts();
    private static final Path ENGLISH = Path.of("notebooks");
    private static final Path CHINESE = ENGLISH.resolve("zh");
    /** Texts between double quotes: what a program shows may be in the reader's language. */
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");

    static Stream<Path> notebooks() throws IOException {
        return Stream.concat(in(ENGLISH), in(CHINESE));
    }

    static Stream<Path> chinese() throws IOException {
        return in(CHINESE);
    }

    private static Stream<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
        }
    }

    private static boolean isChinese(Path file) {
        return file.startsWith(CHINESE);
    }

    @Test
    void everyRowIsShownBySomeCell() throws Exception {
        Set<String> shown = new TreeSet<>();
        for (Path file : in(ENGLISH).toList()) {
            for (NotebookCell cell : Notebook.read(file).cells()) {
                cell.metadata().path("jacobi").path("rows").forEach(row -> shown.add(row.asText()));
            }
        }
        Set<String> wanted = new LinkedHashSet<>();
        FACTS.fieldNames().forEachRemaining(wanted::add);
        for (String last : ROWS) {
            IntStream.rangeClosed(1, Integer.parseInt(last.substring(1)))
                    .forEach(number -> wanted.add(last.charAt(0) + "" + number));
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void aChapterIsStoredAsRun(Path file) throws Exception {
        List<NotebookCell> cells = Notebook.read(file).cells();
        int count = 0;
        for (NotebookCell cell : cells) {
            if (cell.isCode()) {
                assertThat(cell.executionCount()).as(file + ", " + cell.id()).isEqualTo(++count);
                assertThat(cell.source().lines().count()).as(cell.source()).isLessThanOrEqualTo(12);
                assertThat(errors(cell)).as(cell.source()).isEqualTo(cell.hasTag("raises-exception") ? 1 : 0);
            }
        }
        assertThat(cells.get(0).source()).startsWith("# ").contains(isChinese(file) ? "学完" : "will be able to");
        assertThat(cells).anyMatch(cell -> cell.source().startsWith(isChinese(file) ? "## 小结" : "## Summary"));
    }

    @ParameterizedTest
    @MethodSource("chinese")
    void aChapterInChineseHasTheSameCells(Path file) throws Exception {
        List<NotebookCell> cells = Notebook.read(file).cells();
        List<NotebookCell> english =
                Notebook.read(ENGLISH.resolve(file.getFileName())).cells();
        assertThat(cells)
                .extracting(NotebookCell::id)
                .containsExactlyElementsOf(
                        english.stream().map(NotebookCell::id).toList());
        for (int i = 0; i < cells.size(); i++) {
            NotebookCell cell = cells.get(i);
            assertThat(cell.metadata()).as(cell.id()).isEqualTo(english.get(i).metadata());
            if (cell.isCode()) {
                assertThat(withoutTexts(cell)).as(cell.id()).isEqualTo(withoutTexts(english.get(i)));
            } else {
                assertThat(cell.source())
                        .as(cell.id())
                        .matches(text -> text.codePoints().anyMatch(Character::isIdeographic));
            }
        }
    }

    private static String withoutTexts(NotebookCell cell) {
        return STRING.matcher(cell.source()).replaceAll("\"\"");
    }

    /** Facts a reader needs, numbered N1 and so on, with the words that state them in each language. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyFactIsStated(String language) throws Exception {
        List<NotebookCell> cells = new ArrayList<>();
        for (Path file : in(language.equals("zh") ? CHINESE : ENGLISH).toList()) {
            cells.addAll(Notebook.read(file).cells());
        }
        for (Map.Entry<String, JsonNode> fact : FACTS.properties()) {
            String stated = cells.stream()
                    .filter(cell -> hasRow(cell, fact.getKey()))
                    .map(cell -> cell.source() + cell.outputs())
                    .collect(Collectors.joining("\n"));
            fact.getValue()
                    .get(language)
                    .forEach(words -> assertThat(stated).as(fact.getKey()).contains(words.asText()));
        }
    }

    private static boolean hasRow(NotebookCell cell, String row) {
        for (JsonNode each : cell.metadata().path("jacobi").path("rows")) {
            if (each.asText().equals(row)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode facts() {
        try {
            return new YAMLMapper().readTree(ChaptersTest.class.getResource("exercise/facts.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void codeCellsCarryNoProse(Path file) throws Exception {
        for (NotebookCell cell : Notebook.read(file).cells()) {
            if (cell.isCode()) {
                assertThat(cell.source()).doesNotContain("//").doesNotContain("/*");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void tasksStandInTheNotebookAsInTheirFile(Path file) throws Exception {
        String name = file.getFileName().toString().replace(".ipynb", "");
        JsonNode exercises = new YAMLMapper()
                .readTree(Path.of("notebooks/exercises", name + ".yaml").toFile());
        assertThat(exercises.get("chapter").asText()).isEqualTo(name);
        List<String> texts =
                Notebook.read(file).cells().stream().map(NotebookCell::source).toList();
        for (JsonNode exercise : exercises.get("exercises")) {
            int points = exercise.get("points").asInt();
            String heading = isChinese(file)
                    ? "**%s** %s（%s 分）".formatted(exercise.get("id").asText(), text(exercise, "title", "zh"), points)
                    : "**%s** %s (%s)"
                            .formatted(
                                    exercise.get("id").asText(),
                                    text(exercise, "title", "en"),
                                    points == 1 ? "1 point" : points + " points");
            String language = isChinese(file) ? "zh" : "en";
            assertThat(texts)
                    .contains(heading + "\n\n" + text(exercise, "task", language) + "\n\n"
                            + (isChinese(file) ? "书中：" : "In the book: ") + text(exercise, "section", language));
            if (isChinese(file)) {
                assertThat(exercise.path("hints").path("zh"))
                        .as(heading)
                        .hasSameSizeAs(exercise.path("hints").path("en"));
            }
        }
    }

    /** By the numbers and names the book gives them; what only the English edition treats is named as there. */
    @Test
    void everyExerciseNamesASectionOfEachEditionOfTheBook() throws Exception {
        JsonNode book = new YAMLMapper().readTree(getClass().getResource("exercise/sections.yaml"));
        List<String> english = texts(book.get("en"));
        List<String> known = new ArrayList<>(texts(book.get("zh")));
        english.forEach(section -> known.add("英文版 " + section.replace(", ", "，")));
        int exercises = 0;
        for (Path file : in(ENGLISH).toList()) {
            String name = file.getFileName().toString().replace(".ipynb", ".yaml");
            for (JsonNode exercise : new YAMLMapper()
                    .readTree(Path.of("notebooks/exercises", name).toFile())
                    .get("exercises")) {
                exercises++;
                String id = exercise.get("id").asText();
                assertThat(exercise.path("section").path("en").asText()).as(id).isIn(english);
                assertThat(exercise.path("section").path("zh").asText()).as(id).isIn(known);
            }
        }
        assertThat(exercises).isEqualTo(98);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String text(JsonNode exercise, String field, String language) {
        JsonNode value = exercise.get(field);
        return value.isTextual() ? value.asText() : value.get(language).asText();
    }

    private static int errors(NotebookCell cell) {
        int errors = 0;
        for (JsonNode output : cell.outputs()) {
            errors += output.path("output_type").asText().equals("error") ? 1 : 0;
        }
        return errors;
    }
}
