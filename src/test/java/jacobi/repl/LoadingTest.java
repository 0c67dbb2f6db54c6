package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code %load} and {@code %run}: files and notebooks. */
class LoadingTest {
    private final CellTrial cells = new CellTrial("import java.util.*;", "import static jacobi.repl.magic.Words.*;");

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        cells.close();
    }

    private String file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
        return file.toString();
    }

    /** A notebook as Jupyter stores it, a cell for each text. */
    private String notebook(String name, String... sources) throws IOException {
        String stored = Stream.of(sources)
                .map(source -> "{\"cell_type\": \"code\", \"metadata\": {}, \"outputs\": [], \"source\": ["
                        + Stream.of(source.split("(?<=\n)"))
                                .map(line -> '"' + line.replace("\"", "\\\"").replace("\n", "\\n") + '"')
                                .collect(Collectors.joining(", "))
                        + "]}")
                .collect(Collectors.joining(", "));
        return file(
                name,
                "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"# no code;\"}, " + stored
                        + "], \"metadata\": {}, \"nbformat\": 4}");
    }

    @Test
    void eachKindOfFileIsFoundWithAndWithoutItsEnding() throws IOException {
        for (String ending : new String[] {"java", "jshell", "jsh", "ijava"}) {
            file(ending + "File." + ending, "int " + ending + "Loaded = 1;");
            cells.runs("%load " + folder.resolve(ending + "File"));
            cells.runs("%load " + folder.resolve(ending + "File." + ending) + "  // twice");
            assertThat(cells.value(ending + "Loaded")).isEqualTo(1);
        }
        notebook("book.ipynb", "int one = 1;\n", "int two = one +\n  1;");
        cells.runs("%load " + folder.resolve("book"));
        assertThat(cells.value("two")).isEqualTo(2);
    }

    @Test
    void filesLoadOthersBesideThemAndEachOther() throws IOException {
        notebook("utils/first.ipynb", "%load second\n", "%load deep/third\nint sum = second + third;");
        file("utils/second.jsh", "/open first.ipynb", "int second = 2");
        file("utils/deep/third.java", "package some.where;", "", "public class Third {}", "int third = 3;");
        cells.runs("%load " + folder.resolve("utils/first"));
        cells.runs("%load " + folder.resolve("utils/first"));
        assertThat(cells.value("sum")).isEqualTo(5);
        assertThat(cells.value("new Third().getClass().getName()")).isEqualTo("Third");
    }

    @Test
    void loadingTwiceLeavesObjectsOfItsClassesUsable() throws IOException {
        String file = file("shapes.java", "record Square(double side) { double area() { return side * side; } }");
        cells.runs("%load " + file);
        cells.runs("Square square = new Square(3);");
        cells.runs("%load " + file);
        assertThat(cells.value("square.area()")).isEqualTo(9.0);
    }

    @Test
    void linesOfAScriptEndStatements() throws IOException {
        String script = file(
                "script.jsh",
                "/set feedback concise",
                "import java.util.regex.*",
                "/vars",
                "int base = 40",
                "List<Integer> all = List.of(1,",
                "    2)",
                "@Deprecated",
                "int plus(int x)",
                "{",
                "    return base + x",
                "        ;",
                "}",
                "if (base > 3)",
                "    base += 1",
                "plus(all.get(1))",
                "var text = all",
                "    .toString()",
                "/exit",
                "this is never read");
        cells.runs("%load " + script);
        assertThat(cells.value("plus(1) + text")).isEqualTo("42[1, 2]");
        assertThat(cells.value("Pattern.compile(\"a\").pattern()")).isEqualTo("a");
    }

    @Test
    void errorsNameFileAndLine() throws IOException {
        String java = file("broken.java", "int fine = 1;", "int bad = fine.x;");
        assertThat(cells.failure("\n\n%load " + java).evalue()).startsWith("broken.java, line 2: ");
        assertThat(String.join("\n", ((Evaluation.Failure) cells.last()).traceback()))
                .contains("broken.java, line 2", "int bad = fine.x;");
        String book = notebook("book.ipynb", "int zero = 0;", "int part(int n) {\n  return n / zero;\n}");
        cells.runs("%load " + book);
        assertThat(cells.failure("part(1)").traceback())
                .anyMatch(line -> line.contains("book.ipynb, cell 3, line 2") && line.contains("return n / zero;"));
        String magic = notebook("magic.ipynb", "int a;\n%maven nonsense");
        assertThat(cells.failure("%load " + magic).evalue()).startsWith("magic.ipynb, cell 2, line 2: %maven");
    }

    @Test
    void whatCannotBeLoadedIsSaidInOneLine() throws IOException {
        file("helpers.jsh", "int x = 1");
        assertThat(cells.failure("%load " + folder.resolve("heplers.jsh")).evalue())
                .contains("there is no file")
                .endsWith("there is helpers.jsh");
        assertThat(cells.failure("%load " + folder.resolve("helper")).evalue()).endsWith("there is helpers.jsh");
        assertThat(cells.failure("%load " + folder.resolve("none")).evalue())
                .contains(".java .jshell .jsh .ijava .ipynb");
        assertThat(cells.failure("%load " + file("bad.ipynb", "{\"cells\": [", "oops"))
                        .evalue())
                .contains("is no notebook: line 2");
        assertThat(cells.failure("%load " + file("old.ipynb", "{\"worksheets\": []}"))
                        .evalue())
                .contains("no notebook of format 4");
        Files.write(folder.resolve("latin.java"), new byte[] {'/', '/', (byte) 0xe4, '\n'});
        assertThat(cells.failure("%load " + folder.resolve("latin.java")).evalue())
                .contains("UTF-8");
        assertThat(cells.failure("%load").evalue()).contains("%load helpers.java");
    }

    @Test
    void runCallsMainWithArguments() throws IOException {
        String program = file(
                "Program.java",
                "public class Program {",
                "  public static void main(String[] args) { System.out.println(args.length + \" \" + args[1]); }",
                "}");
        assertThat(cells.runs("%run " + program + " a \"b")).isEqualTo("2 \"b\n");
        String none = file("none.java", "int ran = 1;");
        assertThat(cells.failure("%run " + none + " a").evalue()).contains("no class with a main(String[])");
        assertThat(cells.value("ran")).isEqualTo(1);
    }

    @Test
    void commandsOfJShellStandInCells() {
        cells.runs("import java.time.Year;\nint number = 3;\nint twice(int n) { return 2 * n; }");
        assertThat(cells.runs("/vars")).contains("number").doesNotContain("twice");
        assertThat(cells.runs("/methods")).contains("twice").doesNotContain("number");
        assertThat(cells.runs("/imports")).isEqualTo("import java.time.Year;\n");
        assertThat(cells.runs("/list 1")).contains("int number = 3;");
        assertThat(cells.runs("/exit")).contains("shut it down");
        assertThat(cells.value("int a = 8\n/number;\na")).as("division goes on").isEqualTo(2);
        assertThat(cells.failure("/env --class-path " + folder.resolve("no.jar"))
                        .evalue())
                .contains("there is no");
        assertThat(cells.failure("/env --add-modules java.sql").evalue()).contains("JACOBI_JVM_OPTS");
        cells.runs("/reset");
        assertThat(cells.failure("number").ename()).isEqualTo("CompilationError");
    }
}
