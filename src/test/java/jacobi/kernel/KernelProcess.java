package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jacobi.language.Ansi;
import jacobi.wire.Channel;
import jacobi.wire.Client;
import jacobi.wire.ConnectionFile;
import jacobi.wire.Execution;
import jacobi.wire.Message;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.KernelInfoRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** A kernel in a process of its own, as a front end starts it, and a client connected to it. */
final class KernelProcess implements AutoCloseable {
    /** What every front end would take for a dead kernel, on a machine that is busy with other things. */
    static final int SECONDS = 60;

    final ConnectionFile connection;
    final Client client;
    final Process process;
    private final Path log;

    /**
     * @param folder where its files go
     * @param parent the process it is to end with, or null
     * @param flags of its JVM, beside those of kernel.json
     */
    KernelProcess(Path folder, Process parent, String... flags) throws Exception {
        Path file = folder.resolve("connection.json");
        log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(usualFlags());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classPath(), "jacobi.Main", "kernel", file.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        if (parent != null) {
            builder.environment().put("JPY_PARENT_PID", Long.toString(parent.pid()));
        }
        builder.environment().put("JUPYTER_DATA_DIR", folder.resolve("data").toString());
        ConnectionFile ports;
        Process started;
        Client connected;
        boolean ready;
        do {
            ports = ConnectionFile.onFreePorts("jacobi");
            ports.write(file);
            started = builder.start();
            connected = Client.connect(ports);
            ready = isReady(connected, started);
            if (!ready) {
                connected.close();
            }
            // A free port may be another connection's before the kernel has it.
        } while (!ready && !started.isAlive() && log().contains("the port is in use"));
        connection = ports;
        process = started;
        client = connected;
        assertThat(ready).as(log()).isTrue();
    }

    /** The flags of kernel.json. */
    private static List<String> usualFlags() throws IOException {
        List<String> flags = new ArrayList<>();
        for (JsonNode word :
                new ObjectMapper().readTree(Path.of("kernel.json").toFile()).path("argv")) {
            if (word.asText().equals("-jar")) {
                break;
            }
            flags.add(word.asText());
        }
        return flags.subList(1, flags.size());
    }

    /** Whether it answers in time; not so if it ends before. */
    private static boolean isReady(Client client, Process process) throws InterruptedException {
        boolean ready = false;
        for (int i = 0; i < SECONDS && !ready && process.isAlive(); i++) {
            ready = client.awaitReady(Duration.ofSeconds(1)) != null;
        }
        return ready;
    }

    /** What became of a cell. */
    record Outcome(JsonNode reply, List<Message> outputs) {
        String status() {
            return reply.path("status").asText();
        }

        /** The value's text, the error's name, or an empty string. */
        String result() {
            return outputs.stream()
                    .filter(m -> m.type().equals("execute_result"))
                    .map(m -> m.content().at("/data/text~1plain").asText())
                    .findFirst()
                    .orElse(reply.path("ename").asText());
        }

        /** The error as a person reads it. */
        String traceback() {
            List<String> lines = new ArrayList<>();
            reply.path("traceback").forEach(line -> lines.add(line.asText()));
            return Ansi.removed(String.join("\n", lines));
        }

        String printed() {
            return outputs.stream()
                    .filter(m -> m.type().equals("stream"))
                    .map(m -> m.content().path("text").asText())
                    .collect(Collectors.joining());
        }
    }

    Outcome run(String source) throws Exception {
        List<Message> outputs = new CopyOnWriteArrayList<>();
        Execution cell = client.execute(ExecuteRequest.of(source), outputs::add);
        try {
            return new Outcome(cell.done().get(SECONDS, TimeUnit.SECONDS).content(), outputs);
        } catch (TimeoutException e) {
            throw new TimeoutException((process.isAlive() ? "no answer; " : "the process is gone; ") + log());
        }
    }

    /** Runs a cell, and interrupts it {@code millis} after its first output. */
    Outcome interrupted(String source, int millis) throws Exception {
        List<Message> outputs = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        Execution cell = client.execute(ExecuteRequest.of(source), m -> {
            outputs.add(m);
            if (m.type().equals("stream") || m.type().equals("display_data")) {
                begun.countDown();
            }
        });
        assertThat(begun.await(SECONDS, TimeUnit.SECONDS)).as("it prints first").isTrue();
        Thread.sleep(millis);
        assertThat(cell.done()).as("it runs on").isNotDone();
        client.interrupt().get(SECONDS, TimeUnit.SECONDS);
        return new Outcome(cell.done().get(SECONDS, TimeUnit.SECONDS).content(), outputs);
    }

    /** Asserts that cells run and control answers, as a front end would see. */
    void assertAnswers() throws Exception {
        client.request(Channel.CONTROL, new KernelInfoRequest()).get(SECONDS, TimeUnit.SECONDS);
        Outcome sum = run("1 + 1");
        while (sum.status().equals("aborted")) {
            // A cell that failed meanwhile takes with it what was waiting, as Jupyter's rule is.
            sum = run("1 + 1");
        }
        assertThat(sum.result()).as(log()).isEqualTo("2");
    }

    /** Asserts that it either answers or is gone, so that a front end starts it again. */
    void assertNotDeaf() throws Exception {
        try {
            assertAnswers();
        } catch (TimeoutException e) {
            assertThat(process.waitFor(1, TimeUnit.SECONDS))
                    .as("alive and deaf; " + log())
                    .isTrue();
        }
    }

    String log() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }
}
