package jacobi.notebook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a notebook of forty cells takes after the kernel's start, run headless, in milliseconds, for each kernel
 * named on the command line by turns: {@code HeadlessBenchmark jacobi python3}. Built and started as {@link
 * WireBenchmark}.
 *
 * <p>The cells are those of a lesson: variables, loops, text, lists, functions and types, eight of each; in Python the
 * same. Medians over {@value #RUNS} runs, each in a kernel of its own.
 */
public final class HeadlessBenchmark {
    private static final int RUNS = 5;
    private static final int ROUNDS = 8;

    private static final List<String> JAVA = List.of(
            "int n@ = 10 + @;\ndouble half@ = n@ / 2.0;\nhalf@",
            "int total@ = 0;\nfor (int i = 0; i < n@; i++) {\n    total@ += i * i;\n}\nSystem.out.println(\"sum of "
                    + "squares: \" + total@);",
            "List<Integer> squares@ = new ArrayList<>();\nfor (int i = 0; i < n@; i++) {\n    squares@.add(i * "
                    + "i);\n}\nsquares@",
            "double mean@(List<Integer> values) {\n    return values.stream().mapToInt(v -> "
                    + "v).average().orElse(0);\n}\nmean@(squares@)",
            "record Point@(double x, double y) {\n    double norm() {\n        return Math.sqrt(x * x + y * y);\n    "
                    + "}\n}\nnew Point@(3, half@).norm()");

    private static final List<String> PYTHON = List.of(
            "n@ = 10 + @\nhalf@ = n@ / 2\nhalf@",
            "total@ = 0\nfor i in range(n@):\n    total@ += i * i\nprint('sum of squares:', total@)",
            "squares@ = []\nfor i in range(n@):\n    squares@.append(i * i)\nsquares@",
            "def mean@(values):\n    return sum(values) / len(values)\nmean@(squares@)",
            "class Point@:\n    def __init__(self, x, y):\n        self.x, self.y = x, y\n    def norm(self):\n"
                    + "        return (self.x ** 2 + self.y ** 2) ** 0.5\nPoint@(3, half@).norm()");

    private HeadlessBenchmark() {}

    public static void main(String[] kernels) throws Exception {
        Map<String, List<double[]>> measured = new LinkedHashMap<>();
        for (int run = 0; run < RUNS; run++) {
            for (String kernel : kernels) {
                measured.computeIfAbsent(kernel, k -> new ArrayList<>()).add(measure(kernel));
            }
        }
        System.out.printf("%-22s%14s%14s%14s%n", "milliseconds, median", "start", "first cell", "40 cells");
        measured.forEach((kernel, runs) -> System.out.printf(
                "%-22s%14.0f%14.0f%14.0f%n", kernel, median(runs, 0), median(runs, 1), median(runs, 2)));
    }

    /** From the start of the kernel to the first cell's begin, from there to that cell's end, and to the last one's. */
    private static double[] measure(String name) throws Exception {
        KernelSpec kernel = KernelSpec.find(name, JupyterPaths.ofThisProcess());
        Notebook notebook = Notebook.parse(json(kernel.language().equals("java") ? JAVA : PYTHON), "forty.ipynb");
        List<Long> begun = new ArrayList<>();
        List<Long> ended = new ArrayList<>();
        long start = System.nanoTime();
        new NotebookRunner(Duration.ofSeconds(60), false, Long.MAX_VALUE)
                .run(
                        notebook,
                        Path.of("forty.ipynb"),
                        kernel,
                        Path.of("").toAbsolutePath(),
                        new NotebookRunner.Progress() {
                            @Override
                            public void begins(int cell) {
                                begun.add(System.nanoTime());
                            }

                            @Override
                            public void ended(CellResult result) {
                                ended.add(System.nanoTime());
                                if (!result.isGood()) {
                                    throw new IllegalStateException(result.source() + ": " + result.error());
                                }
                            }
                        });
        long first = begun.get(0);
        return new double[] {
            (first - start) / 1e6, (ended.get(0) - first) / 1e6, (ended.get(ended.size() - 1) - first) / 1e6
        };
    }

    private static String json(List<String> cells) {
        var notebook = NotebookJson.MAPPER.createObjectNode();
        notebook.put("nbformat", 4).put("nbformat_minor", 4).putObject("metadata");
        var all = notebook.putArray("cells");
        for (int round = 0; round < ROUNDS; round++) {
            for (String cell : cells) {
                var added = all.addObject();
                added.put("cell_type", "code").putNull("execution_count").putObject("metadata");
                added.putArray("outputs");
                added.put("source", cell.replace("@", Integer.toString(round)));
            }
        }
        return notebook.toString();
    }

    private static double median(List<double[]> runs, int figure) {
        double[] sorted = runs.stream().mapToDouble(run -> run[figure]).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
