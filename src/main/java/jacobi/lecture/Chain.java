package jacobi.lecture;

import static jacobi.language.Say.say;

import jacobi.plot.Gallery;
import jacobi.plot.film.Working;
import jacobi.tensor.Autograd;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The chain rule with its shapes: a Jacobian for each function, and their product. */
final class Chain {
    /** Jacobians of more rows or columns are told by their shape alone. */
    private static final int SMALL = 5;

    private Chain() {}

    static Working of(Tensor start, UnaryOperator<Tensor>[] functions) {
        if (functions.length < 2) {
            throw new IllegalArgumentException(say("lecture.chain", "found", functions.length));
        }
        Working working = new Working(say("lecture.chain-title"), Gallery.theme());
        Tensor x = start.detach();
        working.step(say("lecture.chain-start"), "x = " + value(x) + shape(x));
        List<Tensor> jacobians = new ArrayList<>();
        List<String> factors = new ArrayList<>();
        List<String> letters = new ArrayList<>(List.of("x"));
        Tensor at = x;
        for (int i = 0; i < functions.length; i++) {
            String letter = i == functions.length - 1 ? "y" : "u_{" + (i + 1) + "}";
            String before = letters.get(i);
            Tensor y = functions[i].apply(at).detach();
            Tensor jacobian = Autograd.jacobian(functions[i], at).reshape((int) y.numel(), (int) at.numel());
            jacobians.add(jacobian);
            String derivative = "\\frac{\\partial " + letter + "}{\\partial " + before + "}";
            factors.add(under(derivative, jacobian));
            working.step(
                    say("lecture.chain-step", "n", i + 1),
                    letter + " = f_{" + (i + 1) + "}(" + before + ") = " + value(y) + shape(y),
                    derivative + " = " + value(jacobian) + shape(jacobian));
            letters.add(letter);
            at = y;
        }
        Collections.reverse(jacobians);
        Collections.reverse(factors);
        Tensor product = jacobians.get(0);
        for (Tensor jacobian : jacobians.subList(1, jacobians.size())) {
            product = product.matmul(jacobian);
        }
        String all = under("\\frac{\\partial y}{\\partial x}", product);
        working.step(say("lecture.chain-product"), all + " = " + String.join(" \\; ", factors));
        working.step(
                say("lecture.chain-numbers"),
                jacobians.stream().map(Chain::value).collect(Collectors.joining(" ")) + " = " + value(product));
        Tensor whole = Autograd.jacobian(
                        z -> {
                            Tensor y = z;
                            for (UnaryOperator<Tensor> function : functions) {
                                y = function.apply(y);
                            }
                            return y;
                        },
                        x)
                .reshape((int) at.numel(), (int) x.numel());
        double difference = whole.sub(product).abs().max().toDouble();
        return working.step(
                say("lecture.chain-checked"),
                "\\max |\\Delta| = " + Numeral.decimal(difference < 1e-12 ? 0 : difference));
    }

    private static String under(String formula, Tensor jacobian) {
        return "\\underset{" + jacobian.size(0) + " \\times " + jacobian.size(1) + "}{"
                + formula.replace("\\frac", "\\dfrac") + "}";
    }

    private static String value(Tensor x) {
        if (x.dim() > 2
                || x.numel() > SMALL * SMALL
                || x.dim() > 0 && x.size(0) > SMALL
                || x.dim() == 2 && x.size(1) > SMALL) {
            return "\\cdots";
        }
        if (x.numel() == 1) {
            return Numeral.decimal(x.toDoubleArray()[0]);
        }
        double[][] rows = Latex.numbers(x.dim() == 1 ? x.reshape(-1, 1) : x);
        List<String> lines = new ArrayList<>();
        for (double[] row : rows) {
            lines.add(Arrays.stream(row).mapToObj(Numeral::decimal).collect(Collectors.joining(" & ")));
        }
        return Latex.bracketed(lines);
    }

    private static String shape(Tensor x) {
        int[] lengths = x.shape().toArray();
        String text = Arrays.stream(lengths).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return ", \\quad \\text{" + say("lecture.shape") + "}\\ (" + text + (lengths.length == 1 ? ",)" : ")");
    }
}
