package jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/**
 * Whatever expression is written in notation has the value of the method form, with as few brackets as Python needs.
 */
@Tag("slow")
class GeneratedExpressionTest {

    private static final Notation NOTATION = Cells.notation();

    /** How tightly a form binds, loosest first. */
    private static final int CONDITION = 0;

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int PRIMARY = 5;

    /**
     * An expression in both forms.
     *
     * @param typed in notation, without brackets around
     * @param level how tightly it binds
     * @param methods in method calls, a primary
     */
    record Expression(String typed, int level, String methods) {

        /** In notation, in brackets if it binds looser than {@code least}. */
        String at(int least) {
            return level >= least ? typed : "(" + typed + ")";
        }
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF, seed = "166299")
    void hasTheValueOfItsMethodForm(@ForAll("tensors") @Size(25) List<Expression> expressions) throws Throwable {
        CellCompiler compiler = Cells.compiler();
        String typed = "[" + join(expressions, false) + "]";
        String methods = "List.of(" + join(expressions, true) + ")";

        Reading reading = NOTATION.read(typed, compiler);

        assertThat(reading.errors()).as(typed).isEmpty();
        List<?> read = (List<?>) compiler.run(reading.plain());
        List<?> called = (List<?>) compiler.run(methods);
        for (int i = 0; i < expressions.size(); i++) {
            assertThat(read.get(i))
                    .as(expressions.get(i).typed)
                    .hasToString(called.get(i).toString());
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    @Tag("soak")
    void manyMoreHaveIt(@ForAll("tensors") @Size(25) List<Expression> expressions) throws Throwable {
        hasTheValueOfItsMethodForm(expressions);
    }

    private static String join(List<Expression> expressions, boolean methods) {
        return expressions.stream().map(e -> methods ? e.methods : e.typed).collect(Collectors.joining(",\n"));
    }

    @Provide
    Arbitrary<List<Expression>> tensors() {
        return tensor(4).list();
    }

    private static Arbitrary<Expression> tensor(int depth) {
        Arbitrary<Expression> leaf = Arbitraries.of(
                new Expression("x", PRIMARY, "x"),
                new Expression("y", PRIMARY, "y"),
                new Expression("X[-1]", PRIMARY, "X.get(-1)"),
                new Expression("X[i, :]", PRIMARY, "X.get(i, \":\")"),
                new Expression("f(x)", PRIMARY, "f(x)"));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Expression> inner = tensor(depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaf),
                Tuple.of(4, binary(inner, inner)),
                Tuple.of(3, binary(inner, number(1))),
                Tuple.of(3, numberFirst(inner)),
                Tuple.of(2, inner.map(GeneratedExpressionTest::minus)),
                Tuple.of(
                        2,
                        Combinators.combine(inner, Arbitraries.of("2", "3", "n"))
                                .as((base, exponent) -> new Expression(
                                        base.at(PRIMARY) + " ** " + exponent,
                                        POWER,
                                        base.methods + ".pow(" + exponent + ")"))),
                Tuple.of(
                        1,
                        Combinators.combine(inner, inner)
                                .as((yes, no) -> new Expression(
                                        "(" + yes.typed + ").sum() > 3 ? " + yes.typed + " : " + no.at(CONDITION),
                                        CONDITION,
                                        "(" + yes.methods + ".sum().gt(3).isTrue() ? " + yes.methods + " : "
                                                + no.methods + ")"))),
                Tuple.of(
                        1,
                        inner.map(t -> new Expression(
                                t.at(PRIMARY) + "[1:3].sum() * y", PRODUCT, t.methods + ".get(\"1:3\").sum().mul(y)"))),
                Tuple.of(
                        1,
                        inner.map(t -> new Expression(
                                "X.T @ (X @ " + t.at(SIGN) + ")",
                                PRODUCT,
                                "X.T().matmul(X.matmul(" + t.methods + "))"))),
                Tuple.of(1, inner.map(t -> new Expression("f(" + t.typed + ")", PRIMARY, "f(" + t.methods + ")"))));
    }

    private static Arbitrary<Expression> number(int depth) {
        Arbitrary<Expression> leaf =
                Arbitraries.of("2", "0.5", "n", "lr", "ints[1]").map(text -> new Expression(text, PRIMARY, text));
        return depth == 0
                ? leaf
                : Arbitraries.oneOf(
                        leaf,
                        Combinators.combine(number(0), number(0))
                                .as((a, b) -> new Expression(
                                        a.typed + " + " + b.typed, SUM, "(" + a.methods + " + " + b.methods + ")")),
                        number(0)
                                .map(a -> new Expression(
                                        "(double) x.sum() / " + a.typed,
                                        PRODUCT,
                                        "(x.sum().toDouble() / " + a.methods + ")")));
    }

    private static Expression minus(Expression operand) {
        return new Expression("- " + operand.at(SIGN), SIGN, operand.methods + ".neg()");
    }

    private static Arbitrary<Expression> binary(Arbitrary<Expression> left, Arbitrary<Expression> right) {
        return Combinators.combine(Arbitraries.of("+", "-", "*", "/", "%"), left, right)
                .as((operator, a, b) -> {
                    int level = operator.equals("+") || operator.equals("-") ? SUM : PRODUCT;
                    String method = name(operator);
                    return new Expression(
                            a.at(level) + " " + operator + " " + b.at(level + 1),
                            level,
                            a.methods + "." + method + "(" + b.methods + ")");
                });
    }

    private static Arbitrary<Expression> numberFirst(Arbitrary<Expression> right) {
        return Combinators.combine(Arbitraries.of("+", "-", "*", "/", "%"), number(1), right)
                .as((operator, a, b) -> {
                    int level = operator.equals("+") || operator.equals("-") ? SUM : PRODUCT;
                    return new Expression(
                            a.at(level) + " " + operator + " " + b.at(level + 1),
                            level,
                            "Tensors." + name(operator) + "(" + a.methods + ", " + b.methods + ")");
                });
    }

    private static String name(String operator) {
        return switch (operator) {
            case "+" -> "add";
            case "-" -> "sub";
            case "*" -> "mul";
            case "/" -> "div";
            default -> "remainder";
        };
    }
}
