package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.kernel.KernelProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session of 3,000 cells over the wire: tensors, gradients, figures, classes declared again, threads, prints, errors.
 * All that a process takes stays level. Prints a table.
 */
@Tag("soak")
@Timeout(3_600)
class SoakTest {
    private static final int CELLS = 3_000;
    private static final int WINDOW = 300;
    /** Compilers are replaced every 400 cells, so that the heap goes up and down meanwhile. */
    private static final int SETTLED = 1_200;

    @TempDir
    Path folder;

    /** What the process takes after some cells. */
    private record Sample(double millis, double heap, double metaspace, double resident, long threads, long files) {}

    @Test
    @EnabledOnOs(OS.LINUX)
    void staysLevel() throws Exception {
        List<Sample> samples = new ArrayList<>();
        try (KernelProcess kernel = new KernelProcess(folder, null)) {
            kernel.run("import java.lang.management.*;\nint x = 1;");
            System.out.println("cells  median ms  heap MB  metaspace MB  resident MB  threads  files");
            double[] millis = new double[WINDOW];
            for (int cell = 1; cell <= CELLS; cell++) {
                String source = source(cell);
                long began = System.nanoTime();
                Outcome outcome = kernel.run(source);
                millis[cell % WINDOW] = (System.nanoTime() - began) / 1e6;
                assertThat(outcome.status()).as(source).isEqualTo(cell % 10 == 9 ? "error" : "ok");
                if (cell % WINDOW == 0) {
                    Arrays.sort(millis);
                    Sample sample = sample(kernel, millis[WINDOW / 2]);
                    samples.add(sample);
                    System.out.printf(
                            "%5d  %9.1f  %7.1f  %12.1f  %11.1f  %7d  %5d%n",
                            cell,
                            sample.millis(),
                            sample.heap(),
                            sample.metaspace(),
                            sample.resident(),
                            sample.threads(),
                            sample.files());
                }
            }
        }
        Sample settled = samples.get(SETTLED / WINDOW - 1);
        Sample last = samples.get(samples.size() - 1);
        assertThat(last.heap()).isLessThan(1.25 * settled.heap() + 4);
        assertThat(last.metaspace()).isLessThan(1.1 * settled.metaspace() + 4);
        assertThat(last.resident()).isLessThan(1.25 * settled.resident() + 30);
        assertThat(last.threads()).isLessThanOrEqualTo(settled.threads() + 3);
        assertThat(last.files()).isLessThanOrEqualTo(settled.files() + 3);
    }

    private static Sample sample(KernelProcess kernel, double millis) throws Exception {
        String[] words = kernel.run("System.gc(); System.gc();\n"
                        + "ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + \" \" + "
                        + "ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> "
                        + "p.getName().equals(\"Metaspace\"))"
                        + ".mapToLong(p -> p.getUsage().getUsed()).sum()")
                .result()
                .split(" ");
        Path proc = Path.of("/proc/" + kernel.process.pid());
        long resident = 0;
        long threads = 0;
        for (String line : Files.readAllLines(proc.resolve("status"))) {
            resident = line.startsWith("VmRSS:") ? number(line) * 1_024 : resident;
            threads = line.startsWith("Threads:") ? number(line) : threads;
        }
        return new Sample(
                millis,
                Double.parseDouble(words[0]) / 1e6,
                Double.parseDouble(words[1]) / 1e6,
                resident / 1e6,
                threads,
                count(proc.resolve("fd")));
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }

    private static String source(int cell) {
        return switch (cell % 10) {
            case 0 -> "var a%1$d = List.of(3, 1, 2);\na%1$d.stream().map(v -> v * x).toList()".formatted(cell % 40);
            case 1 -> "double f(double t) { return t + " + cell + "; }\nf(x)";
            case 2 -> "var t = randn(32, 32); t.matmul(t).sum().item()";
            case 3 -> "var w = randn(16, 16).requiresGrad_(true);\n(w * w).sum().backward();\nw.grad[0, 0:3]";
            case 4 -> "plot(new double[] {1, 2, " + cell + "}, new double[] {1, 4, 2}, \"x\", \"y\")";
            case 5 -> "class Net { int layers = " + cell + "; int twice() { return 2 * layers; } }\nnew Net().twice()";
            case 6 ->
                "Thread t" + cell % 7 + " = new Thread(() -> System.out.println(\"thread " + cell + "\")); t" + cell % 7
                        + ".start(); t" + cell % 7 + ".join();";
            case 7 -> "for (int i = 0; i < 200; i++) { System.out.println(\"line \" + i); }";
            case 8 -> "byte[] big = new byte[2_000_000];\nx = x % 1000 + 1;\nx";
            default -> cell % 20 == 9 ? "undefined" + cell + " + 1" : "int n = " + cell + " / (x - x);";
        };
    }
}
