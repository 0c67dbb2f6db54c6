package jacobi.course.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@EnabledOnOs(OS.LINUX)
class SandboxTest {
    @TempDir
    Path folder;

    @Test
    void itsProcessFindsNoNetworkNoMarksAndWritesOnlyItsOwnFolder() throws Exception {
        Path marks = Files.createDirectory(Path.of("target").resolve("sandbox-" + System.nanoTime()));
        Files.writeString(marks.resolve("marks.csv"), "secret");
        Sandbox sandbox = Sandbox.best(List.of(marks));
        assumeThat(sandbox.kind()).as(sandbox.why()).isNotEqualTo(Sandbox.Kind.NONE);
        try (WorkFolder own = WorkFolder.with(null)) {
            String said = run(
                    sandbox,
                    own,
                    "echo own > inside; ls " + marks.toAbsolutePath() + "; cat " + marks.toAbsolutePath()
                            + "/marks.csv; echo bad > " + marks.toAbsolutePath() + "/marks.csv"
                            + "; touch " + Path.of("pom.xml").toAbsolutePath() + " && echo touched"
                            + "; umount " + marks.toAbsolutePath() + " && echo revealed"
                            + "; cat /proc/net/dev; echo done");
            assertThat(own.work().resolve("inside")).hasContent("own\n".strip());
            assertThat(said)
                    .contains("done")
                    .doesNotContain("secret", "touched", "revealed", "eth0")
                    .contains("lo:");
            assertThat(marks.resolve("marks.csv")).hasContent("secret");
        } finally {
            WorkFolder.delete(marks);
        }
    }

    @Test
    void whatIsNeededOfAHiddenFolderIsThere() throws Exception {
        Path hidden = Files.createDirectory(folder.resolve("hidden"));
        Path program = Files.createDirectories(hidden.resolve("lib dir/classes"));
        Files.writeString(program.resolve("a.class"), "code");
        Files.writeString(hidden.resolve("lib dir/b.jar"), "jar");
        Files.writeString(hidden.resolve("secret"), "secret");
        Sandbox sandbox = Sandbox.best(List.of(hidden));
        assumeThat(sandbox.kind()).as(sandbox.why()).isNotEqualTo(Sandbox.Kind.NONE);
        try (WorkFolder own = WorkFolder.with(null)) {
            List<Path> needed = List.of(program, hidden.resolve("lib dir/b.jar"));
            Process process = new ProcessBuilder(sandbox.command(
                            List.of(
                                    "sh",
                                    "-c",
                                    "cat '" + program + "/a.class' '" + needed.get(1) + "'; ls '" + hidden + "'"),
                            own.root(),
                            needed))
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(process.getInputStream().readAllBytes())).isEqualTo("codejarlib dir\n");
        }
    }

    private static String run(Sandbox sandbox, WorkFolder own, String script) throws Exception {
        Process process = new ProcessBuilder(sandbox.command(List.of("sh", "-c", script), own.root(), List.of()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said;
    }
}
