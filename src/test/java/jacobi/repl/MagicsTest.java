package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.display.Screen;
import jacobi.repl.engine.JavaEvaluator;
import jacobi.repl.engine.Settings;
import jacobi.repl.magic.Help;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that start with a percent sign. */
@Tag("slow")
class MagicsTest {
    private final JavaEvaluator java = new JavaEvaluator(List.of("import java.util.*;"));
    private Evaluation last;

    @AfterEach
    void close() {
        java.close();
    }

    private String printed(String cell) {
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            last = java.evaluate(cell, 1);
        } finally {
            System.setOut(console);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Evaluation.Failure failure(String cell) {
        printed(cell);
        assertThat(last).isInstanceOf(Evaluation.Failure.class);
        return (Evaluation.Failure) last;
    }

    @Test
    void anUnknownOneListsThoseThereAre() {
        assertThat(failure("%nope").evalue())
                .contains("no %nope")
                .contains("%lsmagic")
                .contains("%%time");
        assertThat(failure("%%who").evalue()).contains("write it with one %");
    }

    @Test
    void helpListsEveryMagicWithItsPurpose() {
        assertThat(printed("%help"))
                .contains("%maven [--offline] group:artifact:version ...")
                .contains("%reset");
        assertThat(printed("%help notation")).contains("[on|off]");
        assertThat(printed("%lsmagic")).contains("%timeit");
    }

    @Test
    void helpIsAskedForAsInPython() {
        assertThat(printed("int x = 3;\nhelp(Math.abs)\nx")).contains("static int Math.abs(int");
        assertThat(last).isEqualTo(new Evaluation.Value(3));
        assertThat(printed("help(\"timeit\")")).contains("runs code many times");
        assertThat(printed("help()")).contains("%reset");
        assertThat(failure("%help nothingKnown").evalue()).contains("nothing is known of nothingKnown");
        assertThat(printed("void help(int n) { System.out.println(\"own \" + n); }\nhelp(x)"))
                .isEqualToIgnoringNewLines("own 3");
        assertThat(printed("help(x)")).as("a method of a cell").isEqualToIgnoringNewLines("own 3");
    }

    @Test
    void pagesOfHelpAreListedWithAnExample() {
        Help help = new Help(
                () -> List.of(new Help.Page("birds", "# Birds\n\nThey fly. Most do.\n\n```java\nnew Bird()\n```\n")));
        try (JavaEvaluator cells = new JavaEvaluator(List.of(), help, Map.of(), Settings.NONE)) {
            List<MimeBundle> shown = new ArrayList<>();
            Displays.screen(new Screen() {
                @Override
                public void show(MimeBundle bundle, String id) {
                    shown.add(bundle);
                }

                @Override
                public void update(MimeBundle bundle, String id) {}

                @Override
                public void clear(boolean wait) {}
            });
            cells.evaluate("%help", 1);
            cells.evaluate("help(birds)", 2);
            assertThat(shown.get(0).plain()).containsSubsequence("birds", "They fly", "new Bird()", "%reset");
            assertThat(shown.get(0).data().get("text/markdown").toString())
                    .contains("| `birds` | They fly | `new Bird()` |");
            assertThat(shown.get(1).data().get("text/markdown").toString()).startsWith("# Birds");
            assertThat(cells.complete("%help bi", 8).matches())
                    .extracting(Completions.Match::text)
                    .containsExactly("birds");
        } finally {
            Displays.screen(null);
        }
    }

    @Test
    void resetForgets() {
        printed("int x = 1;");
        assertThat(failure("%reset\nx").evalue()).contains("line 2").contains("`x` is not defined");
    }

    @Test
    void whoListsWhatCellsDeclared() {
        printed("int n = 3;\nString text = \"t\";\nint f(int a) { return a; }\nrecord R(int v) {}");
        assertThat(printed("%who")).contains("n  text").contains("f").contains("R");
        assertThat(printed("%whos")).containsPattern("n +int +3").containsPattern("text +String +\"t\"");
    }

    @Test
    void timesCode() {
        assertThat(printed("%time 6 * 7")).containsPattern("CPU time: .*, Wall time: ");
        assertThat(last).isEqualTo(new Evaluation.Value(42));
        assertThat(printed("%%time\nint a = 1;\na + 1")).containsPattern("CPU time: .*, Wall time: ");
        assertThat(last).isEqualTo(new Evaluation.Value(2));
        assertThat(failure("%time").evalue()).contains("%time Math.sqrt(2)");
    }

    @Test
    void timesCodeManyTimes() {
        assertThat(printed("int[] a = {3, 1, 2};\n%timeit Arrays.stream(a).sum()"))
                .contains("per run (mean ± std. dev. of 7");
    }

    @Test
    void linesOfAnExpressionAreNoMagics() {
        printed("int k = 17\n  % 5;\nk");
        assertThat(last).isEqualTo(new Evaluation.Value(2));
    }

    @Test
    void codeAroundMagicsKeepsItsLines() {
        assertThat(failure("int a = 1;\n%who\nint b = \"x\";").evalue()).startsWith("line 3");
    }

    @Test
    void javaShowsWhatRan() {
        printed("int shown = 4;");
        assertThat(printed("%java")).contains("int shown = 4;");
    }

    @Test
    void notationCanBeTurnedOff() {
        assertThat(printed("%notation off")).contains("off");
        assertThat(failure("var words = List.of(\"a\", \"b\");\nwords[-1]").ename())
                .isEqualTo("CompilationError");
        assertThat(failure("%notation maybe").evalue()).contains("on or off");
    }

    @Test
    void filesAreWrittenAndRun(@TempDir Path folder) {
        Path file = folder.resolve("helpers.java");
        printed("%%writefile " + file + "\nint fromFile() { return 12; }");
        assertThat(file).hasContent("int fromFile() { return 12; }\n");
        printed("%load " + file);
        printed("fromFile()");
        assertThat(last).isEqualTo(new Evaluation.Value(12));
        assertThat(failure("%load " + folder.resolve("none")).evalue()).contains("there is no file");
    }

    @Test
    void jarsAndFoldersAreAdded(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(
                folder.resolve("Thing.java"),
                "package lib; public class Thing { public static int answer() { return 42; } }");
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.resolve("out").toString(), source.toString());
        Path jar = folder.resolve("thing.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new ZipEntry("lib/Thing.class"));
            Files.copy(folder.resolve("out/lib/Thing.class"), entries);
        }
        assertThat(failure("lib.Thing.answer()").ename()).isEqualTo("CompilationError");
        printed("int before = 1;");
        printed("%jars " + folder.toString().replace('\\', '/') + "/*.jar");
        printed("lib.Thing.answer() + before");
        assertThat(last).isEqualTo(new Evaluation.Value(43));
        assertThat(failure("%jars " + folder.resolve("no.jar")).evalue()).contains("no file matches");
        assertThat(failure("%classpath " + folder.resolve("none")).evalue()).contains("there is no");
        assertThat(failure("%maven nonsense").evalue()).contains("group:artifact:version");
    }
}
