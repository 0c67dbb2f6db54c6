package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Magics that run programs of the system, go to folders and ask databases. */
@DisabledOnOs(OS.WINDOWS)
class SystemMagicsTest {
    private final CellTrial cells = new CellTrial("import java.util.*;", "import static jacobi.repl.magic.Words.*;");

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        cells.close();
    }

    @Test
    void aLineWithAnExclamationMarkIsACommand() {
        assertThat(cells.runs("int a = 1;\n!echo one; echo two >&2\nint b = 2;"))
                .isEqualTo("one\n");
        assertThat(cells.errors()).isEqualTo("two\n");
        assertThat(cells.value("a + b")).isEqualTo(3);
        assertThat(cells.failure("!exit 3").evalue()).contains("exit code 3");
        assertThat(cells.failure("%system no-such-program").evalue()).contains("exit code 127", "PATH");
    }

    @Test
    void negationStaysJava() {
        cells.runs("boolean done = true;\nList<String> list = List.of();");
        assertThat(cells.value("!done")).isEqualTo(false);
        assertThat(cells.value("!list.isEmpty()")).isEqualTo(false);
        assertThat(cells.value("boolean fresh = false;\n!fresh")).isEqualTo(true);
        assertThat(cells.value("!(done || list.isEmpty())")).isEqualTo(false);
    }

    @Test
    void aCellIsAScriptWithArguments() {
        assertThat(cells.runs("%%bash x 'y\nfor i in 1 2\ndo echo $1 $2 $i; done"))
                .isEqualTo("x 'y 1\nx 'y 2\n");
        assertThat(cells.runs("%%sh\necho $((6 * 7))")).isEqualTo("42\n");
        assertThat(cells.failure("%%bash\n").evalue()).contains("write the commands below it");
    }

    @Test
    void itsLinesCanBeAValue() {
        assertThat(cells.value("List<String> lines = %system printf 'a\\nb\\n'\nlines"))
                .isEqualTo(List.of("a", "b"));
        assertThat(cells.value("String text = \"\"\"\n  x = %who\n  \"\"\";\ntext.strip()"))
                .isEqualTo("x = %who");
        assertThat(cells.value("lineMagic(\"system\", List.of(\"echo\", \"c\"))"))
                .isEqualTo(List.of("c"));
        assertThat(cells.value("cellMagic(\"bash\", List.of(), \"echo d\\necho e\")"))
                .isEqualTo(List.of("d", "e"));
    }

    @Tag("slow")
    @Test
    void anInterruptEndsTheProgram() throws Exception {
        Path mark = folder.resolve("started");
        CompletableFuture<Void> interrupted = CompletableFuture.runAsync(() -> {
            try {
                while (!Files.exists(mark)) {
                    Thread.sleep(5);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            cells.java().interrupt();
        });
        assertThat(cells.failure("%%bash\nsleep 600 &\necho $! > " + mark + "\nwait")
                        .ename())
                .isEqualTo("KeyboardInterrupt");
        interrupted.get(10, TimeUnit.SECONDS);
        long sleeper = Long.parseLong(Files.readString(mark).strip());
        ProcessHandle.of(sleeper)
                .ifPresent(handle ->
                        handle.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        assertThat(cells.value("1 + 1")).isEqualTo(2);
    }

    @Test
    void magicsFindFilesFromTheFolderOneGoesTo() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/here.java"), "int here = 1;");
        assertThat(cells.runs("%cd " + folder)).startsWith(folder.toString()).contains("Path.of");
        assertThat(cells.runs("%ls")).isEqualTo("data/\n");
        assertThat(cells.runs("%cd data\n%pwd\n!pwd"))
                .endsWith(folder.resolve("data") + "\n" + folder.resolve("data") + "\n");
        cells.runs("%load here");
        assertThat(cells.runs("%ls -l *.java")).contains("13  ").endsWith("here.java\n");
        cells.runs("%%writefile -a notes.txt\none");
        cells.runs("%%writefile -a notes.txt\ntwo");
        assertThat(folder.resolve("data/notes.txt")).hasContent("one\ntwo\n");
        assertThat(cells.value("List<String> found = %ls\nfound")).isEqualTo(List.of("here.java", "notes.txt"));
        assertThat(cells.failure("%cd ../dat").evalue())
                .contains("there is no folder")
                .endsWith("there is data");
        assertThat(cells.failure("%ls -x").evalue()).contains("no option -x");
        assertThat(cells.runs("%cd -")).startsWith(folder.toString());
    }

    @Test
    void historyPrintsCellsAsTyped() {
        cells.runs("int a = 1;");
        cells.runs("%who");
        cells.runs("int c = 3;");
        assertThat(cells.runs("%history")).isEqualTo("int a = 1;\n%who\nint c = 3;\n");
        assertThat(cells.runs("%history -n 2-3")).isEqualTo("2: %who\n3: int c = 3;\n");
        assertThat(cells.failure("%history 9").evalue()).contains("no such cell");
        assertThat(cells.failure("%history all").evalue()).contains("%history 2-5");
    }

    @Test
    void theJavaThatRunsIsToldOf() {
        assertThat(cells.runs("%jvm")).contains("Java " + Runtime.version(), "MB at most");
        assertThat(cells.failure("%jvm -Xmx4g").evalue()).contains("JACOBI_JVM_OPTS=\"-Xmx4g\"");
    }

    @Test
    void codeIsAValueInACell() {
        assertThat(cells.value("eval(\"int made = 4; made * 2\")")).isEqualTo(8);
        assertThat(cells.value("made")).isEqualTo(4);
        assertThat(cells.failure("eval(\"int = 4\")").evalue()).contains("this Java code cannot run");
        assertThat(cells.failure("eval(\"1 / 0\")").ename()).isEqualTo("ArithmeticException");
    }

    @Test
    void aDatabaseIsAskedThroughTheDriverOfALibrary() throws Exception {
        cells.runs("%jars "
                + BuiltJar.write(
                        folder.resolve("driver.jar"),
                        "fake/Driver.java",
                        FAKE_DRIVER,
                        "META-INF/services/java.sql.Driver",
                        "fake.Driver\n"));
        assertThat(cells.failure("%sql SELECT 1").evalue()).contains("name the database first");
        assertThat(cells.failure("%sql jdbc:sqlite:school.db").evalue()).contains("%maven org.xerial:sqlite-jdbc");
        cells.runs("%sql jdbc:fake:school");
        assertThat(cells.runs("%%sql\nINSERT a;; -- b;\nINSERT 'c;'"))
                .as("the driver echoes each statement")
                .isEqualTo("<INSERT a>\n3 rows\n<INSERT 'c;'>\n3 rows\n");
        assertThat(cells.value("%sql SELECT 'x' FROM y").toString()).isEqualTo("name  n\nAda   1\nNULL  2");
        cells.runs("var other = new fake.Driver().connect(\"jdbc:fake:b\", null);");
        cells.runs("%%sql other\nSELECT 1");
        assertThat(cells.failure("%%sql cells\nSELECT 1").evalue()).contains("neither a JDBC address");
        assertThat(cells.failure("%sql FAIL").evalue()).contains("no table y", "in FAIL");
    }

    /** Knows {@code jdbc:fake:}, counts three rows for each change, and has one answer to each question. */
    private static final String FAKE_DRIVER = """
        package fake;
        import java.lang.reflect.*;
        import java.sql.*;
        import java.util.*;
        public class Driver implements java.sql.Driver {
            private static <T> T made(Class<T> type, InvocationHandler handler) {
                return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
            }
            private static ResultSet rows() {
                int[] row = {0};
                return made(ResultSet.class, (p, m, a) -> switch (m.getName()) {
                    case "next" -> row[0]++ < 2;
                    case "getString" -> (int) a[0] == 2 ? "" + row[0] : row[0] == 1 ? "Ada" : null;
                    case "getMetaData" -> made(ResultSetMetaData.class, (q, n, b) ->
                        n.getName().equals("getColumnCount") ? 2 : (int) b[0] == 1 ? "name" : "n");
                    default -> null;
                });
            }
            public Connection connect(String url, Properties info) {
                return !acceptsURL(url) ? null : made(Connection.class, (p, m, a) ->
                    !m.getName().equals("createStatement") ? null : made(Statement.class, (q, n, b) -> switch \
        (n.getName()) {
                        case "execute" -> {
                            if (b[0].equals("FAIL")) throw new SQLException("no table y");
                            boolean question = b[0].toString().startsWith("SELECT");
                            if (!question) System.out.println("<" + b[0] + ">");
                            yield question;
                        }
                        case "getUpdateCount" -> 3;
                        case "getResultSet" -> rows();
                        default -> null;
                    }));
            }
            public boolean acceptsURL(String url) { return url.startsWith("jdbc:fake:"); }
            public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) { return new \
        DriverPropertyInfo[0]; }
            public int getMajorVersion() { return 1; }
            public int getMinorVersion() { return 0; }
            public boolean jdbcCompliant() { return false; }
            public java.util.logging.Logger getParentLogger() { return null; }
        }
        """;
}
