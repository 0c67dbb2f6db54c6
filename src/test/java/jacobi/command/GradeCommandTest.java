package jacobi.command;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.course.grading.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A class is graded as a teacher would have it done, with the exact table that must come of it. */
@EnabledOnOs(OS.LINUX)
class GradeCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    @Tag("soak")
    void aSmallClassIsGradedExactlyAndWhatDidNotChangeIsKept() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            GeneratedClass all = new GeneratedClass(folder, server.getLocalPort());
            all.right(2).half(4).wrong(1).hostile(isSandboxed());
            all.keep(List.of(
                    "right-b",
                    "half-a",
                    "half-d",
                    "wrong-a",
                    "hostile-halt",
                    "hostile-redefine-check",
                    "hostile-read-the-marks",
                    "hostile-open-a-socket"));
            all.write();
            assertThat(all.students()).hasSize(8);
            grade(all, "marks");
            assertTable(all, "marks");
            assertNobodyCame(server);
            String page = Files.readString(folder.resolve("marks/students/half-a.html"));
            assertThat(page).contains("11", "class-3 · The largest").doesNotContain("-0.5", "SECRET");
            // A person marks the text of one; nothing runs again.
            Path manual = folder.resolve("marks/manual.csv");
            Files.writeString(manual, Files.readString(manual).replace("right-b,class-5,", "right-b,class-5,4.5"));
            out.getBuffer().setLength(0);
            grade(all, "marks");
            assertThat(out.toString().lines().filter(line -> line.endsWith("as before")))
                    .hasSize(8);
            assertThat(table("marks")).containsEntry("right-b", "2,3,4,1,4.5,3,17.5");
        }
    }

    @Test
    @Tag("soak")
    void aClassOfSixtyIsGradedExactlyAndTwiceTheSame() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            GeneratedClass all = new GeneratedClass(folder, server.getLocalPort());
            all.hostile(isSandboxed());
            assertThat(all.students().size()).isGreaterThanOrEqualTo(25);
            all.wrong(8).half(10);
            all.right(60 - all.students().size());
            all.write();
            grade(all, "marks");
            assertTable(all, "marks");
            assertNobodyCame(server);
            grade(all, "again");
            assertThat(table("again")).isEqualTo(table("marks"));
        }
    }

    @Test
    @Tag("soak")
    void twoMachinesShareAClass() throws Exception {
        GeneratedClass all = new GeneratedClass(folder, 1);
        all.right(2).half(1).write();
        grade(all, "marks", "--shard", "1/2");
        assertThat(table("marks")).hasSize(2);
        grade(all, "marks", "--shard", "2/2");
        assertTable(all, "marks");
        assertThat(run(
                        "course",
                        "grade",
                        "--teacher",
                        all.teacher().toString(),
                        all.submissions().toString(),
                        "--shard",
                        "3/2"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--shard is 3/2");
    }

    private static boolean isSandboxed() throws InterruptedException {
        return Sandbox.best(List.of()).kind() != Sandbox.Kind.NONE;
    }

    private void grade(GeneratedClass all, String marks, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "course",
                "grade",
                all.submissions().toString(),
                "--teacher",
                all.teacher().toString(),
                "-o",
                folder.resolve(marks).toString(),
                "--jobs",
                "2",
                "--heap",
                "256",
                "--timeout",
                "60",
                "--max-output",
                "1"));
        arguments.addAll(List.of(more));
        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
    }

    private int run(String... arguments) {
        CommandLine line = Commands.line(() -> null);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private void assertTable(GeneratedClass all, String marks) throws IOException {
        Map<String, String> expected = new TreeMap<>();
        all.students().forEach(student -> expected.put(student.name(), student.row()));
        assertThat(table(marks)).isEqualTo(expected);
        Map<String, String> flags = column(marks);
        for (GeneratedClass.Student student : all.students()) {
            if (student.flags() != null) {
                String open = student.row().contains(",,") ? "to-be-marked" : "";
                List<String> told = List.of(flags.get(student.name()).split(" "));
                assertThat(told)
                        .as(student.name())
                        .containsAll(
                                List.of((student.flags() + " " + open).strip().split(" ")))
                        .doesNotContain("damaged", "out-of-time");
                assertThat(told.contains("to-be-marked")).as(student.name()).isEqualTo(!open.isEmpty());
            }
        }
        try (var files = Files.list(folder.resolve(marks + "/students"))) {
            for (Path file : files.toList()) {
                assertThat(file).content().doesNotContain("SECRET-OF-THE-TEACHER");
            }
        }
    }

    /** What stands between the name and the seconds. */
    private Map<String, String> table(String marks) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : rows(marks)) {
            String[] fields = line.split(",", -1);
            rows.put(fields[0], String.join(",", List.of(fields).subList(1, fields.length - 2)));
        }
        return rows;
    }

    private Map<String, String> column(String marks) throws IOException {
        Map<String, String> flags = new LinkedHashMap<>();
        for (String line : rows(marks)) {
            flags.put(line.substring(0, line.indexOf(',')), line.substring(line.lastIndexOf(',') + 1));
        }
        return flags;
    }

    private List<String> rows(String marks) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(marks).resolve("marks.csv"));
        assertThat(lines.get(0))
                .isEqualTo("student,class-1,class-2,class-3,class-4,class-5,class-6,total,seconds,flags");
        return lines.subList(1, lines.size());
    }

    private void assertNobodyCame(ServerSocket server) throws Exception {
        if (!isSandboxed()) {
            return;
        }
        server.setSoTimeout(100);
        try (Socket came = server.accept()) {
            assertThat(came).as("a submission reached the network").isNull();
        } catch (SocketTimeoutException e) {
            // Nobody did.
        }
    }
}
