package jacobi.notebook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * What a process prints beside the protocol: read so that it never blocks, and kept down to the last line that says
 * something.
 */
final class ProcessOutput {
    private static final int PATIENCE_MILLIS = 500;

    private final Thread listener;
    private volatile String last = "";

    private ProcessOutput(Process process) {
        listener = new Thread(() -> listen(process), "kernel-output");
        listener.setDaemon(true);
    }

    static ProcessOutput of(Process process) {
        ProcessOutput output = new ProcessOutput(process);
        output.listener.start();
        return output;
    }

    /** The last line, empty if there was none; of a process that has ended, all it printed is taken into account. */
    String last() throws InterruptedException {
        listener.join(PATIENCE_MILLIS);
        return last;
    }

    private void listen(Process process) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                // After an exception's own line come the lines of its stack; a JVM tells of its incubator modules.
                if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !line.contains("incubator modules")) {
                    last = line.strip();
                }
            }
        } catch (IOException e) {
            // The stream ends with the process.
        }
    }
}
