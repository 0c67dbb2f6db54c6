package jacobi.notation;

import jacobi.repl.Evaluation;
import jacobi.repl.engine.JavaEvaluator;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What notation costs a cell, in milliseconds: the same cells run in one session in notation and as the plain Java they
 * become, in turns, and what a look at a cell of Java costs that holds none. Medians after a warm-up.
 */
public final class NotationBenchmark {
    private static final int WARM = 40;
    private static final int ROUNDS = 60;

    /** In notation, and in plain Java. */
    private static final Map<String, String> CELLS = new LinkedHashMap<>();

    static {
        CELLS.put("x + y", "x.add(y)");
        CELLS.put("3 * x ** 2 - 4 * x", "x.pow(2).mul(3).sub(x.mul(4))");
        CELLS.put("X[0:2, :] = 12;\nX[-1]", "X.set(12, \"0:2, :\");\nX.get(-1)");
        CELLS.put(
                "var u = 3 * x ** 2 - 4 * x;\nvar v = u + X[0];\nfor (int k = 0; v.sum() < 100; k++) {\n    v *= "
                        + "2;\n}\n"
                        + "Tensor line(Tensor t) { return 2 * t - 3; }\nvar w = line(v) @ u;\nu, v, w",
                "var u = x.pow(2).mul(3).sub(x.mul(4));\nvar v = u.add(X.get(0));\n"
                        + "for (int k = 0; v.sum().lt(100).isTrue(); k++) {\n    v.mul_(2);\n}\n"
                        + "Tensor line(Tensor t) { return t.mul(2).sub(3); }\nvar w = line(v).matmul(u);\n"
                        + "Tuple.of(u, v, w)");
    }

    private NotationBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<String> prelude;
        try (InputStream in = NotationBenchmark.class.getResourceAsStream("/jacobi/prelude.txt")) {
            prelude = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        try (JavaEvaluator evaluator = new JavaEvaluator(prelude)) {
            run(evaluator, "var x = arange(4.0); var y = ones(4); var X = arange(12.0).reshape(3, 4);");
            System.out.printf("%-28s%12s%12s%8s%n", "cell", "notation", "plain Java", "ratio");
            for (Map.Entry<String, String> cell : CELLS.entrySet()) {
                double[][] times = new double[2][ROUNDS];
                for (int round = -WARM; round < ROUNDS; round++) {
                    double typed = run(evaluator, cell.getKey());
                    double plain = run(evaluator, cell.getValue());
                    if (round >= 0) {
                        times[0][round] = typed;
                        times[1][round] = plain;
                    }
                }
                double typed = median(times[0]);
                double plain = median(times[1]);
                String name = cell.getKey().lines().count() > 2
                        ? cell.getKey().lines().count() + " lines"
                        : cell.getKey().replace('\n', ' ');
                System.out.printf("%-28s%12.2f%12.2f%8.2f%n", name, typed, plain, typed / plain);
            }
        }
        look(prelude);
    }

    /** The cost of reading a cell of 20 lines that Java accepts, compilation left out. */
    private static void look(List<String> prelude) {
        Notation notation = new Notation(Vocabulary.of(prelude, NotationBenchmark.class.getClassLoader()));
        String cell = "var sums = new ArrayList<Double>();\nfor (int i = 0; i < 10; i++) { sums.add(x.get(i % "
                + "4).toDouble()); }\n".repeat(10);
        Compilation accepted = new Compilation() {
            @Override
            public List<Diagnostic> diagnostics() {
                return List.of();
            }

            @Override
            public String typeOf(int start, int end) {
                return null;
            }
        };
        double[] times = new double[2000];
        for (int i = -20_000; i < times.length; i++) {
            long start = System.nanoTime();
            notation.read(cell, (source, map) -> accepted);
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        System.out.printf("a look at 20 lines of Java: %.3f ms%n", median(times));
    }

    private static double run(JavaEvaluator evaluator, String cell) {
        long start = System.nanoTime();
        Evaluation evaluation = evaluator.evaluate(cell, 1);
        double time = (System.nanoTime() - start) / 1e6;
        if (evaluation instanceof Evaluation.Failure failure) {
            throw new IllegalStateException(failure.evalue());
        }
        return time;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
