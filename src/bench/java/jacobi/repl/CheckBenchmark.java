package jacobi.repl;

import jacobi.repl.engine.JavaEvaluator;
import java.util.Arrays;
import java.util.List;

/**
 * What the checks for interruption cost in tight numeric loops: nanoseconds a call, in a class as javac writes it and
 * in the same class as a cell, in turns, medians of {@value #ROUNDS} rounds.
 *
 * <pre>{@code
 * javac -d target/bench -cp target/jacobi.jar src/bench/java/jacobi/repl/*.java
 * java -cp target/bench:target/jacobi.jar jacobi.repl.CheckBenchmark
 * }</pre>
 */
public final class CheckBenchmark {
    private static final int LENGTH = 10_000;
    private static final int CALLS = 2_000;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 41;

    /** A loop over arrays. */
    public interface Loop {
        double run(double a, double[] x, double[] y);
    }

    private static final String AXPY = "for (int i = 0; i < x.length; i++) { y[i] += a * x[i]; } return y[0];";
    private static final String DOT =
            "double s = 0; for (int i = 0; i < x.length; i++) { s += x[i] * y[i]; } return s;";
    private static final String PLAIN =
            "double s = 0; for (int i = 0; i < x.length; i++) { s = s * 0.5 + i; } return s;";
    private static final String WHILE =
            "int i = 0; double s = 0; while (i < x.length) { s += Math.sqrt(x[i++]); } return s;";
    private static final String NESTED = "double s = 0; for (int r = 0; r < 100; r++) {"
            + " for (int c = 0; c < 100; c++) { s += x[r * 100 + c] * y[c * 100 + r]; } } return s;";

    private CheckBenchmark() {}

    private static final class Axpy implements Loop {
        @Override
        public double run(double a, double[] x, double[] y) {
            for (int i = 0; i < x.length; i++) {
                y[i] += a * x[i];
            }
            return y[0];
        }
    }

    private static final class Dot implements Loop {
        @Override
        public double run(double a, double[] x, double[] y) {
            double s = 0;
            for (int i = 0; i < x.length; i++) {
                s += x[i] * y[i];
            }
            return s;
        }
    }

    private static final class Plain implements Loop {
        @Override
        public double run(double a, double[] x, double[] y) {
            double s = 0;
            for (int i = 0; i < x.length; i++) {
                s = s * 0.5 + i;
            }
            return s;
        }
    }

    private static final class While implements Loop {
        @Override
        public double run(double a, double[] x, double[] y) {
            int i = 0;
            double s = 0;
            while (i < x.length) {
                s += Math.sqrt(x[i++]);
            }
            return s;
        }
    }

    private static final class Nested implements Loop {
        @Override
        public double run(double a, double[] x, double[] y) {
            double s = 0;
            for (int r = 0; r < 100; r++) {
                for (int c = 0; c < 100; c++) {
                    s += x[r * 100 + c] * y[c * 100 + r];
                }
            }
            return s;
        }
    }

    public static void main(String[] arguments) {
        try (JavaEvaluator java = new JavaEvaluator(List.of())) {
            System.out.printf("%-10s%12s%12s%8s%n", "loop", "javac ns", "cell ns", "ratio");
            compare("axpy", new Axpy(), AXPY, java);
            compare("dot", new Dot(), DOT, java);
            compare("plain", new Plain(), PLAIN, java);
            compare("while", new While(), WHILE, java);
            compare("nested", new Nested(), NESTED, java);
        }
    }

    private static void compare(String name, Loop plain, String body, JavaEvaluator java) {
        Evaluation cell = java.evaluate(
                "class Cell_" + name + " implements jacobi.repl.CheckBenchmark.Loop {"
                        + " public double run(double a, double[] x, double[] y) { " + body + " } }\n"
                        + "new Cell_" + name + "()",
                1);
        Loop woven = (Loop) ((Evaluation.Value) cell).value();
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double theirTime = time(plain);
            double ourTime = time(woven);
            if (round >= 0) {
                theirs[round] = theirTime;
                ours[round] = ourTime;
            }
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        double theirMedian = theirs[ROUNDS / 2];
        double ourMedian = ours[ROUNDS / 2];
        System.out.printf("%-10s%12.0f%12.0f%8.2f%n", name, theirMedian, ourMedian, ourMedian / theirMedian);
    }

    private static double time(Loop loop) {
        double[] x = new double[LENGTH];
        double[] y = new double[LENGTH];
        Arrays.fill(x, 1.5);
        double sum = 0;
        long before = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            sum += loop.run(1e-9, x, y);
        }
        long after = System.nanoTime();
        if (Double.isNaN(sum)) {
            throw new AssertionError("no loop makes NaN of these");
        }
        return (double) (after - before) / CALLS;
    }
}
