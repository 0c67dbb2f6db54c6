package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tooltip tells of libraries that were added: what their sources say, or the pages javadoc wrote. */
@Tag("slow")
class LibraryDocumentationTest {
    private static final String LOCAL = "maven.repo.local";
    private static final String SOURCE = """
            package tool;

            /** Sharpens pencils. With care. */
            public class Tool {
                /** How many there are. */
                public static final int PENCILS = 3;

                /** Makes one of steel. */
                public Tool(String... steel) { }

                /**
                 * Sharpens a pencil.
                 *
                 * @param pencil the pencil, blunt
                 * @return the pencil, sharp
                 */
                public <T> T sharpen(T pencil, int[] turns, java.util.List<String> names) {
                    return pencil;
                }
            }
            """;

    private final JavaEvaluator java = new JavaEvaluator(List.of("import java.util.*;"));
    private String before;

    @TempDir
    Path folder;

    @BeforeEach
    void localRepository() {
        before = System.setProperty(LOCAL, folder.resolve("local").toString());
    }

    @AfterEach
    void close() {
        java.close();
        if (before == null) {
            System.clearProperty(LOCAL);
        } else {
            System.setProperty(LOCAL, before);
        }
    }

    @Test
    void sourcesBesideTheJar() throws IOException {
        Path jar = BuiltJar.write(folder.resolve("tool-1.0.jar"), "tool/Tool.java", SOURCE);
        zip(folder.resolve("tool-1.0-sources.jar"), Map.of("tool/Tool.java", SOURCE));
        run("%jars " + jar);
        assertTells();
        assertThat(asked("Tool.PENCILS", 1)).contains("public static final int PENCILS = 3");
    }

    @Test
    void pagesBesideTheJar() throws IOException {
        Path jar = BuiltJar.write(folder.resolve("tool-1.0.jar"), "tool/Tool.java", SOURCE);
        pages(folder.resolve("tool-1.0-javadoc.jar"));
        run("%jars " + jar);
        assertTells();
    }

    @Test
    void whatOlderReleasesOfJavadocWrote() throws IOException {
        Path jar = BuiltJar.write(folder.resolve("tool-1.0.jar"), "tool/Tool.java", SOURCE);
        zip(folder.resolve("tool-1.0-javadoc.jar"), Map.of("tool/Tool.html", """
                <div class="contentContainer"><div class="description"><ul class="blockList"><li class="blockList">
                <div class="block">Sharpens pencils.</div></li></ul></div>
                <a name="sharpen-java.lang.Object-int:A-java.util.List-"><!--   --></a>
                <a name="sharpen-T-int:A-java.util.List-"><!--   --></a>
                <ul class="blockListLast"><li class="blockList"><h4>sharpen</h4>
                <div class="block">Sharpens a pencil.</div>
                <dl><dt><span class="paramLabel">Parameters:</span></dt><dd><code>pencil</code> - the pencil, blunt</dd>
                <dt><span class="returnLabel">Returns:</span></dt><dd>the pencil, sharp</dd></dl></li></ul></div>
                """));
        run("%jars " + jar);
        run("import tool.Tool;");
        assertThat(asked("new Tool().sharpen", 0))
                .contains("Sharpens a pencil.", "Parameter pencil the pencil, blunt", "Returns the pencil, sharp");
    }

    @Test
    void aJarOfSourcesThatWasAdded() throws IOException {
        Path jar = BuiltJar.write(folder.resolve("tool-1.0.jar"), "tool/Tool.java", SOURCE);
        Path sources = zip(folder.resolve("elsewhere/tool-code.jar"), Map.of("tool/Tool.java", SOURCE));
        run("%jars " + jar + " " + sources);
        assertTells();
    }

    @Test
    void sourcesAreFetchedWhenAReaderAsks() throws IOException {
        Path home = Files.createDirectories(folder.resolve("remote/built/tool/1.0"));
        Files.writeString(
                home.resolve("tool-1.0.pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>built</groupId><artifactId>tool</artifactId>"
                        + "<version>1.0</version></project>");
        BuiltJar.write(home.resolve("tool-1.0.jar"), "tool/Tool.java", SOURCE);
        zip(home.resolve("tool-1.0-sources.jar"), Map.of("tool/Tool.java", SOURCE));
        run("%mavenRepo built " + folder.resolve("remote").toUri());
        run("%maven built:tool:1.0");
        Path fetched = folder.resolve("local/built/tool/1.0/tool-1.0-sources.jar");
        assertThat(fetched).doesNotExist();
        run("import tool.Tool;");
        String told = asked("new Tool().sharpen", 0);
        // The first answer does not wait for a slow machine; the jar comes all the same.
        for (int i = 0; i < 600 && !told.contains("Sharpens a pencil."); i++) {
            pause();
            told = asked("new Tool().sharpen", 0);
        }
        assertThat(told).contains("Sharpens a pencil.");
        assertThat(fetched).exists();
    }

    private void assertTells() {
        run("import tool.Tool;");
        assertThat(asked("Tool", 0)).contains("class Tool", "Sharpens pencils.", "With care.");
        assertThat(asked("new Tool().sharpen", 0))
                .contains("Sharpens a pencil.", "Parameter pencil the pencil, blunt", "Returns the pencil, sharp");
        assertThat(asked("Tool.PENCILS", 0)).contains("How many there are.");
        assertThat(asked("new Tool", 0)).contains("new Tool(String...)", "Makes one of steel.");
        assertThat(asked("new Tool(", 0)).contains("Makes one of steel.");
    }

    private void run(String cell) {
        assertThat(java.evaluate(cell.replace('\\', '/'), 1)).isEqualTo(new Evaluation.Done());
    }

    private String asked(String source, int detail) {
        return java.inspect(source, source.length(), detail).text();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Path zip(Path file, Map<String, String> contents) throws IOException {
        Files.createDirectories(file.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes());
            }
        }
        return file;
    }

    /** As the javadoc of this JDK writes them. */
    private void pages(Path jar) throws IOException {
        Path source = Files.createDirectories(folder.resolve("src/tool")).resolve("Tool.java");
        Files.writeString(source, SOURCE);
        Path out = folder.resolve("pages");
        int code = ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(System.out, System.err, "-quiet", "-Xdoclint:none", "-d", out.toString(), source.toString());
        assertThat(code).isZero();
        zip(jar, Map.of("tool/Tool.html", Files.readString(out.resolve("tool/Tool.html"))));
    }
}
