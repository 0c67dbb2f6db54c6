package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a kernel may cost until its first cell has ended, in starts of a Java that does nothing: a slower computer takes
 * longer for both. Processor time, of which a busy one takes little more.
 */
@Tag("slow")
@Timeout(600)
class StartUpBudgetTest {
    private static final int STARTS = 3;
    /** It was 54 on 17 and 38 on 25 when this was written, without the archive of classes an installed kernel has. */
    private static final int BUDGET = 100;

    @TempDir
    Path folder;

    @Test
    void aFirstCellCostsNoMoreThanSoManyStartsOfJava() throws Exception {
        double nothing = least(StartUpBudgetTest::secondsOfNothing);
        double kernel = least(this::secondsUntilAFirstCellHasEnded);
        assertThat(kernel / nothing)
                .as("%.2f s, where Java alone takes %.2f s", kernel, nothing)
                .isLessThan(BUDGET);
    }

    /** The least of several measurements: what disturbs one adds to it. */
    private static double least(Callable<Double> measurement) throws Exception {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < STARTS; i++) {
            least = Math.min(least, measurement.call());
        }
        return least;
    }

    private double secondsUntilAFirstCellHasEnded() throws Exception {
        try (KernelProcess kernel = new KernelProcess(folder, null)) {
            assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
            return seconds(kernel.process);
        }
    }

    private static double secondsOfNothing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Nothing.class.getName())
                .start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('.');
            return seconds(process);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static double seconds(Process process) {
        Duration used = process.info().totalCpuDuration().orElse(null);
        assumeTrue(used != null, "this system does not tell what a process has used");
        return used.toMillis() / 1000.0;
    }

    /** Says that it runs and waits for its end. */
    static final class Nothing {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.print('.');
            System.out.flush();
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
