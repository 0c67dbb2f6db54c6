package jacobi.course.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jacobi.course.NotebookText;
import jacobi.course.grading.Assignment;
import jacobi.course.grading.Flag;
import jacobi.course.grading.Mark;
import jacobi.course.grading.Mark.State;
import jacobi.course.grading.StudentMarks;
import jacobi.exercise.Trial;
import jacobi.exercise.answer.Fetching;
import jacobi.exercise.answer.Workshop;
import jacobi.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each report of a small class, as a whole: what a teacher, a student and a machine read. */
class ReportsTest {
    /** 777, 1554 and the reference are the teacher's alone. */
    private static final String EXERCISES = """
        chapter: c
        title: C
        exercises:
          - id: c-1
            title: Twice <&>
            points: 2
            task: Double it.
            cases: [{given: [[1.0, 2.0]], expect: [2, 4]}]
            hidden: [{given: [[777.0]], expect: [1554]}]
            reference: SECRET
        """;

    @TempDir
    Path folder;

    private Assignment assignment;
    private List<StudentMarks> all;

    @BeforeEach
    void aClassOfThree() throws IOException {
        Files.createDirectories(folder.resolve("exercises"));
        Files.writeString(folder.resolve("exercises/c.yaml"), EXERCISES);
        Path teacher = folder.resolve("c.ipynb");
        Files.writeString(
                teacher,
                NotebookText.of(
                        NotebookText.code("a", "Tensor f(Tensor x) { return x; }\ncheck(\"c-1\", x -> f(x))", "{}"),
                        NotebookText.markdown("b", "Why?", NotebookText.nbgrader("c-2", 3, "grade", "solution"))));
        assignment = Assignment.read(teacher);
        Function<Tensor, Tensor> known = x -> x.numel() == 2 ? x.mul(2) : x;
        Function<Tensor, Tensor> right = x -> x.mul(2);
        all = List.of(
                student("=1+1", 0.5, Set.of(Flag.LATE, Flag.TO_BE_MARKED), card(known), open()),
                student(
                        "Anna, \"A\" <b>",
                        2,
                        Set.of(Flag.CRASHED),
                        new Mark("c-1", 0.0, 2, State.FAILED, "ArithmeticException: / by <zero>", ""),
                        new Mark("c-2", 1.5, 3, State.PARTLY, "", "")),
                student("李雷", 1.26, Set.of(Flag.TO_BE_MARKED), card(right), open()));
    }

    private static StudentMarks student(String name, double seconds, Set<Flag> flags, Mark... marks) {
        Set<Flag> set = EnumSet.noneOf(Flag.class);
        set.addAll(flags);
        return new StudentMarks(
                name, name, List.of(marks), seconds, set, List.of(), "var own = " + seconds + ";", "print");
    }

    private static Mark open() {
        return new Mark("c-2", null, 3, State.TO_BE_MARKED, "", "");
    }

    private Mark card(Function<Tensor, Tensor> answer) {
        Trial trial = Trial.graded(assignment.questions().get(0).exercise(), 1, (reference, questions) -> List.of());
        var result = trial.judge(new Fetching(answer, Workshop.plain()).replies(trial.questions()));
        return new Mark("c-1", result.points(), 2, result.passed() ? State.RIGHT : State.WRONG, "", result.html());
    }

    private String written(String name) throws IOException {
        Reports.write(folder.resolve("marks"), assignment, all);
        return Files.readString(folder.resolve("marks").resolve(name));
    }

    /** What stands between the tags {@code body}. */
    private String body(String name) throws IOException {
        String page = written(name);
        assertThat(page).contains("content=\"default-src 'none';").doesNotContain("<script");
        return page.substring(page.indexOf("<body>\n") + "<body>\n".length(), page.indexOf("</body>"));
    }

    @Test
    void theTableHasARowAStudentAndNoFormulas() throws IOException {
        assertThat(written("marks.csv")).isEqualTo("""
            \ufeffstudent,c-1,c-2,total,seconds,flags
            '=1+1,0,,0,0.5,late to-be-marked
            "Anna, ""A"" <b>",0,1.5,1.5,2.0,crashed
            李雷,2,,2,1.3,to-be-marked
            """);
    }

    @Test
    void programsGetTheClassAsJson() throws IOException {
        assertThat(written("marks.json")).isEqualTo("""
            {
              "questions" : [ {
                "id" : "c-1",
                "title" : "Twice <&>",
                "points" : 2.0,
                "kind" : "exercise"
              }, {
                "id" : "c-2",
                "title" : "",
                "points" : 3.0,
                "kind" : "manual"
              } ],
              "students" : [ {
                "student" : "=1+1",
                "folder" : "=1+1",
                "total" : 0.0,
                "most" : 5.0,
                "seconds" : 0.5,
                "flags" : [ "late", "to-be-marked" ],
                "points" : {
                  "c-1" : 0.0,
                  "c-2" : null
                }
              }, {
                "student" : "Anna, \\"A\\" <b>",
                "folder" : "Anna, \\"A\\" <b>",
                "total" : 1.5,
                "most" : 5.0,
                "seconds" : 2.0,
                "flags" : [ "crashed" ],
                "points" : {
                  "c-1" : 0.0,
                  "c-2" : 1.5
                }
              }, {
                "student" : "李雷",
                "folder" : "李雷",
                "total" : 2.0,
                "most" : 5.0,
                "seconds" : 1.26,
                "flags" : [ "to-be-marked" ],
                "points" : {
                  "c-1" : 2.0,
                  "c-2" : null
                }
              } ]
            }
            """);
    }

    @Test
    void aWrongAnswerIsAFailureOfJUnitAndACellThatFailsAnError() throws IOException {
        assertThat(written("junit.xml")).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites>
            <testsuite name="=1+1" tests="2" failures="1" errors="0" skipped="1" time="0.500">
            <testcase classname="=1+1" name="c-1" time="0.000"><failure message="0/2" type="WRONG">✓ [1, 2] → [2, 4]
            ✗ a hidden case</failure></testcase>
            <testcase classname="=1+1" name="c-2" time="0.000"><skipped message="0/3" type="TO_BE_MARKED"></skipped>\
            </testcase>
            </testsuite>
            <testsuite name="Anna, &quot;A&quot; &lt;b&gt;" tests="2" failures="1" errors="1" skipped="0" time="2.000">
            <testcase classname="Anna, &quot;A&quot; &lt;b&gt;" name="c-1" time="0.000"><error message="0/2" \
            type="FAILED">ArithmeticException: / by &lt;zero&gt;</error></testcase>
            <testcase classname="Anna, &quot;A&quot; &lt;b&gt;" name="c-2" time="0.000"><failure message="1.5/3" \
            type="PARTLY"></failure></testcase>
            </testsuite>
            <testsuite name="李雷" tests="2" failures="0" errors="0" skipped="1" time="1.260">
            <testcase classname="李雷" name="c-1" time="0.000"></testcase>
            <testcase classname="李雷" name="c-2" time="0.000"><skipped message="0/3" type="TO_BE_MARKED"></skipped>\
            </testcase>
            </testsuite>
            </testsuites>\
            """);
    }

    @Test
    void gradescopeGetsATestAQuestion() throws IOException {
        assertThat(written("gradescope/=1+1.json")).isEqualTo("""
            {
              "score" : 0.0,
              "execution_time" : 0.5,
              "visibility" : "visible",
              "stdout_visibility" : "hidden",
              "test_output_format" : "html",
              "output" : "handed in after the due date\\nquestions wait for a person to mark them",
              "tests" : [ {
                "score" : 0.0,
                "max_score" : 2.0,
                "status" : "failed",
                "name" : "c-1 · Twice <&>",
                "number" : "1",
                "output" : "<div style=\\"border-left:4px solid #d08700;padding:4px 12px;margin:4px \
            0;font-size:90%\\"><div>✓ <code style=\\"background:none\\">[1, 2] → [2, 4]</code></div>\
            <div>✗ <code style=\\"background:none\\">a hidden case</code></div></div>",
                "output_format" : "html",
                "visibility" : "visible"
              }, {
                "score" : 0.0,
                "max_score" : 3.0,
                "name" : "c-2",
                "number" : "2",
                "output" : "<p>a person marks this</p>",
                "output_format" : "html",
                "visibility" : "visible"
              } ]
            }
            """);
    }

    @Test
    void aStudentGetsPointsAndCards() throws IOException {
        assertThat(body("students/=1+1.html")).isEqualTo("""
            <h1>=1+1 · c</h1>
            <p><b>0 of 5 points</b></p>
            <p class="remark">handed in after the due date</p>
            <p class="remark">questions wait for a person to mark them</p>
            <h3>c-1 · Twice &lt;&amp;&gt;: 0 of 2</h3>
            <div style="border-left:4px solid #d08700;padding:4px 12px;margin:4px 0;font-size:90%"><div>✓ <code \
            style="background:none">[1, 2] → [2, 4]</code></div><div>✗ <code style="background:none">a hidden \
            case</code></div></div>
            <h3>c-2: to be marked, 3 at most</h3>
            <p>a person marks this</p>
            """);
    }

    @Test
    void aStudentWhoseCellFailedIsToldWhy() throws IOException {
        assertThat(body("students/Anna, \"A\" <b>.html")).isEqualTo("""
            <h1>Anna, "A" &lt;b&gt; · c</h1>
            <p><b>1.5 of 5 points</b></p>
            <p class="remark">a cell ended the kernel</p>
            <h3>c-1 · Twice &lt;&amp;&gt;: 0 of 2</h3>
            <p>the cell does not run: ArithmeticException: / by &lt;zero&gt;</p>
            <h3>c-2: 1.5 of 3</h3>
            <p>partly right</p>
            """);
    }

    @Test
    void aTeacherSeesTheClass() throws IOException {
        assertThat(body("class.html").replaceAll("<svg.*</svg>", "<svg/>")).isEqualTo("""
            <h1>c: the class</h1>
            <p>3 students; mean 1.17, median 1.5, of 5 points</p>
            <p>2 submissions have answers that a person marks: put the points into manual.csv, and grade again.</p>
            <h2>How many students have how much of the points</h2>
            <svg/>
            <h2>Questions, the hardest first</h2>
            <table><tr><th>question</th><th>earned</th><th>attempted</th></tr>
            <tr><td>c-1 · Twice &lt;&amp;&gt;</td><td class="number">33 %</td><td class="number">3 / 3</td></tr>
            <tr><td>c-2</td><td class="number">–</td><td class="number">3 / 3</td></tr>
            </table>
            <h2>Students</h2>
            <table><tr><th>student</th><th>points</th><th>remarks</th></tr>
            <tr><td><a href="students/=1+1.html">=1+1</a></td><td class="number">0</td><td>handed in after the due \
            date</td></tr>
            <tr><td><a href="students/Anna,%20%22A%22%20%3Cb%3E.html">Anna, "A" &lt;b&gt;</a></td><td \
            class="number">1.5</td><td>a cell ended the kernel</td></tr>
            <tr><td><a href="students/%E6%9D%8E%E9%9B%B7.html">李雷</a></td><td class="number">2</td><td></td></tr>
            </table>
            <h2>Similar submissions</h2>
            <p>Sequences of tokens that two students share and few others have; names of variables are not compared. \
            This is a hint for a person to look, not a proof: the two may have learnt together.</p>
            <p>No submissions are unusually similar.</p>
            """);
    }

    @Test
    void theBarsAreAsHighAsTheirCounts() throws IOException {
        String page = body("class.html");
        assertThat(page).contains("""
            <rect class="bar" x="10" y="25" width="48" height="120"/>\
            <text x="34" y="20" text-anchor="middle">1</text>\
            <text x="34" y="162" text-anchor="middle">0–10</text>\
            <rect class="bar" x="64" y="145" width="48" height="0"/>\
            <text x="88" y="140" text-anchor="middle"></text>\
            <text x="88" y="162" text-anchor="middle">10–20</text>\
            """);
        assertThat(page.split("height=\"120\"", -1)).hasSize(4);
        assertThat(page.split("height=\"0\"", -1)).hasSize(8);
    }

    @Test
    void nothingHiddenIsInAnyReport() throws IOException {
        written("marks.csv");
        List<Path> reports = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("marks"))) {
            files.filter(Files::isRegularFile).forEach(reports::add);
        }
        assertThat(reports).hasSize(4 + 3 + 3);
        for (Path report : reports) {
            assertThat(report).content().doesNotContain("777", "1554", "SECRET", "var own");
        }
    }

    @Test
    void whereThereIsOneSubmissionGradescopeFindsItsResults() throws IOException {
        all = all.subList(2, 3);
        assertThat(new ObjectMapper().readTree(written("results.json")))
                .isEqualTo(new ObjectMapper().readTree(written("gradescope/李雷.json")));
    }
}
