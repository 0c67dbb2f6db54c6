package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/** Sessions made up of declarations, redefinitions and uses in any order end as they do in JShell. */
@Tag("slow")
class GeneratedSessionsTest {
    private static final JavaEvaluator JAVA = new JavaEvaluator(Corpus.IMPORTS);
    private static final JShellOracle ORACLE = new JShellOracle(Corpus.IMPORTS);

    @AfterContainer
    static void close() {
        JAVA.close();
        ORACLE.close();
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF, seed = "142542")
    void endAsInJShell(@ForAll("sessions") List<String> session) {
        JAVA.evaluate("%reset", 0);
        ORACLE.reset();
        List<String> ours = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        for (int i = 0; i < session.size(); i++) {
            ours.add(session.get(i) + "  ->  " + Corpus.outcome(JAVA, session.get(i), i + 1));
            theirs.add(session.get(i) + "  ->  " + Corpus.outcome(ORACLE, session.get(i), i + 1));
        }
        assertThat(ours).isEqualTo(theirs);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    @Tag("soak")
    void manyMoreDoToo(@ForAll("sessions") List<String> session) {
        endAsInJShell(session);
    }

    @Provide
    Arbitrary<List<String>> sessions() {
        Arbitrary<String> variable = Arbitraries.of("a", "b");
        Arbitrary<String> method = Arbitraries.of("f", "g");
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 9);
        Arbitrary<String> cells = Arbitraries.oneOf(
                Combinators.combine(variable, number).as((v, n) -> "int " + v + " = " + n + ";"),
                Combinators.combine(variable, number).as((v, n) -> "String " + v + " = \"s" + n + "\";"),
                Combinators.combine(variable, number).as((v, n) -> "var " + v + " = " + n + ".5;"),
                Combinators.combine(method, variable, number)
                        .as((m, v, n) -> "String " + m + "() { return \"" + m + n + "\" + " + v + "; }"),
                Combinators.combine(method, variable, number)
                        .as((m, v, n) -> "String h" + m + "(int k) { return k + \"" + n + "\" + " + v + "; }"),
                Combinators.combine(method, method, number)
                        .as((m, o, n) -> m.equals(o)
                                ? "int n" + n + " = " + n + ";"
                                : "String " + m + "() { return \"" + n + "\" + " + o + "() + h" + m + "(1); }"),
                Combinators.combine(number, variable)
                        .as((n, v) -> "class T { String t() { return \"t" + n + "\" + " + v + "; } }"),
                Combinators.combine(method, number).as((m, n) -> m + "()"),
                Combinators.combine(method, number).as((m, n) -> "h" + m + "(" + n + ")"),
                Arbitraries.of("new T().t()", "a", "b", "a + \"\" + b", "String u() { return new T().t(); }", "u()"));
        return cells.list().ofMinSize(4).ofMaxSize(10);
    }
}
