package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A student's class may have the name of one of Jacobi's, and be declared after those that use it. */
@Tag("slow")
class LaterTypesTest extends CellsOfASession {
    LaterTypesTest() {
        super(imports());
    }

    private static List<String> imports() {
        List<String> lines = new ArrayList<>(Corpus.IMPORTS);
        lines.add("import jacobi.tensor.*;");
        lines.add("import jacobi.calculus.*;");
        lines.add("import jacobi.probability.*;");
        lines.add("import jacobi.plot.*;");
        return lines;
    }

    @Test
    void classesThatUseItWaitForIt() {
        done("class Route { Graph g = new Graph(); int size() { return g.nodes().size() + g.edges; } }");
        done("class Logger { List<Event> all = new ArrayList<>(); void log(String s) { all.add(new Event(s, 3)); } }");
        done("class Layer { Tensor w = new Tensor(2); Tensor twice() { return w.timesTwo(); } }");
        done("class Graph { List<String> nodes() { return List.of(\"a\"); } int edges = 4; }");
        assertThat(value("new Route().size()")).isEqualTo(5);
        done("record Event(String s, int n) { }");
        assertThat(value("Logger log = new Logger();\nlog.log(\"x\");\nlog.all.toString()"))
                .isEqualTo("[Event[s=x, n=3]]");
        done("class Tensor { int n; Tensor(int n) { this.n = n; } Tensor timesTwo() { return new Tensor(2 * n); } }");
        assertThat(value("new Layer().twice().n")).isEqualTo(4);
    }

    @Test
    void methodsThatUseItWaitForIt() {
        done("Animator made() { return new Animator(\"epoch\", 3, 4, List.of(), 9); }");
        done("int train(Animator a) { a.start(); return a.stop(4); }");
        done("class Animator { Animator(Object... all) { } void start() { } int stop(int n) { return n; } }");
        assertThat(value("train(made())")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A { Tensor f(Tensor x) { return x.summ(); } }",
                "class A { Tensor f(Tensor x) { return x.exp().blub(); } }",
                "class A { int f(Tensor x) { return x.exp(); } }",
                "double f(Tensor x) { return x.blub(); }",
                "double f(Tensor x) { return x.blub() + x.blubber(); }",
                "void f(Animator a) { a.append(3); }",
                "class A { int f(Tensor x) { return \"a\"; } }"
            })
    void aMistakeWithJacobisOwnIsOneNow(String source) {
        assertThat(run(source)).isInstanceOf(Evaluation.Failure.class);
    }
}
