package jacobi.plot;

import jacobi.display.Displays;
import jacobi.plot.text.RichText;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/**
 * What a figure costs: milliseconds of its thread's processor time, for the first of its kind and for the median and
 * the least of later ones, and kilobytes of SVG; drawn as SVG, and in all forms a notebook keeps. Last, the same of a
 * formula, read and measured. Run it in a JVM of its own; the very first figure pays for loading the classes.
 */
public final class FigureBenchmark {
    private static final int ROUNDS = 50;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final List<String> FORMULAE = List.of(
            "$\\sqrt{x_1^2+x_2^2}$",
            "$\\frac{1}{\\sqrt{2\\pi\\sigma^2}}\\exp\\left(-\\frac{(x-\\mu)^2}{2\\sigma^2}\\right)$",
            "$\\|\\mathbf{x}\\|_2=\\left(\\sum_{i=1}^{n}x_i^2\\right)^{1/2}$",
            "$\\mathcal{L}(\\theta)=-\\log p_\\theta(y\\mid x)$");

    private FigureBenchmark() {}

    public static void main(String[] arguments) {
        double[] x = values(30, i -> 0.1 * i);
        double[] t = values(1000, i -> 0.01 * i);
        double[] many = values(100_000, i -> Math.sin(i * 1e-3) + Math.sin(i * 1.7));
        Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
        figures.put(
                "tangent",
                () -> Plots.plot(x, List.of(map(x, v -> 3 * v * v - 4 * v), map(x, v -> 2 * v - 3)))
                        .xlabel("x")
                        .ylabel("f(x)")
                        .legend("f(x)", "Tangent line (x=1)"));
        figures.put(
                "three curves of 1,000 points",
                () -> Plots.plot(t, List.of(map(t, Math::sin), map(t, Math::cos), map(t, v -> Math.sin(5 * v)))));
        figures.put("100,000 noisy points", () -> Plots.plot(many));
        double[] cloud = values(100_000, i -> Math.sin(i * 1.3) * Math.cos(i * 0.7));
        figures.put("100,000 coloured points", () -> Plots.figure().scatter(many, cloud, 36.0, cloud));
        figures.put(
                "filled contours",
                () -> Plots.figure().contourf(values(61, i -> i / 30.0), values(61, i -> i / 30.0), (a, b) -> a * b));
        print("drawn", figures, Figure::toSvg);
        print("shown, in every form", figures, Displays::render);
        for (String formula : FORMULAE) {
            double first = milliseconds(() -> RichText.of(formula), text -> text.height(10));
            double[] later = later(() -> RichText.of(formula), text -> text.height(10));
            System.out.printf("%-60s%8.2f%12.3f%10.3f%n", formula, first, later[ROUNDS / 2], later[0]);
        }
    }

    private static void print(String title, Map<String, Supplier<Figure>> figures, Consumer<Figure> use) {
        System.out.printf("%-30s%12s%12s%12s%10s%n", title, "first, ms", "later, ms", "least, ms", "KB");
        figures.forEach((name, figure) -> {
            double first = milliseconds(figure, use);
            double[] later = later(figure, use);
            double size = figure.get().toSvg().length() / 1000.0;
            System.out.printf("%-30s%12.1f%12.2f%12.2f%10.1f%n", name, first, later[ROUNDS / 2], later[0], size);
        });
    }

    /** The milliseconds of all rounds, the least first. */
    private static <T> double[] later(Supplier<T> made, Consumer<T> use) {
        double[] later = new double[ROUNDS];
        Arrays.setAll(later, i -> milliseconds(made, use));
        Arrays.sort(later);
        return later;
    }

    private static <T> double milliseconds(Supplier<T> made, Consumer<T> use) {
        long start = THREAD.getCurrentThreadCpuTime();
        use.accept(made.get());
        return (THREAD.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static double[] values(int count, IntToDoubleFunction f) {
        double[] values = new double[count];
        Arrays.setAll(values, f);
        return values;
    }

    private static double[] map(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }
}
