package jacobi;

import static jacobi.language.Say.say;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A kernel whose environment asks for options of Java, which are read when Java starts: this process starts another one
 * with them, and ends when that does.
 */
final class Relaunch {
    private static final String DONE = "jacobi.relaunched";
    private static final String PREVIEW = "--enable-preview";

    private Relaunch() {}

    /** The options asked for; none of a program that is no kernel, or has them. */
    static List<String> options(String[] arguments, Map<String, String> variables) {
        boolean kernel = arguments.length > 0 && arguments[0].equals("kernel");
        if (!kernel || System.getProperty(DONE) != null) {
            return List.of();
        }
        List<String> options = new ArrayList<>();
        for (String name : List.of("JACOBI_JVM_OPTS", "JJAVA_JVM_OPTS")) {
            options.addAll(Environment.words(variables.getOrDefault(name, "")));
        }
        boolean preview = Environment.compilerOptions(variables).contains(PREVIEW);
        // Classes with preview features are loaded by a Java that was started for them only.
        if (preview && !options.contains(PREVIEW)) {
            options.add(PREVIEW);
        }
        if (options.isEmpty()) {
            // The usual case: what this Java was started with is told by classes that each kernel's start would wait
            // for.
            return options;
        }
        options.removeAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        return options;
    }

    /**
     * Runs the program in a process with these options more.
     *
     * @return its exit code
     */
    static int run(List<String> options, String[] arguments) throws InterruptedException {
        try {
            List<String> command = command(options);
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            // What the kernel watches is the process that started it, which Jupyter may kill.
            builder.environment()
                    .put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "kernel-ender"));
            return process.waitFor();
        } catch (IOException e) {
            System.err.println("jacobi: "
                    + say("command.relaunch", "options", String.join(" ", options), "reason", e.getMessage()));
            return 1;
        }
    }

    private static List<String> command(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        command.add("-D" + DONE + "=true");
        String program = System.getProperty("java.class.path");
        if (program.endsWith(".jar") && !program.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", program));
        } else {
            command.addAll(List.of("-cp", program, Main.class.getName()));
        }
        return command;
    }
}
