package jacobi.notebook;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.wire.Client;
import jacobi.wire.ConnectionFile;
import jacobi.wire.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A kernel running as a process of its own, started from its kernelspec, and the client that talks to it. */
final class KernelProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;
    private static final Pattern PORT = Pattern.compile("\\bports?\\b|\\bin use\\b", Pattern.CASE_INSENSITIVE);

    private final KernelSpec spec;
    private final Process process;
    private final ConnectionFile connection;
    private final Client client;
    private final Path connectionFile;
    private final ProcessOutput output;
    private final Thread killer;
    private JsonNode info;

    private KernelProcess(KernelSpec spec, Process process, ConnectionFile connection, Path connectionFile) {
        this.spec = spec;
        this.process = process;
        this.connection = connection;
        client = Client.connect(connection);
        this.connectionFile = connectionFile;
        output = ProcessOutput.of(process);
        killer = new Thread(this::abandon, "kernel-killer");
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /**
     * Starts a kernel and waits until it answers.
     *
     * <p>The ports are free when they are chosen; another program may take one before the kernel binds it, so a kernel
     * that ends at once over a port is started again on others.
     *
     * @throws KernelDiedException if it cannot be started, ends or does not answer; the message has its last words
     */
    static KernelProcess start(Launch launch) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            KernelProcess kernel = begin(launch);
            try {
                kernel.awaitReady();
                return kernel;
            } catch (KernelDiedException e) {
                kernel.close();
                if (attempt == ATTEMPTS || !PORT.matcher(e.getMessage()).find()) {
                    throw e;
                }
            } catch (InterruptedException e) {
                kernel.close();
                throw e;
            }
        }
    }

    private static KernelProcess begin(Launch launch) throws IOException {
        KernelSpec spec = launch.spec();
        ConnectionFile connection = launch.connection();
        Path file = write(connection, launch);
        try {
            Process process = launch.process(file).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new KernelProcess(spec, process, connection, file);
        } catch (IOException e) {
            delete(file);
            throw new KernelDiedException(say(
                    "notebook.kernel.not-started",
                    "name",
                    spec.name(),
                    "reason",
                    e.getMessage(),
                    "advice",
                    advice(spec)));
        }
    }

    private static String advice(KernelSpec spec) {
        return spec.folder() == null
                ? ""
                : say("notebook.kernel.check-argv", "file", spec.folder().resolve("kernel.json"));
    }

    /** A file of its own, readable by this user only; not a folder, so that there is less to leave. */
    private static Path write(ConnectionFile connection, Launch launch) throws KernelDiedException {
        Path file = null;
        try {
            file = launch.connectionFile();
            connection.write(file);
            return file;
        } catch (IOException e) {
            if (file != null) {
                delete(file);
            }
            throw new KernelDiedException(say(
                    "notebook.kernel.no-connection-file",
                    "folder",
                    System.getProperty("java.io.tmpdir"),
                    "reason",
                    Replacement.reason(e)));
        }
    }

    private void awaitReady() throws KernelDiedException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            Message reply = client.awaitReady(ASK_AGAIN);
            if (reply != null) {
                info = reply.content();
                // The kernel has read it: from here on, whoever kills this program leaves nothing.
                delete(connectionFile);
                return;
            }
            if (!process.isAlive()) {
                throw new KernelDiedException(say(
                        "notebook.kernel.ended-early",
                        "name",
                        spec.name(),
                        "report",
                        lastReport(),
                        "advice",
                        advice(spec)));
            }
        }
        throw new KernelDiedException(say(
                "notebook.kernel.no-answer",
                "name",
                spec.name(),
                "seconds",
                START.toSeconds(),
                "report",
                lastReport()));
    }

    /** Where other clients find it. */
    ConnectionFile connection() {
        return connection;
    }

    Client client() {
        return client;
    }

    /** What the kernel says of itself in {@code kernel_info_reply}. */
    JsonNode info() {
        return info;
    }

    /** Completes when the process has ended. */
    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Stops the running cell, in the way the kernelspec asks for. */
    void interrupt() throws IOException {
        if (spec.interruptsByMessage()) {
            client.interrupt();
        } else {
            // The JDK can only terminate a process; every system that has SIGINT has kill.
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        }
    }

    /** The exit code, if it has ended, and the last line the process printed, as part of a sentence. */
    String lastReport() throws InterruptedException {
        String last = output.last();
        String said = last.isEmpty() ? say("notebook.kernel.silent") : say("notebook.kernel.last-words", "words", last);
        return process.isAlive() ? said : say("notebook.kernel.exit-code", "code", process.exitValue(), "said", said);
    }

    /** Ends the kernel: asks it to, and kills it if it does not within a few seconds. */
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                client.shutdown(false);
                process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            kill();
            client.close();
            delete(connectionFile);
            try {
                Runtime.getRuntime().removeShutdownHook(killer);
            } catch (IllegalStateException e) {
                // The program is ending already.
            }
        }
    }

    /** What is left to do when the user stops the whole program. */
    private void abandon() {
        kill();
        delete(connectionFile);
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A file left among the temporary files is the system's to clear.
        }
    }
}
