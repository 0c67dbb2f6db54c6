package jacobi.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.repl.Evaluator;
import jacobi.wire.Channel;
import jacobi.wire.Client;
import jacobi.wire.ConnectionFile;
import jacobi.wire.Execution;
import jacobi.wire.Header;
import jacobi.wire.Message;
import jacobi.wire.content.Content;
import jacobi.wire.content.ExecuteRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A kernel in this JVM and a client connected to it. */
final class RunningKernel implements AutoCloseable {
    static final int SECONDS = 120;

    final ScriptedEvaluator cells = new ScriptedEvaluator();
    final ConnectionFile connection;
    final Client client;
    private final Kernel kernel;
    private final List<Message> published = Collections.synchronizedList(new ArrayList<>());

    /** For a field of a test. */
    static RunningKernel started() {
        try {
            return new RunningKernel();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    RunningKernel() throws Exception {
        this((Path) null);
    }

    RunningKernel(Path history) throws Exception {
        connection = ConnectionFile.onFreePorts("test");
        kernel = Kernel.start(connection, new Engine(() -> cells), new KernelOptions("0.0", history));
        client = connected();
    }

    RunningKernel(Supplier<Evaluator> evaluator) throws Exception {
        connection = ConnectionFile.onFreePorts("test");
        kernel = Kernel.start(connection, new Engine(evaluator), new KernelOptions("0.0", null));
        client = connected();
    }

    private Client connected() throws InterruptedException {
        Client connected = Client.connect(connection);
        connected.watch(published::add);
        if (connected.awaitReady(Duration.ofSeconds(SECONDS)) == null) {
            throw new AssertionError("the kernel did not answer");
        }
        return connected;
    }

    /** What became of a cell. */
    record Outcome(Header request, Message reply, List<Message> outputs) {

        String status() {
            return reply.content().path("status").asText();
        }

        List<String> types() {
            return outputs.stream().map(Message::type).toList();
        }

        String stream(String name) {
            return outputs.stream()
                    .filter(m -> m.type().equals("stream")
                            && m.content().path("name").asText().equals(name))
                    .map(m -> m.content().path("text").asText())
                    .collect(Collectors.joining());
        }

        JsonNode output(String type) {
            return message(type).content();
        }

        Message message(String type) {
            return outputs.stream()
                    .filter(m -> m.type().equals(type))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + type + " in " + types()));
        }
    }

    Outcome run(String source) throws Exception {
        return run(ExecuteRequest.of(source));
    }

    Outcome run(ExecuteRequest cell) throws Exception {
        List<Message> outputs = new CopyOnWriteArrayList<>();
        Execution execution = client.execute(cell, outputs::add);
        Message reply = execution.done().get(SECONDS, TimeUnit.SECONDS);
        return new Outcome(execution.request(), reply, outputs);
    }

    /** The name of the error a cell ends with, once it has. */
    static String ename(Execution cell) throws Exception {
        return reply(cell).path("ename").asText();
    }

    /** Whether a cell ended {@code ok} or with an {@code error}, once it has. */
    static String status(Execution cell) throws Exception {
        return reply(cell).path("status").asText();
    }

    private static JsonNode reply(Execution cell) throws Exception {
        return cell.done().get(SECONDS, TimeUnit.SECONDS).content();
    }

    JsonNode ask(Content request) throws Exception {
        return ask(Channel.SHELL, request);
    }

    JsonNode ask(Channel channel, Content request) throws Exception {
        return client.request(channel, request).get(SECONDS, TimeUnit.SECONDS).content();
    }

    /** Everything published under {@code request} so far, after waiting for a text to appear in it. */
    List<Message> awaitPublished(Header request, String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < deadline) {
            List<Message> under = new ArrayList<>(published)
                    .stream().filter(m -> m.answers(request)).toList();
            if (under.stream().anyMatch(m -> m.content().toString().contains(text))) {
                return under;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("\"" + text + "\" was not published under " + request);
    }

    @Override
    public void close() {
        client.close();
        kernel.close();
    }
}
