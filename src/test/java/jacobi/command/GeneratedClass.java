package jacobi.command;

import jacobi.course.NotebookText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A class that was made up: a teacher's notebook, and submissions that are right, right in part, wrong, or hostile,
 * each with the row of the table it must get.
 */
final class GeneratedClass {
    private static final String RIGHT = "2,3,4,1,,3,13";

    private static final String GIVEN = "var X = tensor([[1.0, 2], [3, 4]]);";
    private static final String STUB = "todo()";
    private static final String QUESTION = "Why is the mean of each row zero?";

    private final Path folder;
    /** What a submission tries to read. */
    private final Path secret;
    /** Where a server of this machine listens. */
    private final int port;

    private final List<Student> students = new ArrayList<>();

    /**
     * A submission.
     *
     * @param cells the student's cells by exercise
     * @param row what stands in the table after the name: points, total
     * @param flags the words that must stand in the last column, besides {@code to-be-marked} where points are open
     */
    record Student(String name, Map<String, String> cells, String row, String flags) {}

    GeneratedClass(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.secret = teacher().resolveSibling("exercises").resolve("class.yaml");
        Files.createDirectories(secret.getParent());
        Files.writeString(secret, EXERCISES);
        Files.writeString(
                teacher(),
                NotebookText.of(List.of(
                        locked("given", GIVEN, 0),
                        answer("class-1", "Tensor answer = X + 10;\ncheck(\"class-1\", answer)"),
                        answer(
                                "class-2",
                                "Tensor center(Tensor X) {\n    return " + STUB
                                        + ";\n}\ncheck(\"class-2\", X -> center(X))"),
                        answer(
                                "class-3",
                                "Number largest(Tensor x) {\n    return " + STUB
                                        + ";\n}\ncheck(\"class-3\", x -> largest(x))"),
                        solution("twice", "int twice(int n) {\n    return 2 * n;\n}"),
                        locked(
                                "class-4",
                                "// BEGIN HIDDEN TESTS\nif (twice(21) != 42) {\n"
                                        + "    throw new AssertionError(\"twice\");\n}\n// END HIDDEN TESTS",
                                1),
                        written(QUESTION),
                        answer(
                                "class-6",
                                "Tensor scale(Tensor x) {\n    return " + STUB
                                        + ";\n}\ncheck(\"class-6\", x -> scale(x))"))));
    }

    Path teacher() {
        return folder.resolve("teacher/class.ipynb");
    }

    Path submissions() {
        return folder.resolve("submitted");
    }

    List<Student> students() {
        return students;
    }

    /** Writes what has been added. */
    void write() throws IOException {
        for (Student student : students) {
            Path file = submissions().resolve(student.name()).resolve("class.ipynb");
            Files.createDirectories(file.getParent());
            Map<String, String> cells = student.cells();
            Files.writeString(
                    file,
                    NotebookText.of(List.of(
                            locked("given", GIVEN, 0),
                            answer("class-1", cells.get("class-1")),
                            answer("class-2", cells.get("class-2")),
                            answer("class-3", cells.get("class-3")),
                            solution("twice", cells.get("twice")),
                            locked("class-4", "", 1),
                            written(cells.get("why")),
                            answer("class-6", cells.get("class-6")))));
        }
    }

    /** Submissions that get every point, in different styles. */
    GeneratedClass right(int count) {
        List<Map<String, String>> styles = List.of(
                Map.of(),
                Map.of("class-1", "var answer = X.add(10);", "class-6", "Tensor scale(Tensor x) { return x.div(2); }"),
                Map.of("class-3", "double largest(Tensor x) { return x.max().item().doubleValue(); }"),
                Map.of(
                        "class-2",
                        "Tensor center(Tensor X) {\n"
                                + "    var mean = X.sum(1, true) / X.shape[1];\n"
                                + "    return X - mean;\n"
                                + "}",
                        "class-6",
                        "Tensor scale(Tensor x) {\n    var y = x.clone();\n    y *= 0.5;\n    return y;\n}"));
        for (int i = 0; i < count; i++) {
            add("right-" + (char) ('a' + i), styles.get(i % styles.size()), RIGHT, "");
        }
        return this;
    }

    /** Submissions that miss some questions, or are right in part. */
    GeneratedClass half(int count) {
        List<Student> kinds = List.of(
                new Student(
                        "",
                        Map.of(
                                "class-3",
                                "Number largest(Tensor x) { return Math.max(0, x.max().item().doubleValue()); }"),
                        "2,3,2,1,,3,11",
                        ""),
                new Student(
                        "",
                        Map.of("class-2", "Tensor center(Tensor X) { return " + STUB + "; }", "class-6", "// later"),
                        "2,0,4,1,,0,7",
                        ""),
                new Student(
                        "",
                        Map.of("twice", "int twice(int n) { return n + 21; }", "class-1", "Tensor answer = X + 1;"),
                        "0,3,4,1,,3,11",
                        ""),
                new Student(
                        "",
                        Map.of("twice", "int twice(int n) { return n; }", "class-6", "Tensor scale(Tensor x) {"),
                        "2,3,4,0,,0,9",
                        ""));
        for (int i = 0; i < count; i++) {
            Student kind = kinds.get(i % kinds.size());
            add("half-" + (char) ('a' + i), kind.cells(), kind.row(), "");
        }
        return this;
    }

    /** Submissions with next to nothing right. */
    GeneratedClass wrong(int count) {
        Map<String, String> stubs = Map.of(
                "class-1", "Tensor answer = todo();",
                "class-2", "Tensor center(Tensor X) { return todo(); }",
                "class-3", "Number largest(Tensor x) { return todo(); }",
                "twice", "int twice(int n) { return 0; }",
                "why", QUESTION,
                "class-6", "Tensor scale(Tensor x) { return todo(); }");
        Map<String, String> guesses = Map.of(
                "class-1", "var answer = \"the sum\";",
                // The numbers that the card shows.
                "class-2", "Tensor center(Tensor X) { return tensor([[-1.0, 0, 1], [-2, -1, 3]]); }",
                "class-3", "Number largest(Tensor x) { throw new IllegalStateException(\"no idea\"); }",
                "twice", "int twice(int n) { return n / 0; }",
                "class-6", "Tensor scale(Tensor x, Tensor y) { return x; }");
        for (int i = 0; i < count; i++) {
            boolean attempted = i % 2 != 0;
            add(
                    "wrong-" + (char) ('a' + i),
                    attempted ? guesses : stubs,
                    attempted ? "0,0,0,0,,0,0" : "0,0,0,0,0,0,0",
                    "");
        }
        return this;
    }

    /**
     * Submissions whose last cell attacks: the questions before it keep their points.
     *
     * @param sandboxed whether those may be among them that would harm this process
     */
    GeneratedClass hostile(boolean sandboxed) {
        String answer = "\nTensor scale(Tensor x) { return x; }";
        attack(
                "redefine-check",
                "void check(String id, Object answer) {}\nvoid check(String id,"
                        + " java.util.function.Function<Tensor, ?> f) {}" + answer,
                "");
        attack("redefine-tensor", "class Tensor { public boolean equals(Object other) { return true; } }" + answer, "");
        attack("redefine-hand-in", "class HandIn { static Object ask(Object... all) { return 1; } }" + answer, "");
        attack("shadow-package", "var jacobi = 1;" + answer, "");
        attack(
                "reflect-passed",
                "var a = Class.forName(\"jacobi.exercise.Attempts\").getDeclaredConstructor();\n"
                        + "a.setAccessible(true); var b = a.newInstance();" + answer,
                "");
        attack(
                "reflect-noted",
                "var f = Class.forName(\"jacobi.exercise.HandIn\").getDeclaredField(\"RAN\");\n"
                        + "f.setAccessible(true); ((Map) f.get(null)).put(\"class-6\", Set.of(\"right\"));" + answer,
                "");
        attack("exit", "System.exit(0);" + answer, "");
        attack("halt", "Runtime.getRuntime().halt(0);" + answer, null);
        attack(
                "exit-later",
                "new Thread(() -> { try { Thread.sleep(300); } catch (Exception e) {}"
                        + " Runtime.getRuntime().halt(3); }).start();\nThread.sleep(5000);" + answer,
                null);
        attack("endless-loop", "while (true) {}", "timeout");
        attack("endless-sleep", "while (true) { try { Thread.sleep(100000); } catch (Throwable t) {} }", "timeout");
        attack("endless-function", "Tensor scale(Tensor x) { while (true) {} }", "");
        attack("deep", "Tensor scale(Tensor x) { return scale(x); }", "");
        attack("halting-function", "Tensor scale(Tensor x) { Runtime.getRuntime().halt(1); return x; }", null);
        attack(
                "eat-memory",
                "var all = new ArrayList<long[]>();\nwhile (true) all.add(new long[1 << 20]);" + answer,
                null);
        attack(
                "many-threads",
                "for (int i = 0; i < 5000; i++) { new Thread(() -> { try { Thread.sleep(600000); }"
                        + " catch (InterruptedException e) {} }).start(); }" + answer,
                null);
        attack(
                "print-a-gigabyte",
                "var line = \"x\".repeat(1000);\nfor (int i = 0; i < 1000000; i++)" + " System.out.println(line);"
                        + answer,
                "flooded");
        attack("open-a-socket", "new java.net.Socket(\"127.0.0.1\", " + port + ").close();" + answer, "");
        attack(
                "read-the-marks",
                "Tensor scale(Tensor x) throws Exception { throw new Exception(Files.readString(Path.of(\"" + secret
                        + "\"))); }",
                "");
        attack(
                "write-the-marks",
                "try { Files.writeString(Path.of(\"" + folder.resolve("marks/marks.csv")
                        + "\"), \"me,100\"); } catch (IOException e) {}" + answer,
                "");
        attack(
                "read-the-others",
                "Files.list(Path.of(\"" + submissions() + "\")).forEach(System.out::println);" + answer,
                "");
        attack(
                "leave-threads",
                "for (int i = 0; i < 2; i++) { var t = new Thread(() -> { while (true) {} });"
                        + " t.setDaemon(true); t.start(); }" + answer,
                "");
        attack(
                "forge-a-card",
                "display(html(\"<b>class-6: passed, 3 of 3 points</b>\"));\nSystem.out.println(\"class-6 ·"
                        + " passed, 3 of 3 points\");" + answer,
                "");
        attack(
                "forge-replies",
                "display(new jacobi.display.MimeBundle(Map.of(\"application/vnd.jacobi.replies\","
                        + " \"[]\"), Map.of()));" + answer,
                "");
        attack(
                "endless-list",
                "List<Integer> scale(Tensor x) { return new AbstractList<>() {\n"
                        + "  public int size() { return Integer.MAX_VALUE; }\n"
                        + "  public Integer get(int i) { return 1; } }; }",
                null);
        attack("close-the-streams", "System.out.close(); System.err.close(); System.setOut(null);" + answer, null);
        attack("interrupt-all", "Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);" + answer, null);
        attack("constant", "Tensor scale(Tensor x) { return tensor([0.5, 1, 1.5]); }", "");
        if (sandboxed) {
            attack(
                    "kill-all",
                    "ProcessHandle.allProcesses().forEach(ProcessHandle::destroyForcibly);\n"
                            + "new ProcessBuilder(\"kill\", \"-9\", \"-1\").start().waitFor();" + answer,
                    null);
        }
        return this;
    }

    /** @param flags as in {@link Student}; null where it depends on the machine how the attack ends */
    private void attack(String name, String cell, String flags) {
        add("hostile-" + name, Map.of("class-6", cell), "2,3,4,1,,0,10", flags);
    }

    /** The first so many of each kind. */
    void keep(List<String> names) {
        students.removeIf(student -> !names.contains(student.name()));
    }

    private void add(String name, Map<String, String> own, String row, String flags) {
        Map<String, String> cells = new LinkedHashMap<>(Map.of(
                "class-1", "Tensor answer = X + 10;",
                "class-2", "Tensor center(Tensor X) {\n    return X - X.mean(axis=1, keepdims=true);\n}",
                "class-3", "Number largest(Tensor x) {\n    return x.max().item();\n}",
                "twice", "int twice(int n) {\n    return n + n;\n}",
                "why", "It has been taken away from each of its numbers.",
                "class-6", "Tensor scale(Tensor x) {\n    return x / 2;\n}"));
        cells.putAll(own);
        cells.replaceAll((id, source) -> id.startsWith("class") ? source + check(id, source) : source);
        students.add(new Student(name, cells, row, flags));
    }

    private static String check(String id, String source) {
        return switch (id) {
            case "class-1" -> "\ncheck(\"class-1\", answer)";
            case "class-2" -> "\ncheck(\"class-2\", X -> center(X))";
            case "class-3" -> "\ncheck(\"class-3\", x -> largest(x))";
            default -> "";
        };
    }

    private static String answer(String exercise, String source) {
        return NotebookText.code("", source, NotebookText.exercise(exercise));
    }

    private static String solution(String id, String source) {
        return NotebookText.code("", source, NotebookText.nbgrader(id, 0, "solution"));
    }

    private static String locked(String id, String source, int points) {
        return NotebookText.code(
                "",
                source,
                points > 0
                        ? NotebookText.nbgrader(id, points, "grade", "locked")
                        : NotebookText.nbgrader(id, 0, "locked"));
    }

    private static String written(String text) {
        return NotebookText.markdown("", text, NotebookText.nbgrader("class-5", 5, "grade", "solution"));
    }

    private static final String EXERCISES = """
        chapter: class
        title: A class
        # SECRET-OF-THE-TEACHER
        exercises:
          - id: class-1
            title: Ten more
            task: Add ten.
            points: 2
            expect: [[11, 12], [13, 14]]
          - id: class-2
            title: Around zero
            task: Subtract the mean of each row.
            points: 3
            cases:
              - given: [[[1.0, 2, 3], [4, 5, 9]]]
            random: {shapes: [[n, m]], seed: 1, properties: [same-shape]}
            reference: |
              Tensor center(Tensor X) {
                  return X - X.mean(axis=1, keepdims=true);
              }
          - id: class-3
            title: The largest
            task: Find the largest number.
            points: 4
            partial: true
            cases:
              - given: [[1.0, 3.0]]
                expect: 3
              - given: [[-2.0, -5.0]]
                expect: -2
              - given: [[7.0]]
                expect: 7
            hidden:
              - given: [[-1.0, -0.5]]
                expect: -0.5
          - id: class-6
            title: Half
            task: Halve every number.
            points: 3
            cases:
              - given: [[1.0, 2.0, 3.0]]
            random: {shapes: [[n]], seed: 2, properties: [same-shape]}
            reference: |
              Tensor scale(Tensor x) {
                  return x / 2;
              }
        """;
}
