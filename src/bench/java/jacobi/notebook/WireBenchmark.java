package jacobi.notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jacobi.wire.Client;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.KernelInfoRequest;

/**
 * What a student waits for, in milliseconds, for each kernel named on the command line, in turns so that all meet the
 * same machine: {@code WireBenchmark jacobi python3}.
 *
 * <pre>{@code
 * ./install/jacobi install --user
 * javac -d target/bench -cp target/jacobi.jar src/bench/java/jacobi/notebook/*.java
 * java -cp target/bench:target/jacobi.jar jacobi.notebook.WireBenchmark jacobi python3
 * }</pre>
 *
 * <p>Start and first cell are medians over {@value #STARTS} starts; the others medians over one session, of round trips
 * from the request until both the reply and idle have arrived.
 */
public final class WireBenchmark {
    private static final int STARTS = 5;
    private static final int ROUND_TRIPS = 300;
    private static final int CELLS = 100;
    /** What the compilers of both ends' virtual machines have, before single round trips are counted, to become quiet. */
    private static final int SETTLE_MILLIS = 5_000;

    private WireBenchmark() {}

    public static void main(String[] kernels) throws Exception {
        Map<String, Map<String, List<Double>>> measured = new LinkedHashMap<>();
        for (int start = 0; start < STARTS; start++) {
            for (String kernel : kernels) {
                measure(kernel, start == STARTS - 1, measured.computeIfAbsent(kernel, k -> new LinkedHashMap<>()));
            }
        }
        System.out.printf("%-22s", "milliseconds, median");
        measured.keySet().forEach(kernel -> System.out.printf("%14s", kernel));
        System.out.println();
        for (String figure : measured.values().iterator().next().keySet()) {
            System.out.printf("%-22s", figure);
            measured.values().forEach(figures -> System.out.printf("%14.1f", median(figures.get(figure))));
            System.out.println();
        }
    }

    private static void measure(String name, boolean whole, Map<String, List<Double>> figures) throws Exception {
        KernelSpec spec = KernelSpec.find(name, JupyterPaths.ofThisProcess());
        long before = System.nanoTime();
        try (KernelProcess kernel = KernelProcess.start(spec, Path.of("").toAbsolutePath())) {
            add(figures, "start to ready", before);
            Cells cells = Cells.of(spec.language());
            run(kernel.client(), cells.oneLine(), "first cell", figures);
            if (whole) {
                for (int i = 0; i < CELLS; i++) {
                    run(kernel.client(), cells.oneLine(), "one-line cell", figures);
                }
                for (int i = 0; i < CELLS; i++) {
                    run(kernel.client(), cells.tenStatements(), "ten-statement cell", figures);
                }
                Thread.sleep(SETTLE_MILLIS);
                for (int i = 0; i < ROUND_TRIPS; i++) {
                    long asked = System.nanoTime();
                    kernel.client().request(new KernelInfoRequest()).get(10, TimeUnit.SECONDS);
                    add(figures, "kernel_info", asked);
                }
            }
        }
    }

    private static void run(Client client, String source, String figure, Map<String, List<Double>> figures)
            throws Exception {
        long before = System.nanoTime();
        String status = client.execute(ExecuteRequest.of(source), output -> {})
                .done()
                .get(60, TimeUnit.SECONDS)
                .content()
                .path("status")
                .asText();
        add(figures, figure, before);
        if (!status.equals("ok")) {
            throw new IllegalStateException("the cell '" + source + "' ended with status " + status);
        }
    }

    private static void add(Map<String, List<Double>> figures, String figure, long since) {
        figures.computeIfAbsent(figure, f -> new ArrayList<>()).add((System.nanoTime() - since) / 1e6);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The same work in the language of a kernel. */
    private record Cells(String oneLine, String tenStatements) {
        static Cells of(String language) {
            return switch (language) {
                case "java" -> new Cells("1 + 1", statements("double v%d = %d * 2.0;\n") + "v0 + v8");
                case "python" -> new Cells("1 + 1", statements("v%d = %d * 2.0\n") + "v0 + v8");
                default -> throw new IllegalArgumentException("no cells in " + language + "; add them here");
            };
        }

        private static String statements(String form) {
            StringBuilder source = new StringBuilder();
            for (int i = 0; i < 9; i++) {
                source.append(String.format(form, i, i));
            }
            return source.toString();
        }
    }
}
