package jacobi.tensor;

import static jacobi.language.Say.say;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Comparison of gradients with differences of values. */
final class GradientComparison {
    private GradientComparison() {}

    static boolean check(Function<List<Tensor>, Tensor> f, List<Tensor> inputs, double step, double atol, double rtol) {
        List<Tensor> xs = new ArrayList<>();
        for (Tensor x : inputs) {
            if (x.dtype() != DType.float64) {
                throw new IllegalArgumentException(
                        say("tensor.gradientCheck.inputs-too-coarse-differences", "dtype", x.dtype()));
            }
            xs.add(Loops.fresh(x));
        }
        List<Tensor> jacobians = Autograd.jacobian(f, xs);
        for (int k = 0; k < xs.size(); k++) {
            Tensor x = xs.get(k);
            int n = x.numel();
            Tensor backward = jacobians.get(k).reshape(n == 0 ? 0 : -1, n);
            for (int j = 0; j < n; j++) {
                double[] numeric = differences(f, xs, x, j, step);
                double[] forward = forward(f, xs, k, j);
                for (int i = 0; i < numeric.length; i++) {
                    agree("backward", backward.get(i, j).toDouble(), numeric[i], i, j, k, atol, rtol);
                    agree("forward", forward[i], numeric[i], i, j, k, atol, rtol);
                }
            }
        }
        return true;
    }

    private static double[] differences(
            Function<List<Tensor>, Tensor> f, List<Tensor> xs, Tensor x, int j, double step) {
        double[] all = x.storage.doubles();
        double before = all[j];
        try (GradMode off = GradMode.set(false)) {
            all[j] = before + step;
            double[] above = f.apply(List.copyOf(xs)).toDoubleArray();
            all[j] = before - step;
            double[] below = f.apply(List.copyOf(xs)).toDoubleArray();
            for (int i = 0; i < above.length; i++) {
                above[i] = (above[i] - below[i]) / (2 * step);
            }
            return above;
        } finally {
            all[j] = before;
        }
    }

    private static double[] forward(Function<List<Tensor>, Tensor> f, List<Tensor> xs, int k, int j) {
        List<Tensor> directions = new ArrayList<>();
        for (Tensor x : xs) {
            directions.add(Tensors.zerosLike(x));
        }
        directions.get(k).storage.setDouble(j, 1);
        return Autograd.jvp(f, xs, directions).derivative().toDoubleArray();
    }

    private static void agree(
            String mode, double found, double expected, int i, int j, int k, double atol, double rtol) {
        if (Math.abs(found - expected) <= atol + rtol * Math.abs(expected)) {
            return;
        }
        throw new AssertionError(say(
                "tensor.gradientCheck.derivative-element-result-respect",
                "i",
                i,
                "j",
                j,
                "k",
                k,
                "found",
                found,
                "mode",
                mode,
                "expected",
                expected));
    }
}
