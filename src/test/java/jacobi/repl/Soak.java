package jacobi.repl;

import jacobi.repl.engine.JavaEvaluator;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Runs 2,000 cells and prints time, memory and classes along the way: {@code Soak mixed|redefine|fail}. All should stay
 * level; it fails if memory does not.
 */
final class Soak {
    private static final int CELLS = 2_000;
    private static final int WINDOW = 200;
    private static final double SLACK_MEGABYTES = 4;

    private Soak() {}

    public static void main(String[] arguments) {
        String kind = arguments.length == 0 ? "mixed" : arguments[0];
        IntFunction<String> cells = switch (kind) {
            case "mixed" -> Soak::mixed;
            case "redefine" -> Soak::redefining;
            case "fail" -> Soak::failing;
            default -> throw new IllegalArgumentException("mixed, redefine or fail, not " + kind);
        };
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
                if (evaluation instanceof Evaluation.Failure != kind.equals("fail")) {
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
        System.out.println(level ? "level" : "NOT level");
        System.exit(level ? 0 : 1);
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
