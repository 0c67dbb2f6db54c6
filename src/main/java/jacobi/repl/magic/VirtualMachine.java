package jacobi.repl.magic;

import jacobi.repl.Evaluation;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** {@code %jvm}: the Java that runs the cells. */
final class VirtualMachine {
    private static final String VARIABLE = "JACOBI_JVM_OPTS";

    private VirtualMachine() {}

    static Evaluation describe(Magic.Call call) throws MagicException {
        if (!call.arguments().isEmpty()) {
            throw new MagicException("Java reads its options when it starts. Set " + VARIABLE + "=\"" + call.arguments()
                    + "\" where Jupyter is started, or in \"env\" of the kernel.json of this kernel, and restart the"
                    + " kernel");
        }
        Runtime heap = Runtime.getRuntime();
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        System.out.println("Java " + Runtime.version() + " of " + System.getProperty("java.home"));
        System.out.printf(
                Locale.ROOT,
                "Heap: %d MB in use, %d MB at most; %d processors%n",
                (heap.totalMemory() - heap.freeMemory()) >> 20,
                heap.maxMemory() >> 20,
                heap.availableProcessors());
        System.out.println("Options: " + (options.isEmpty() ? "none" : String.join(" ", options)));
        System.out.println("Others are set with " + VARIABLE + ", as in " + VARIABLE + "=-Xmx4g, and a restart.");
        return new Evaluation.Done();
    }
}
