package jacobi.repl;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;

/** Runs 2,000 cells and prints time and memory along the way; both should stay level. */
final class Soak {
    private static final int CELLS = 2_000;
    private static final int WINDOW = 200;

    private Soak() {}

    public static void main(String[] arguments) {
        try (JavaEvaluator java = new JavaEvaluator(Corpus.IMPORTS)) {
            java.warmUp(List.of());
            java.evaluate("int x = 1;\nList<Integer> data = new ArrayList<>();", 1);
            List<Double> one = new ArrayList<>();
            List<Double> ten = new ArrayList<>();
            System.out.println("cells  one line  ten statements  heap MB  metaspace MB");
            for (int cell = 2; cell <= CELLS; cell++) {
                boolean large = cell % 4 == 0;
                String source = large
                        ? large(cell)
                        : cell % 4 == 1 ? "double f(double t) { return t + " + cell + "; }\nf(x)" : "x = x + 1;\nx";
                long start = System.nanoTime();
                Evaluation evaluation = java.evaluate(source, cell);
                (large ? ten : one).add((System.nanoTime() - start) / 1e6);
                if (!(evaluation instanceof Evaluation.Value)) {
                    throw new AssertionError(evaluation);
                }
                if (cell % WINDOW == 0) {
                    System.gc();
                    System.out.printf(
                            "%5d  %5.2f ms  %10.2f ms  %7d  %12.1f%n",
                            cell, median(one), median(ten), heap(), metaspace());
                    one.clear();
                    ten.clear();
                }
            }
        }
        System.exit(0);
    }

    private static String large(int cell) {
        return """
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
    }

    private static double median(List<Double> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }

    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static double metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().equals("Metaspace"))
                        .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
                        .sum()
                / 1e6;
    }
}
