package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.display.Table;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.function.UnaryOperator;

/**
 * The rules of matrix calculus as checks: each derivative by automatic differentiation, in numerator layout, beside
 * what the rule says, at numbers that are in no way special.
 */
final class MatrixRules {
    private static final int M = 2;
    private static final int N = 3;
    /** The numbers of the checks; fixed, so that students see the same. */
    private static final Tensor A = numbers(0.3, M, N);

    private static final Tensor S = numbers(0.7, N, N);
    private static final Tensor R = numbers(0.4, N, M);
    private static final Tensor B = numbers(1.1, M, M);
    private static final Tensor X = numbers(0.9, N);
    private static final double C = 1.7;

    private final Table checks;

    private MatrixRules(Table checks) {
        this.checks = checks;
    }

    /** Values between −1 and 1 without a pattern: sines of a growing angle. */
    private static Tensor numbers(double step, int... shape) {
        Tensor count = Tensors.ones(DType.float64, shape).flatten().cumsum(0);
        return count.mul(step).add(step).mul(count).sin().reshape(shape);
    }

    static Table table() {
        UnaryOperator<Tensor> scalarU = x -> x.sin().sum();
        UnaryOperator<Tensor> scalarV = x -> x.exp().prod();
        UnaryOperator<Tensor> u = x -> S.matmul(x).sin();
        UnaryOperator<Tensor> v = x -> x.exp().mul(x);
        return new MatrixRules(Table.of(
                        say("calculus.rules.numerator-layout-column-numbers"),
                        "y",
                        "∂y/∂x",
                        say("calculus.rules.shape"),
                        say("calculus.rules.difference"),
                        say("calculus.rules.holds")))
                .rule("a", "0ᵀ", x -> Tensors.tensor(C, DType.float64), Tensors.zeros(DType.float64, 1, N))
                .rule("a u", "a ∂u", x -> scalarU.apply(x).mul(C), by(scalarU).mul(C))
                .rule("sum(x)", "1ᵀ", x -> x.sum(), Tensors.ones(DType.float64, 1, N))
                .rule("‖x‖²", "2xᵀ", x -> x.square().sum(), row(X).mul(2))
                .rule(
                        "u + v",
                        "∂u + ∂v",
                        x -> scalarU.apply(x).add(scalarV.apply(x)),
                        by(scalarU).add(by(scalarV)))
                .rule(
                        "u v",
                        "∂u v + u ∂v",
                        x -> scalarU.apply(x).mul(scalarV.apply(x)),
                        by(scalarU).mul(scalarV.apply(X)).add(by(scalarV).mul(scalarU.apply(X))))
                .rule(
                        "⟨u, v⟩",
                        "uᵀ ∂v + vᵀ ∂u",
                        x -> u.apply(x).mul(v.apply(x)).sum(),
                        row(u.apply(X)).matmul(by(v)).add(row(v.apply(X)).matmul(by(u))))
                .rule(
                        say("calculus.rules.vector"),
                        "0",
                        x -> R.matmul(Tensors.ones(DType.float64, M)),
                        Tensors.zeros(DType.float64, N, N))
                .rule("x", "I", x -> x.mul(1), Tensors.eye(DType.float64, N, N))
                .rule("Ax", "A", A::matmul, A)
                .rule("xᵀA", "Aᵀ", x -> x.matmul(R), R.T())
                .rule(
                        say("calculus.rules.vector-times-function"),
                        "a ∂u",
                        x -> u.apply(x).mul(C),
                        by(u).mul(C))
                .rule("Au", "A ∂u", x -> A.matmul(u.apply(x)), A.matmul(by(u)))
                .rule(say("calculus.rules.vectors"), "∂u + ∂v", x -> u.apply(x).add(v.apply(x)), by(u).add(by(v)))
                .rule("xᵀAx", "xᵀ(A + Aᵀ)", x -> x.dot(S.matmul(x)), row(X).matmul(S.add(S.T())))
                .matrixRule(
                        "‖X‖² (Frobenius)",
                        say("calculus.rules.gradient-of-square-norm"),
                        x -> x.square().sum(),
                        B.mul(2))
                .checks;
    }

    private static Tensor row(Tensor vector) {
        return vector.reshape(1, -1);
    }

    private static Tensor by(UnaryOperator<Tensor> f) {
        return Calculus.jacobian(f, X, Layout.NUMERATOR);
    }

    private MatrixRules rule(String y, String derivative, UnaryOperator<Tensor> f, Tensor expected) {
        return checked(y, derivative, by(f), expected);
    }

    private MatrixRules matrixRule(String y, String derivative, UnaryOperator<Tensor> f, Tensor expected) {
        return checked(y, derivative, Calculus.jacobian(f, B, Layout.TORCH), expected);
    }

    private MatrixRules checked(String y, String derivative, Tensor found, Tensor expected) {
        boolean sameShape = found.shape().equals(expected.shape());
        double difference = sameShape ? found.sub(expected).abs().max().toDouble() : Double.NaN;
        String shape = TapeDiagram.shape(found.shape());
        return new MatrixRules(checks.row(y, derivative, shape, NumericLimit.error(difference), difference < 1e-9));
    }
}
