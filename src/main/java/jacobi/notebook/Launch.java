package jacobi.notebook;

import jacobi.wire.ConnectionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a kernel's process is started, and over which sockets it is spoken to. */
public interface Launch {
    /** A connection that no other kernel has. */
    ConnectionFile connection() throws IOException;

    /** The folder of the connection file, or null for the system's temporary folder. */
    default Path connectionFolder() {
        return null;
    }

    /** The process, ready to start, with its environment. */
    ProcessBuilder process(Path connectionFile);

    /** The kernelspec it starts. */
    KernelSpec spec();

    /**
     * As Jupyter starts kernels: this program's child, in its environment, on ports of this machine.
     *
     * @param workingFolder where its cells find relative paths
     * @param session what it is started for, a notebook's path, told to it as Jupyter does
     */
    static Launch plain(KernelSpec spec, Path workingFolder, Path session) {
        return new Plain(spec, workingFolder, session);
    }

    /** The usual way. */
    record Plain(KernelSpec spec, Path workingFolder, Path session) implements Launch {
        private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

        @Override
        public ConnectionFile connection() throws IOException {
            return ConnectionFile.onFreePorts(spec.name());
        }

        @Override
        public ProcessBuilder process(Path connectionFile) {
            ProcessBuilder builder = new ProcessBuilder(spec.command(connectionFile)).directory(workingFolder.toFile());
            Map<String, String> environment = builder.environment();
            spec.environment().forEach((name, value) -> environment.put(name, expand(value)));
            environment.put("JPY_SESSION_NAME", session.toAbsolutePath().toString());
            // By this a kernel notices that whoever started it is gone.
            environment.put(
                    "JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
            return builder;
        }

        /** Replaces {@code ${NAME}} by that variable, as Jupyter does in a kernelspec's {@code env}. */
        private static String expand(String value) {
            return VARIABLE.matcher(value)
                    .replaceAll(found ->
                            Matcher.quoteReplacement(System.getenv().getOrDefault(found.group(1), found.group())));
        }
    }

    /** A connection file of its own, readable by this user only. */
    default Path connectionFile() throws IOException {
        return connectionFolder() == null
                ? Files.createTempFile("jacobi-kernel-", ".json")
                : Files.createTempFile(connectionFolder(), "kernel-", ".json");
    }
}
