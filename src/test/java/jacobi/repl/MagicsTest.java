package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.MimeBundle;
import jacobi.repl.engine.Settings;
import jacobi.repl.magic.Help;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that start with a percent sign. */
@Tag("slow")
class MagicsTest {
    @AutoClose
    private final CellTrial cells = new CellTrial("import java.util.*;");

    @Test
    void anUnknownOneListsThoseThereAre() {
        assertThat(cells.failure("%nope").evalue())
                .contains("no %nope")
                .contains("%lsmagic")
                .contains("%%time");
        assertThat(cells.failure("%whoz").evalue()).startsWith("there is no %whoz, only %who; there are");
        assertThat(cells.failure("%%bsh\nls").evalue()).startsWith("there is no %%bsh, only %%bash; there are");
        assertThat(cells.failure("%%tiem\n1").evalue()).startsWith("there is no %%tiem, only %%time; there are");
        assertThat(cells.failure("%%who").evalue()).contains("write it with one %");
    }

    /** What a cell shows first. */
    private String shown(String cell) {
        cells.shown().clear();
        cells.runs(cell);
        return cells.shown().get(0).plain();
    }

    @Test
    void helpListsEveryMagicWithItsPurpose() {
        assertThat(shown("%help"))
                .contains("%maven [--offline] group:artifact:version ...")
                .contains("%reset");
        assertThat(cells.printed("%help notation")).contains("[on|off]");
        assertThat(cells.printed("%lsmagic")).contains("%timeit");
    }

    @Test
    void helpIsAskedForAsInPython() {
        assertThat(cells.printed("int x = 3;\nhelp(Math.abs)\nx")).contains("static int Math.abs(int");
        assertThat(cells.last()).isEqualTo(new Evaluation.Value(3));
        assertThat(cells.printed("help(\"timeit\")")).contains("runs code many times");
        assertThat(shown("help()")).contains("%reset");
        assertThat(cells.failure("%help nothingKnown").evalue()).contains("nothing is known of nothingKnown");
        assertThat(cells.printed("void help(int n) { System.out.println(\"own \" + n); }\nhelp(x)"))
                .isEqualToIgnoringNewLines("own 3");
        assertThat(cells.printed("help(x)")).as("a method of a cell").isEqualToIgnoringNewLines("own 3");
    }

    @Test
    void pagesOfHelpAreListedWithAnExample() {
        Help help = new Help(
                () -> List.of(new Help.Page("birds", "# Birds\n\nThey fly. Most do.\n\n```java\nnew Bird()\n```\n")));
        try (CellTrial cells = new CellTrial(help, Settings.NONE)) {
            List<MimeBundle> shown = cells.shown();
            cells.runs("%help");
            cells.runs("help(birds)");
            assertThat(shown.get(0).plain()).containsSubsequence("birds", "They fly", "new Bird()", "%reset");
            assertThat(shown.get(0).data().get("text/markdown").toString())
                    .contains("| `birds` | They fly | `new Bird()` |");
            assertThat(shown.get(1).data().get("text/markdown").toString()).startsWith("# Birds");
            assertThat(cells.java().complete("%help bi", 8).matches())
                    .extracting(Completions.Match::text)
                    .containsExactly("birds");
        }
    }

    @Test
    void resetForgets() {
        cells.printed("int x = 1;");
        assertThat(cells.failure("%reset\nx").evalue()).contains("line 2").contains("`x` is not defined");
    }

    @Test
    void whoListsWhatCellsDeclared() {
        cells.printed("int n = 3;\nString text = \"t\";\nint f(int a) { return a; }\nrecord R(int v) {}");
        assertThat(cells.printed("%who")).contains("n  text").contains("f").contains("R");
        assertThat(cells.printed("%whos")).containsPattern("n +int +3").containsPattern("text +String +\"t\"");
    }

    @Test
    void timesCode() {
        assertThat(cells.printed("%time 6 * 7")).containsPattern("CPU time: .*, Wall time: ");
        assertThat(cells.last()).isEqualTo(new Evaluation.Value(42));
        assertThat(cells.printed("%%time\nint a = 1;\na + 1")).containsPattern("CPU time: .*, Wall time: ");
        assertThat(cells.last()).isEqualTo(new Evaluation.Value(2));
        StringBuilder much = new StringBuilder("%%time\nint declared = 1;\n");
        for (int i = 0; i < 300; i++) {
            much.append("int much" + i + "(int x) { return x * x + " + i + "; }\n");
        }
        long start = System.nanoTime();
        String told = cells.printed(much.toString());
        double whole = (System.nanoTime() - start) / 1e6;
        Matcher wall = Pattern.compile("Wall time: ([\\d.]+) (ms|µs|s)\n").matcher(told);
        assertThat(wall.find()).as(told).isTrue();
        double millis = Double.parseDouble(wall.group(1))
                * (wall.group(2).equals("s") ? 1000 : wall.group(2).equals("ms") ? 1 : 0.001);
        assertThat(millis)
                .as("a cell that is mostly compiled: of " + whole + " ms, those it ran")
                .isLessThan(whole / 2);
        assertThat(cells.printed("%time Thread.sleep(50)"))
                .as("what it did is counted")
                .doesNotContainPattern("Wall time: ([1-4]?\\d\\.\\d+ ms|[\\d.]+ (µs|ns))");
        assertThat(cells.failure("%time").evalue()).contains("%time Math.sqrt(2)");
    }

    @Test
    void timesCodeManyTimes() {
        assertThat(cells.printed("int[] a = {3, 1, 2};\n%timeit Arrays.stream(a).sum()"))
                .contains("per run (mean ± std. dev. of 7");
    }

    @Test
    void linesOfAnExpressionAreNoMagics() {
        cells.printed("int k = 17\n  % 5;\nk");
        assertThat(cells.last()).isEqualTo(new Evaluation.Value(2));
    }

    @Test
    void codeAroundMagicsKeepsItsLines() {
        assertThat(cells.failure("int a = 1;\n%who\nint b = \"x\";").evalue()).startsWith("line 3");
    }

    @Test
    void javaShowsWhatRan() {
        cells.printed("int shown = 4;");
        assertThat(cells.printed("%java")).contains("int shown = 4;");
    }

    @Test
    void notationCanBeTurnedOff() {
        assertThat(cells.printed("%notation off")).contains("off");
        assertThat(cells.failure("var words = List.of(\"a\", \"b\");\nwords[-1]")
                        .ename())
                .isEqualTo("CompilationError");
        assertThat(cells.failure("%notation maybe").evalue()).contains("on or off");
    }

    @Test
    void filesAreWrittenAndRun(@TempDir Path folder) {
        Path file = folder.resolve("helpers.java");
        cells.printed("%%writefile " + file + "\nint fromFile() { return 12; }");
        assertThat(file).hasContent("int fromFile() { return 12; }\n");
        cells.printed("%load " + file);
        cells.printed("fromFile()");
        assertThat(cells.last()).isEqualTo(new Evaluation.Value(12));
        assertThat(cells.failure("%load " + folder.resolve("none")).evalue()).contains("there is no file");
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
        assertThat(cells.failure("lib.Thing.answer()").ename()).isEqualTo("CompilationError");
        cells.printed("int before = 1;");
        cells.printed("%jars " + folder.toString().replace('\\', '/') + "/*.jar");
        cells.printed("lib.Thing.answer() + before");
        assertThat(cells.last()).isEqualTo(new Evaluation.Value(43));
        assertThat(cells.failure("%jars " + folder.resolve("no.jar")).evalue()).contains("no file matches");
        assertThat(cells.failure("%classpath " + folder.resolve("none")).evalue())
                .contains("there is no");
        assertThat(cells.failure("%maven nonsense").evalue()).contains("group:artifact:version");
    }
}
