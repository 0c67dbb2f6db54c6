package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use which member is Java's to say, within a cell as from cell to cell. */
@Tag("slow")
class AccessTest extends CellsOfASession {
    private static final String ACCOUNT = "class Acc { private double balance; private Acc(int b) { } Acc() { }"
            + " private void add(double d) { balance += d; } private static int count; private class Log { }"
            + " double get(Acc other) { other.add(2); return other.balance + new Acc(1).balance; } }\n";

    AccessTest() {
        super(Corpus.IMPORTS);
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
        String together = refusal(ACCOUNT + use);
        forget();
        assertThat(run(ACCOUNT)).isInstanceOf(Evaluation.Done.class);
        assertThat(refusal(use)).contains("is private in Acc");
        assertThat(together).contains("is private in Acc");
    }

    @Test
    void aPrivateConstructorIsNoParents() {
        for (String child : new String[] {"class Child extends Only { }", "class Child extends Only { Child() { } }"}) {
            assertThat(refusal("class Only { private Only() { } }\n" + child)).contains("is private in Only");
        }
        assertThat(run("class Open { private Open() { } Open(int n) { } static Open sub() { return new Open() { }; }"
                        + " }\n"
                        + "class Child extends Open { Child() { super(1); } }\n"
                        + "Open.sub() != new Child()"))
                .isEqualTo(new Evaluation.Value(true));
    }

    @Test
    void aClassSeesItsOwnPrivateMembersAndARecordItsFields() {
        assertThat(run(ACCOUNT + "new Acc().get(new Acc())")).isEqualTo(new Evaluation.Value(2.0));
        assertThat(refusal("record P(int x) { int twice() { return 2 * x; } }\nnew P(1).x"))
                .contains("private");
        assertThat(run("record P(int x) { int twice() { return 2 * x; } }\nnew P(4).x() + new P(1).twice()"))
                .isEqualTo(new Evaluation.Value(6));
        assertThat(run("class Outer { private int a = 1; class In { private int b = a; } int sum() { return a + new"
                        + " In().b; } }\n"
                        + "new Outer().sum()"))
                .isEqualTo(new Evaluation.Value(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        class A { private String f(int n) { return "mine"; } String f(long n) { return "all"; } String g() { return \
        f(1); } } | new A().f(1) + new A().g() | allmine
        class A { String to; private A(int n) { to = "mine"; } A(long n) { to = "all"; } static A own() { return new \
        A(1); } } | new A(1).to + A.own().to | allmine
        class A { private String f(Integer n) { return "mine"; } String f(Object n) { return "all"; } } | \
        Stream.of(1).map(new A()::f).toList().get(0) | all
        class P { String f(Object n) { return "parent"; } } class A extends P { private String f(String s) { return \
        "mine"; } } | new A().f("") | parent
        class A { private String f(String s, Object o) { return "mine"; } String f(Object o, String s) { return "all"; \
        } } | new A().f("", "") | all
        class A { private static String f(int n) { return "mine"; } static String f(long n) { return "all"; } } class \
        B { String g() { return A.f(1); } } | new B().g() | all
        """)
    void theOverloadIsTheOneThatMayBeCalled(String types, String use, String value) {
        assertThat(run(types + "\n" + use)).isEqualTo(new Evaluation.Value(value));
        forget();
        assertThat(run(types)).isEqualTo(new Evaluation.Done());
        assertThat(run(use)).isEqualTo(new Evaluation.Value(value));
        forget();
        assertThat(run(types + "\nvar all = List.of(new A[0]);\nvar use = " + use + ";"))
                .isEqualTo(new Evaluation.Done());
        assertThat(run("all.size() + use")).isEqualTo(new Evaluation.Value("0" + value));
    }
}
