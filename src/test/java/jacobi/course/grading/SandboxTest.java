package jacobi.course.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
@EnabledOnOs(OS.LINUX)
class SandboxTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void itsProcessFindsNoNetworkNoMarksAndWritesOnlyItsOwnFolder(Sandbox.Kind kind) throws Exception {
        Path marks = Files.createDirectory(Path.of("target").resolve("sandbox-" + System.nanoTime()));
        Files.writeString(marks.resolve("marks.csv"), "secret");
        Sandbox sandbox = Sandbox.of(kind, List.of(marks));
        assumeThat(sandbox.kind()).as(sandbox.why()).isNotEqualTo(Sandbox.Kind.NONE);
        try (WorkFolder own = WorkFolder.with(Map.of(), null)) {
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

    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void javaKnowsItsMachineInside(Sandbox.Kind kind) throws Exception {
        Sandbox sandbox = Sandbox.of(kind, List.of());
        assumeThat(sandbox.kind()).as(sandbox.why()).isEqualTo(kind);
        List<Path> needed = List.of(
                Path.of(System.getProperty("java.home")),
                Path.of("target/classes").toAbsolutePath(),
                Path.of("target/test-classes").toAbsolutePath());
        String java = needed.get(0).resolve("bin/java").toString();
        String classes = needed.get(1) + File.pathSeparator + needed.get(2);
        try (WorkFolder own = WorkFolder.with(Map.of(), null)) {
            Process process = new ProcessBuilder(sandbox.command(
                            List.of(java, "-XX:+UseSerialGC", "-cp", classes, Asking.class.getName()),
                            own.root(),
                            needed))
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(process.getInputStream().readAllBytes())).isEqualTo("known: true");
        }
    }

    /** A process that asks what a kernel's meter asks. */
    static final class Asking {
        public static void main(String[] arguments) {
            System.out.print("known: " + jacobi.repl.Machine.known().isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void whatIsNeededOfAHiddenFolderIsThere(Sandbox.Kind kind) throws Exception {
        Path hidden = Files.createDirectory(folder.resolve("hidden"));
        Path program = Files.createDirectories(hidden.resolve("lib dir/classes"));
        Files.writeString(program.resolve("a.class"), "code");
        Files.writeString(hidden.resolve("lib dir/b.jar"), "jar");
        Files.writeString(hidden.resolve("secret"), "secret");
        Sandbox sandbox = Sandbox.of(kind, List.of(hidden));
        assumeThat(sandbox.kind()).as(sandbox.why()).isNotEqualTo(Sandbox.Kind.NONE);
        try (WorkFolder own = WorkFolder.with(Map.of(), null)) {
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
