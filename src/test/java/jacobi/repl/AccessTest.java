package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use which member is Java's to say, within a cell as from cell to cell. */
@Tag("slow")
class AccessTest {
    private static final JavaEvaluator JAVA = new JavaEvaluator(Corpus.IMPORTS);
    private static final String ACCOUNT = "class Acc { private double balance; private Acc(int b) { } Acc() { }"
            + " private void add(double d) { balance += d; } private static int count; private class Log { }"
            + " double get(Acc other) { other.add(2); return other.balance + new Acc(1).balance; } }\n";

    private int cell;

    @AfterAll
    static void close() {
        JAVA.close();
    }

    @BeforeEach
    void forget() {
        JAVA.evaluate("%reset", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acc a = new Acc();\na.balance = -1000;",
                "new Acc().add(3);",
                "new Acc(5)",
                "Acc.count++;",
                "Consumer<Double> c = new Acc()::add;",
                "double peek(Acc a) { return a.balance; }",
                "class Thief { double steal(Acc a) { return a.balance; } }",
                "class Thief { double steal(Acc a) { return new Runnable() { public void run() { a.add(1); } } == null"
                        + " ? 0 : 1; } }"
            })
    void whatIsPrivateIsSoInItsOwnCellToo(String use) {
        String together = failure(ACCOUNT + use);
        JAVA.evaluate("%reset", 0);
        assertThat(JAVA.evaluate(ACCOUNT, ++cell)).isInstanceOf(Evaluation.Done.class);
        assertThat(failure(use)).contains("is private in Acc");
        assertThat(together).contains("is private in Acc");
    }

    @Test
    void aPrivateConstructorIsNoParents() {
        for (String child : new String[] {"class Child extends Only { }", "class Child extends Only { Child() { } }"}) {
            assertThat(failure("class Only { private Only() { } }\n" + child)).contains("is private in Only");
        }
        assertThat(JAVA.evaluate(
                        "class Open { private Open() { } Open(int n) { } static Open sub() { return new Open() { }; }"
                                + " }\n"
                                + "class Child extends Open { Child() { super(1); } }\n"
                                + "Open.sub() != new Child()",
                        ++cell))
                .isEqualTo(new Evaluation.Value(true));
    }

    @Test
    void aClassSeesItsOwnPrivateMembersAndARecordItsFields() {
        assertThat(JAVA.evaluate(ACCOUNT + "new Acc().get(new Acc())", ++cell)).isEqualTo(new Evaluation.Value(2.0));
        assertThat(failure("record P(int x) { int twice() { return 2 * x; } }\nnew P(1).x"))
                .contains("private");
        assertThat(JAVA.evaluate(
                        "record P(int x) { int twice() { return 2 * x; } }\nnew P(4).x() + new P(1).twice()", ++cell))
                .isEqualTo(new Evaluation.Value(6));
        assertThat(JAVA.evaluate(
                        "class Outer { private int a = 1; class In { private int b = a; } int sum() { return a + new"
                                + " In().b; } }\n"
                                + "new Outer().sum()",
                        ++cell))
                .isEqualTo(new Evaluation.Value(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        class A { private String f(int n) { return "mine"; } String f(long n) { return "all"; } String g() { return f(1); } } | new A().f(1) + new A().g() | allmine
        class A { String to; private A(int n) { to = "mine"; } A(long n) { to = "all"; } static A own() { return new A(1); } } | new A(1).to + A.own().to | allmine
        class A { private String f(Integer n) { return "mine"; } String f(Object n) { return "all"; } } | Stream.of(1).map(new A()::f).toList().get(0) | all
        class P { String f(Object n) { return "parent"; } } class A extends P { private String f(String s) { return "mine"; } } | new A().f("") | parent
        class A { private String f(String s, Object o) { return "mine"; } String f(Object o, String s) { return "all"; } } | new A().f("", "") | all
        class A { private static String f(int n) { return "mine"; } static String f(long n) { return "all"; } } class B { String g() { return A.f(1); } } | new B().g() | all
        """)
    void theOverloadIsTheOneThatMayBeCalled(String types, String use, String value) {
        assertThat(JAVA.evaluate(types + "\n" + use, ++cell)).isEqualTo(new Evaluation.Value(value));
        JAVA.evaluate("%reset", 0);
        assertThat(JAVA.evaluate(types, ++cell)).isEqualTo(new Evaluation.Done());
        assertThat(JAVA.evaluate(use, ++cell)).isEqualTo(new Evaluation.Value(value));
        JAVA.evaluate("%reset", 0);
        assertThat(JAVA.evaluate(types + "\nvar all = List.of(new A[0]);\nvar use = " + use + ";", ++cell))
                .isEqualTo(new Evaluation.Done());
        assertThat(JAVA.evaluate("all.size() + use", ++cell)).isEqualTo(new Evaluation.Value("0" + value));
    }

    private String failure(String source) {
        Evaluation evaluation = JAVA.evaluate(source, ++cell);
        assertThat(evaluation).as(source).isInstanceOf(Evaluation.Failure.class);
        return ((Evaluation.Failure) evaluation).evalue();
    }
}
