package jacobi.notebook;

import jacobi.wire.Client;
import jacobi.wire.Message;
import jacobi.wire.content.ExecuteRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A long session with one kernel of Java cells: {@code Soak [KERNEL [CELLS]]}, 2,000 by default; compiled and run as
 * {@link WireBenchmark} is. Prints the memory in
 * use and the median latency over each tenth, and fails if the last tenth is twice as slow as the second or memory has
 * more than doubled meanwhile.
 */
public final class Soak {
    private static final List<String> CELLS = List.of(
            "int x%1$d = %1$d;\nx%1$d * 2",
            "double f(double x) {\n    return x * x + %1$d;\n}\nf(3)",
            "for (int i = 0; i < 100; i++) {\n    System.out.println(\"line \" + i);\n}",
            "record Point(double x, double y) {}\nnew Point(%1$d, 2)",
            "var list = IntStream.range(0, 1000).boxed().collect(Collectors.toList());\nlist.size()",
            "display(html(\"<b>%1$d</b>\"))",
            "plot(new double[] {1, 2, 4}, new double[] {1, 4, %1$d}, \"x\", \"y\")",
            "new double[10_000]",
            "int[] none = new int[0];\nnone[%1$d]",
            "undefined%1$d + 1");
    private static final String MEMORY =
            "System.gc(); System.gc();\n(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / "
                    + "1_000_000";

    private Soak() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments.length > 0 ? arguments[0] : "jacobi";
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        KernelSpec spec = KernelSpec.find(name, JupyterPaths.ofThisProcess());
        List<Double> medians = new ArrayList<>();
        List<Long> memory = new ArrayList<>();
        System.out.printf("%8s%16s%16s%n", "cells", "median ms", "memory MB");
        try (KernelProcess kernel =
                KernelProcess.start(Launch.plain(spec, Path.of("").toAbsolutePath(), Path.of("measured.ipynb")))) {
            for (int tenth = 0; tenth < 10; tenth++) {
                List<Double> millis = new ArrayList<>();
                for (int i = 0; i < count / 10; i++) {
                    int number = tenth * count / 10 + i;
                    String cell = String.format(CELLS.get(number % CELLS.size()), number);
                    long before = System.nanoTime();
                    run(kernel.client(), cell);
                    millis.add((System.nanoTime() - before) / 1e6);
                }
                millis.sort(null);
                medians.add(millis.get(millis.size() / 2));
                memory.add(Long.parseLong(run(kernel.client(), MEMORY)));
                System.out.printf("%8d%16.1f%16d%n", (tenth + 1) * count / 10, medians.get(tenth), memory.get(tenth));
            }
        }
        boolean steady = medians.get(9) < 2 * medians.get(1) && memory.get(9) < 2 * memory.get(0);
        System.out.println(steady ? "steady" : "NOT steady");
        System.exit(steady ? 0 : 1);
    }

    /** The plain text of the cell's value, or an empty string. */
    private static String run(Client client, String source) throws Exception {
        StringBuilder value = new StringBuilder();
        Message reply = client.execute(ExecuteRequest.of(source), output -> {
                    if (output.type().equals("execute_result")) {
                        value.append(output.content().at("/data/text~1plain").asText());
                    }
                })
                .done()
                .get(60, TimeUnit.SECONDS);
        if (reply.content().path("status").asText().isEmpty()) {
            throw new IllegalStateException("no status in the reply to '" + source + "'");
        }
        return value.toString();
    }
}
