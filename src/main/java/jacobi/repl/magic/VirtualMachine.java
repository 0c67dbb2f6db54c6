package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.repl.Evaluation;
import java.lang.management.ManagementFactory;
import java.util.List;

/** {@code %jvm}: the Java that runs the cells. */
final class VirtualMachine {
    private static final String VARIABLE = "JACOBI_JVM_OPTS";

    private VirtualMachine() {}

    static Evaluation describe(Magic.Call call) throws MagicException {
        if (!call.arguments().isEmpty()) {
            throw new MagicException(say(
                    "magic.virtualMachine.java-reads-its-options",
                    "variable",
                    VARIABLE,
                    "arguments",
                    call.arguments()));
        }
        Runtime heap = Runtime.getRuntime();
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        System.out.println(say(
                "magic.virtualMachine.java",
                "version",
                Runtime.version(),
                "property",
                System.getProperty("java.home")));
        System.out.println(say(
                "magic.virtualMachine.heap",
                "used",
                (heap.totalMemory() - heap.freeMemory()) >> 20,
                "most",
                heap.maxMemory() >> 20,
                "processors",
                heap.availableProcessors()));
        System.out.println(
                options.isEmpty()
                        ? say("magic.virtualMachine.none")
                        : say("magic.virtualMachine.text", "options", String.join(" ", options)));
        System.out.println(say("magic.virtualMachine.others-set-restart", "variable", VARIABLE));
        return new Evaluation.Done();
    }
}
