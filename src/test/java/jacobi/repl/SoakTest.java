package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 2,000 cells in one session: time, memory and classes, which are printed along the way, stay level. */
@Tag("soak")
class SoakTest {
    private static final int CELLS = 2_000;
    private static final int WINDOW = 200;
    private static final double SLACK_MEGABYTES = 4;

    private enum Kind {
        MIXED(SoakTest::mixed),
        REDEFINING(SoakTest::redefining),
        FAILING(SoakTest::failing);

        private final IntFunction<String> cells;

        Kind(IntFunction<String> cells) {
            this.cells = cells;
        }
    }

    @ParameterizedTest
    @EnumSource
    void memoryStaysLevel(Kind kind) {
        IntFunction<String> cells = kind.cells;
        boolean level = true;
        try (JavaEvaluator java = new JavaEvaluator(Corpus.IMPORTS)) {
            java.warmUp(List.of());
            java.evaluate("int x = 1;\nint bias() { return 1; }", 1);
            List<Double> millis = new ArrayList<>();
            double[] first = {0, 0};
            System.out.println("cells  median ms  slowest  heap MB  metaspace MB  classes");
            for (int cell = 2; cell <= CELLS; cell++) {
                String source = cells.apply(cell);
                long start = System.nanoTime();
                Evaluation evaluation = java.evaluate(source, cell);
                millis.add((System.nanoTime() - start) / 1e6);
                if (evaluation instanceof Evaluation.Failure != (kind == Kind.FAILING)) {
                    throw new AssertionError(source + "\n" + evaluation);
                }
                if (cell % WINDOW == 0) {
                    double[] now = {heap(), metaspace()};
                    millis.sort(null);
                    System.out.printf(
                            "%5d  %9.2f  %7.1f  %7.1f  %12.1f  %7d%n",
                            cell,
                            millis.get(millis.size() / 2),
                            millis.get(millis.size() - 1),
                            now[0],
                            now[1],
                            ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
                    millis.clear();
                    // Compilers are replaced every 400 cells, so that the heap goes up and down between.
                    if (cell <= 3 * WINDOW) {
                        first[0] = Math.max(first[0], now[0]);
                        first[1] = Math.max(first[1], now[1]);
                    }
                    level = now[0] < first[0] + SLACK_MEGABYTES && now[1] < first[1] + SLACK_MEGABYTES;
                }
            }
        }
        assertThat(level)
                .as("heap and metaspace at the end, beside those of the first 600 cells")
                .isTrue();
    }

    /** What a session is made of. */
    private static String mixed(int cell) {
        return switch (cell % 4) {
            case 0 -> """
                var a%1$d = List.of(3, 1, 2);
                var b = new ArrayList<>(a%1$d);
                Collections.sort(b);
                int total = 0;
                for (int v : b) { total += v; }
                Map<String, Integer> m = new HashMap<>();
                m.put("k", total);
                String s = m.toString();
                double r = Math.sqrt(total) + x;
                b.stream().map(q -> q * 2).toList()""".formatted(cell % 50);
            case 1 -> "double f(double t) { return t + " + cell + "; }\nf(x)";
            default -> "x = x + 1;\nx";
        };
    }

    /** The same names again and again: a class with its users, a method, a variable of changing type. */
    private static String redefining(int cell) {
        return switch (cell % 5) {
            case 0 ->
                "class Net { int layers = " + cell
                        + "; int twice() { return 2 * layers + bias(); } }\nnew Net().twice()";
            case 1 -> "int bias() { return " + cell + "; }\nint use(Net net) { return net.twice(); }";
            case 2 ->
                "var value = " + (cell % 2 == 0 ? cell : "\"" + cell + "\"") + ";\nSupplier<Object> get = () -> value;";
            case 3 ->
                "sealed interface Shape permits Dot, Line {}\nrecord Dot(int at" + cell + ") implements Shape {}\n"
                        + "record Line(Dot a, Dot b) implements Shape {}\nShape shape = new Dot(" + cell + ");";
            default ->
                "byte[] big = new byte[1_000_000];\nRunnable hold = () -> System.out.print(big.length > " + cell
                        + " ? \"\" : \"\");\nhold.run();";
        };
    }

    /** Mistakes of every kind. */
    private static String failing(int cell) {
        return switch (cell % 6) {
            case 0 -> "int n = " + cell + " / (x - x);";
            case 1 -> "undefined" + cell + " + 1";
            case 2 -> "int broken(" + cell;
            case 3 -> "class Bad" + cell % 12 + " { static int v = Integer.parseInt(\"x\"); }\nBad" + cell % 12 + ".v";
            case 4 -> "new ArrayList<byte[]>(List.of(new byte[1_000_000])).get(" + cell + ")";
            default -> "String text = " + cell + ";\nint deep(int v) { return deep(v + 1) + 1; }\ndeep(0)";
        };
    }

    private static double heap() {
        // Classes go with the collection after the one that frees their loaders.
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static double metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().equals("Metaspace"))
                        .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
                        .sum()
                / 1e6;
    }
}
