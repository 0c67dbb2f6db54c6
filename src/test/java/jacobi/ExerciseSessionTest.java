package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.display.Screen;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a student's cells meet in a session: constructs that ran, natural Java, cells that do not compile. */
@Tag("slow")
class ExerciseSessionTest {
    private static int number;

    @TempDir
    private Path folder;

    private final List<MimeBundle> shown = new ArrayList<>();
    private Evaluator session;
    /** Tries are counted as long as the virtual machine lives, so every test has exercises of its own. */
    private String id;

    @BeforeEach
    void start() {
        Displays.screen(new Screen() {
            @Override
            public void show(MimeBundle bundle, String displayId) {
                shown.add(bundle);
            }

            @Override
            public void update(MimeBundle bundle, String displayId) {}

            @Override
            public void clear(boolean wait) {}
        });
        session = JavaSession.start();
        id = "s-" + ++number;
    }

    @AfterEach
    void end() {
        session.close();
        Displays.screen(null);
    }

    private void exercise(String rules) throws Exception {
        String yaml = "chapter: s\nexercises:\n  - id: " + id
                + "\n    title: One\n    points: 2\n    task: Do it.\n    hints: [first hint, second hint]\n"
                + rules.indent(4);
        Files.writeString(folder.resolve("s.yaml"), yaml);
        run("exercisesFrom(\"" + folder.toString().replace('\\', '/') + "\");");
    }

    private Evaluation evaluate(String cell) {
        shown.clear();
        return session.evaluate(cell, 1);
    }

    private String run(String cell) {
        Evaluation evaluation = evaluate(cell);
        assertThat(evaluation).as(cell).isNotInstanceOf(Evaluation.Failure.class);
        StringBuilder text = new StringBuilder();
        shown.forEach(bundle -> text.append(bundle.plain()).append('\n'));
        return text.toString();
    }

    private String check(String expression) {
        return "check(\"" + id + "\", " + expression + ")";
    }

    @Test
    void aMethodIsRequiredToRunNotToBeWritten() throws Exception {
        exercise("cases: [{given: [[0.0, 1.0]], expect: [1, 2.7182817]}]\nrequire: [backward]\ntolerance: 0.0001");
        String unused = "Tensor g(Tensor x) {\n    if (x.numel() < 0) x.backward();\n    return exp(x);\n}\n";
        assertThat(run(unused + check("x -> g(x)"))).contains("uses backward: it did not run");
        String real = "Tensor helper(Tensor x) {\n    var y = x.clone().requiresGrad_(true);\n"
                + "    exp(y).sum().backward();\n    return y.grad;\n}\nTensor h(Tensor x) { return helper(x); }\n";
        assertThat(run(real + check("x -> h(x)"))).contains("passed").contains("✓ your cell → uses backward");
    }

    @Test
    void aLoopIsForbiddenToRun() throws Exception {
        exercise("expect: [0, 1, 2]\nforbid: [loop, sum]");
        assertThat(run("double[] answer = new double[3];\nfor (int i = 0; i < 3; i++) { answer[i] = i; }\n"
                        + check("answer")))
                .contains("without a loop: it ran");
        assertThat(run("// a loop, a sum: for (;;) is no loop that runs\nvar sum = arange(3);\n" + check("sum")))
                .contains("passed");
        assertThat(run("// exercise " + id + "\ndouble[] answer = new double[3];\n"
                        + "int k = 0;\nwhile (k < 3) { answer[k] = k++; }"))
                .isEmpty();
        assertThat(run(check("answer"))).contains("without a loop: it ran");
    }

    @Test
    void whatRanForAnAnswerThatHasBeenCheckedIsNotHeldAgainstTheNext() throws Exception {
        exercise("expect: [0, 1, 2]\nforbid: [loop]");
        String loop = "double[] answer = new double[3];\nfor (int i = 0; i < 3; i++) { answer[i] = i; }\n";
        assertThat(run(loop + check("answer"))).contains("without a loop: it ran");
        assertThat(run(check("arange(3)"))).contains("passed").contains("✓ your cell → without a loop");
        run("// exercise another\n" + loop);
        assertThat(run(check("arange(3)"))).contains("passed");
        // Nobody saw how this one was made: what is not known is not judged.
        run("Tensor mine = arange(3);");
        assertThat(run(check("mine"))).contains("passed").doesNotContain("loop");
    }

    @Test
    void naturalJavaPasses() throws Exception {
        String table = Files.writeString(folder.resolve("t.csv"), "a\n1\n2\n3\n")
                .toString()
                .replace('\\', '/');
        exercise("expect: true");
        for (String truth : List.of("true", "Boolean.TRUE", "tensor(true)", "ones(1) > 0", "1 < 2")) {
            assertThat(run(check(truth))).as(truth).contains("passed");
        }
        id = id + "n";
        exercise("expect: 3");
        for (String number : List.of(
                "3L", "tensor([[3.0]])", "java.util.stream.IntStream.of(1, 3).max()", "java.util.Optional.of(3)")) {
            assertThat(run(check(number))).as(number).contains("passed");
        }
        assertThat(run(check("java.util.stream.IntStream.of(3)"))).contains("IntStream, where numbers are expected");
        id = id + "b";
        exercise("expect: [1, 2, 3]");
        assertThat(run(check("new int[][] {{1, 2}, {3}}"))).contains("[[1, 2], [3]]");
        for (String numbers : List.of(
                "arange(1, 4)",
                "new int[] {1, 2, 3}",
                "List.of(1.0, 2.0, 3.0)",
                "new Double[] {1.0, 2.0, 3.0}",
                "zeros(1, 2, 3).shape",
                "[tensor(1.0), tensor(2.0), tensor(3.0)]",
                "readCsv(java.nio.file.Path.of(\"" + table + "\").toString()).col(\"a\")")) {
            assertThat(run(check(numbers))).as(numbers).contains("passed");
        }
        id = id + "c";
        exercise("cases: [{given: [[1.0, 2.0]], expect: true}, {given: [[1.0, -2.0]], expect: false}]");
        assertThat(run("boolean p(Tensor x) { return (x > 0).all().isTrue(); }\n" + check("x -> p(x)")))
                .contains("passed");
        assertThat(run("java.util.function.Predicate<Tensor> q = x -> x.min().item().doubleValue() > 0;\n"
                        + check("q")))
                .contains("passed");
        assertThat(run("boolean r(Tensor x) { return todo(); }\n" + check("x -> r(x)")))
                .contains("not attempted");
    }

    @Test
    void aTensorWhereANumberIsNeededIsToldOfItem() {
        Evaluation evaluation = evaluate("Number answer = (ones(3) > ones(3).mean()).sum();");
        assertThat(String.join("\n", ((Evaluation.Failure) evaluation).traceback()))
                .contains("item()");
    }

    @Test
    void aCellThatDoesNotCompileIsATry() throws Exception {
        exercise("expect: 3");
        assertThat(evaluate("int answer = ;\n" + check("answer"))).isInstanceOf(Evaluation.Failure.class);
        assertThat(shown).isEmpty();
        assertThat(evaluate("int answer = \"3\";\n" + check("answer"))).isInstanceOf(Evaluation.Failure.class);
        assertThat(shown)
                .singleElement()
                .extracting(MimeBundle::plain)
                .asString()
                .contains("first hint");
        assertThat(shown.get(0).metadata().get("jacobi").toString()).contains("exercise=" + id, "passed=false");
    }

    @Test
    void aMarkedCellThatDoesNotCompileIsATryAndItsCheckNoOther() throws Exception {
        exercise("expect: 3");
        evaluate("// exercise " + id + "\nint answer = ;");
        assertThat(run(check("3"))).contains("does not compile").doesNotContain("Hint");
        evaluate("// exercise " + id + "\nint answer = ;");
        assertThat(shown)
                .singleElement()
                .extracting(MimeBundle::plain)
                .asString()
                .contains("first hint");
    }

    @Test
    void aCheckAfterACellThatDoesNotCompileDoesNotJudgeAnOlderAnswer() throws Exception {
        exercise("expect: 3");
        run("int answer = 3;");
        evaluate("// exercise " + id + "\nint answer = ;");
        assertThat(run(check("answer"))).contains("does not compile").doesNotContain("passed");
        run("// exercise " + id + "\nint answer = 3;");
        assertThat(run(check("answer"))).contains("passed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int answer = todo();",
                "Tensor none = todo();\nvar answer = none.sum();",
                "double inner(Tensor x) { return todo(); }\nvar answer = inner(ones(2));"
            })
    void aStubThatNeedsANumberIsNotAttempted(String stub) throws Exception {
        exercise("expect: 3");
        Evaluation.Failure failure = (Evaluation.Failure) evaluate(stub + "\n" + check("answer"));
        assertThat(failure.ename()).isEqualTo("NotAttempted");
        assertThat(String.join("\n", failure.traceback()))
                .contains(
                        "write the answer in its place", "line " + stub.lines().count())
                .doesNotContain("Exercises.todo", "NullPointerException");
        assertThat(shown)
                .singleElement()
                .extracting(MimeBundle::plain)
                .asString()
                .contains("not attempted");

        evaluate("// exercise " + id + "\n" + stub);
        assertThat(shown).isEmpty();
        assertThat(run(check("answer"))).contains("not attempted");
        run("// exercise " + id + "\nint answer = 3;");
        assertThat(run(check("answer"))).contains("passed");
    }

    @Test
    void todoItselfIsNoAnswer() throws Exception {
        exercise("expect: 3");
        assertThat(run(check("todo()"))).contains("not attempted");
        assertThat(run(check("null"))).contains("not attempted");
        assertThat(run("double needed(Tensor x) {\n"
                        + "    Tensor s = todo();\n"
                        + "    return s.sum().item().doubleValue();\n"
                        + "}"))
                .isEmpty();
        id = id + "b";
        exercise("cases: [{given: [[0.0, 1.0]], expect: 1}]");
        assertThat(run(check("x -> needed(x)"))).contains("not attempted");
        assertThat(run("double nothing(Tensor x) { Tensor s = null; return s.numel(); }\n" + check("x -> nothing(x)")))
                .contains("not yet", "NullPointerException");
    }

    @Test
    void aConstantIsToldApartAndDeepRecursionHasWordsOfItsOwn() throws Exception {
        exercise("random: {shapes: [[n]], seed: 1}\nreference: |\n  Tensor twice(Tensor x) { return x * 2; }");
        assertThat(run("Tensor c(Tensor x) { return ones(3); }\n" + check("x -> c(x.sum() * 0 + 1)")))
                .contains("not yet");
        assertThat(run("Tensor deep(Tensor x) { return deep(x * 1); }\n" + check("x -> deep(x)")))
                .contains("calls itself without end")
                .doesNotContain("ExecutionException");
        assertThat(run("Tensor t(Tensor x) { return x + x; }\n" + check("x -> t(x)")))
                .contains("passed");
    }

    @Test
    void aReferenceMayBeAClassOrAMethodOfOne() throws Exception {
        exercise("random: {shapes: [[n]], seed: 1}\nreference: jacobi.Doubling");
        assertThat(run("Tensor d(Tensor x) { return x + x; }\n" + check("x -> d(x)")))
                .contains("passed");
        id = id + "b";
        exercise("random: {shapes: [[n], [n]], seed: 1}\nreference: \"jacobi.Doubling::sum\"");
        assertThat(run("Tensor e(Tensor x, Tensor y) { return 2 * x + 2 * y; }\n" + check("(x, y) -> e(x, y)")))
                .contains("passed");
        assertThat(run("Tensor w(Tensor x, Tensor y) { return x + y; }\n" + check("(x, y) -> w(x, y)")))
                .contains("not yet");
    }

    @Test
    void aFunctionMayTakeUpToFiveTensors() throws Exception {
        String three = "random: {shapes: [[n, m], [m, k], [k]], seed: 1}\nreference: |\n"
                + "  Tensor affine(Tensor X, Tensor W, Tensor b) { return X @ W + b; }";
        exercise(three);
        assertThat(run("Tensor f(Tensor X, Tensor W, Tensor b) { return X.matmul(W).add(b); }\n"
                        + check("(X, W, b) -> f(X, W, b)")))
                .contains("passed");
        assertThat(run("Tensor g(Tensor X, Tensor W, Tensor b) { return X @ W - b; }\n"
                        + check("(X, W, b) -> g(X, W, b)")))
                .contains("not yet");
        assertThat(run("Tensor h(Tensor X, Tensor W) { return X @ W; }\n" + check("(X, W) -> h(X, W)")))
                .contains("the function takes 2 arguments, the exercise gives 3");
        id = id + "b";
        exercise("random: {shapes: [[n], [n], [n], [n]], seed: 1}\nreference: \"jacobi.Doubling::sumOfFour\"");
        assertThat(run("Tensor s(Tensor a, Tensor b, Tensor c, Tensor d) { return a + b + c + d; }\n"
                        + check("(a, b, c, d) -> s(a, b, c, d)")))
                .contains("passed");
        id = id + "c";
        exercise("random: {shapes: [[n], [n], [n], [n], [n]], seed: 1}\nreference: |\n"
                + "  Tensor last(Tensor a, Tensor b, Tensor c, Tensor d, Tensor e) { return a * b - c * d + e; }");
        assertThat(run("Tensor t(Tensor a, Tensor b, Tensor c, Tensor d, Tensor e) {" + " return e + a * b - d * c; }\n"
                        + check("(a, b, c, d, e) -> t(a, b, c, d, e)")))
                .contains("passed");
    }
}
