package jacobi.course.grading;

import jacobi.notebook.KernelSpec;
import jacobi.notebook.Launch;
import jacobi.wire.ConnectionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a submission's kernel is started: in the sandbox, with a heap of its own size, none of the teacher's environment,
 * and sockets in its own folder.
 */
final class SandboxedKernel implements Launch {
    private final KernelSpec spec;
    private final List<Path> program;
    private final Sandbox sandbox;
    private final int heapMegabytes;
    private final String language;
    private final WorkFolder folder;
    private final Path sockets;

    /**
     * @param program what the kernel's process reads of Java and Jacobi
     * @param language of the messages a student reads
     */
    SandboxedKernel(
            KernelSpec spec, List<Path> program, Sandbox sandbox, int heapMegabytes, String language, WorkFolder folder)
            throws IOException {
        this.spec = spec;
        this.program = program;
        this.sandbox = sandbox;
        this.heapMegabytes = heapMegabytes;
        this.language = language;
        this.folder = folder;
        sockets = folder.sockets();
    }

    @Override
    public ConnectionFile connection() {
        return ConnectionFile.inFolder(sockets, spec.name());
    }

    @Override
    public Path connectionFolder() {
        return sockets;
    }

    @Override
    public KernelSpec spec() {
        return spec;
    }

    @Override
    public ProcessBuilder process(Path connectionFile) {
        List<String> command = new ArrayList<>(spec.command(connectionFile));
        command.addAll(
                1,
                List.of(
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseSerialGC",
                        // What the virtual machine warns of would stand for the last words of a kernel that fails.
                        "-Xlog:disable",
                        "-Djava.io.tmpdir=" + folder.temporary(),
                        "-Duser.home=" + folder.work()));
        ProcessBuilder builder = new ProcessBuilder(sandbox.command(command, folder.root(), program))
                .directory(folder.work().toFile());
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", folder.work().toString());
        environment.put("TMPDIR", folder.temporary().toString());
        environment.put("JACOBI_LANG", language);
        environment.put("JACOBI_GRADING", "1");
        if (sandbox.kind() == Sandbox.Kind.NONE) {
            // By this a kernel notices that the grader is gone; a sandbox ends with its starter by itself.
            environment.put(
                    "JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
        }
        return builder;
    }

    /** The folder of the sockets goes when its kernel has gone. */
    void clear() {
        if (Files.exists(sockets)) {
            WorkFolder.delete(sockets);
        }
    }
}
