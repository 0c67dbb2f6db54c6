package jacobi.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The classes of a session, parsed and linked ahead of time, so that a kernel starts and runs its first cell sooner: an
 * AOT cache from Java 25 on, a dynamic CDS archive before.
 *
 * <p>It fits one build of Java and one jar. Any other ignores it and starts as it would without, silently.
 *
 * @param file where it is
 * @param flags what a kernel that uses it is started with
 */
record StartUpArchive(Path file, List<String> flags) {
    /** Ten seconds on a machine that has nothing else to do. */
    private static final long LIMIT_SECONDS = 300;

    private static final int FIRST_WITH_AOT_CACHE = 25;

    /** The archive of that name for the Java of this process. */
    static StartUpArchive in(Path folder) {
        boolean aot = Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
        Path file = folder.resolve(aot ? "jacobi.aot" : "jacobi.jsa");
        List<String> flags = new ArrayList<>();
        flags.add((aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file);
        // The file's pages stay as they are, and all kernels of a computer share them. Newer updates of Java 17 and all
        // later versions move them about, so that each kernel has 17 to 42 MB more of its own, as
        // src/test/python/class_server.py prints, and takes more processor time to start.
        flags.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
        // A Java or jar it does not fit would be told at every start.
        flags.add("-Xlog:disable");
        return new StartUpArchive(file, List.copyOf(flags));
    }

    /**
     * Makes the file, by running a short session of the kernel.
     *
     * @return whether it was made; without it the kernel only starts more slowly
     */
    boolean make(OwnKernel kernel) throws InterruptedException {
        List<String> command = new ArrayList<>(kernel.command());
        boolean aot = file.toString().endsWith(".aot");
        command.add(1, (aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file);
        command.add(2, "-Xlog:disable");
        if (aot) {
            // Only classes: what the compiler learned, it would compile again at every start, before there is a cell.
            // It took 0.2 s of processor time and 0.1 s until the first cell, for 2 ms of each later one.
            command.addAll(3, List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
        }
        // In place of: kernel {connection_file}.
        command.subList(command.size() - 2, command.size()).clear();
        command.add(WarmUpCommand.NAME);
        Path data = null;
        try {
            data = Files.createTempDirectory("jacobi-warm-up-");
            Files.deleteIfExists(file);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            // As Jupyter does.
            builder.environment()
                    .put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
            // Its cells are none of the user's.
            builder.environment().put("JUPYTER_DATA_DIR", data.toString());
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            // What a JVM that could not make an AOT cache leaves behind.
            Files.deleteIfExists(Path.of(file + ".config"));
            return process.exitValue() == 0 && Files.isRegularFile(file);
        } catch (IOException e) {
            return false;
        } finally {
            delete(data);
        }
    }

    private static void delete(Path folder) {
        try {
            if (folder != null) {
                Installation.delete(folder);
            }
        } catch (IOException e) {
            // What is left among the temporary files is the system's to clear.
        }
    }
}
