package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the environment asks to be done before the first cell. */
class StartUpTest {
    @TempDir
    Path folder;

    @Test
    void librariesFilesAndCodeAreThereInTheFirstCell() throws Exception {
        BuiltJar.write(
                folder.resolve("tool.jar"),
                "tool/Tool.java",
                "package tool; public class Tool { public static int N = 4; }");
        Files.writeString(folder.resolve("a.jsh"), "import tool.*\nint fromFile = Tool.N");
        Files.writeString(folder.resolve("b.jsh"), "int second = fromFile * 2");
        Settings settings = new Settings(
                List.of(folder + "/*.jar"),
                List.of(folder + "/*.jsh"),
                List.of("int third = second + 1;"),
                List.of(),
                Duration.ZERO,
                List.of());
        try (CellTrial cells = new CellTrial(settings)) {
            assertThat(cells.printed("third")).isEmpty();
            assertThat(cells.last()).isEqualTo(new Evaluation.Value(9));
            assertThat(cells.errors()).isEmpty();
        }
    }

    @Test
    void whatIsWrongIsToldAndTheCellRuns() {
        Settings settings = new Settings(
                List.of(folder + "/none.jar"),
                List.of(),
                List.of("oops"),
                List.of("-nonsense", "-g:none", "-d", "x"),
                Duration.ZERO,
                List.of("a complaint"));
        try (CellTrial cells = new CellTrial(settings)) {
            assertThat(cells.value("1 + 1")).isEqualTo(2);
            assertThat(cells.errors())
                    .contains("a complaint", "-nonsense", "there is no " + folder.resolve("none.jar"), "`oops`");
            assertThat(cells.value("2 + 1")).isEqualTo(3);
            assertThat(cells.errors()).isEmpty();
        }
    }

    @Test
    void aCellIsStoppedAtItsTimeLimit() {
        Settings settings = new Settings(List.of(), List.of(), List.of(), List.of(), Duration.ofMillis(300), List.of());
        try (CellTrial cells = new CellTrial(settings)) {
            assertThat(cells.failure("while (true) { }").ename()).isEqualTo("TimeoutException");
            assertThat(((Evaluation.Failure) cells.last()).evalue()).contains("300 ms");
        }
    }

    @Tag("slow")
    @Test
    void theTimeLimitIsTheCellsAndNotTheStarts() {
        Settings settings = new Settings(
                List.of(),
                List.of(),
                List.of("Thread.sleep(4000);", "int started = 3;"),
                List.of(),
                Duration.ofMillis(3000),
                List.of());
        try (CellTrial cells = new CellTrial(settings)) {
            assertThat(cells.value("started + 1")).isEqualTo(4);
            assertThat(cells.errors()).isEmpty();
            assertThat(cells.failure("while (true) { }").ename()).isEqualTo("TimeoutException");
        }
    }

    @Test
    void optionsOfTheCompilerHold() {
        Settings settings = new Settings(
                List.of(),
                List.of(),
                List.of(),
                List.of("--add-exports", "java.base/sun.security.util=ALL-UNNAMED"),
                Duration.ZERO,
                List.of());
        String cell = "Class<?> type = sun.security.util.Debug.class;\ntype.getSimpleName()";
        try (CellTrial with = new CellTrial(settings);
                CellTrial without = new CellTrial()) {
            // The compiler lets it pass, but the Java that runs it was not started so.
            assertThat(with.failure(cell).ename()).isEqualTo("IllegalAccessError");
            assertThat(without.failure(cell).ename()).isEqualTo("CompilationError");
        }
    }
}
