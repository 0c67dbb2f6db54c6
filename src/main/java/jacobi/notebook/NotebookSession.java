package jacobi.notebook;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.language.Ansi;
import jacobi.notebook.CellResult.State;
import jacobi.wire.Execution;
import jacobi.wire.Message;
import jacobi.wire.content.ExecuteRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A kernel of its own in which the cells of a notebook run, one after the other, outputs gathered into them. */
public final class NotebookSession implements AutoCloseable {
    private static final Duration LAST_MESSAGES = Duration.ofMillis(500);
    private static final Duration STOPPING = Duration.ofSeconds(5);
    private static final String ASKED = "value";

    private final KernelProcess kernel;
    private final Duration timeout;
    private final Outputs outputs;
    private boolean stopsFloods;
    private boolean stuck;

    private NotebookSession(KernelProcess kernel, Duration timeout, long maxOutput) {
        this.kernel = kernel;
        this.timeout = timeout;
        this.outputs = new Outputs(maxOutput);
    }

    /**
     * Starts a kernel.
     *
     * @param timeout the longest a cell may run; zero for no limit
     * @param maxOutput how many characters of output are kept of one cell
     * @throws KernelDiedException if it cannot start; one that dies later is part of a cell's result
     */
    public static NotebookSession open(Launch launch, Duration timeout, long maxOutput)
            throws IOException, InterruptedException {
        return new NotebookSession(KernelProcess.start(launch), timeout, maxOutput);
    }

    /** From now on, a cell that shows more than is kept is stopped, and has failed. */
    public void stopFloods() {
        stopsFloods = true;
    }

    /** What the kernel says of itself in {@code kernel_info_reply}. */
    public JsonNode info() {
        return kernel.info();
    }

    /** Whether it can run another cell. */
    public boolean isAlive() {
        return kernel.isAlive();
    }

    /** Whether a cell was told to stop and did not: what is run next would wait for it. */
    public boolean isStuck() {
        return stuck;
    }

    /**
     * Runs a cell, whose outputs and count are modified.
     *
     * @param number its position among all cells of the notebook, from 1
     * @param mayFail whether cells that were sent meanwhile run although it fails
     */
    public CellResult run(NotebookCell cell, int number, boolean mayFail) throws IOException, InterruptedException {
        long start = System.nanoTime();
        CompletableFuture<Void> flooded = new CompletableFuture<>();
        outputs.begin(cell);
        Execution execution = kernel.client()
                .execute(
                        new ExecuteRequest(cell.source(), false, true, Map.of(), false, !mayFail),
                        message -> gather(message, cell, flooded));
        State state = State.RAN;
        String error = "";
        List<String> details = List.of();
        try {
            Message reply = await(execution, timeout, flooded);
            count(reply.content(), cell);
            if (!"ok".equals(reply.content().path("status").asText())) {
                state = cell.hasTag("raises-exception") ? State.RAN : State.FAILED;
                error = oneLine(reply.content());
                details = lines(reply.content().path("traceback"));
            }
        } catch (Flooded e) {
            stop(execution);
            state = State.FAILED;
            error = say("notebook.run.flooded");
            details = List.of(error);
        } catch (TimeoutException e) {
            stop(execution);
            state = State.TIMED_OUT;
            error = say("notebook.run.timeout", "seconds", seconds(timeout));
            details = List.of(say("notebook.run.stopped", "error", error));
            show("CellTimeoutError", error, details);
        } catch (KernelEnded e) {
            state = State.KERNEL_DIED;
            error = say("notebook.run.died", "report", kernel.lastReport());
            show("DeadKernelError", error, List.of(error));
        }
        boolean cut;
        synchronized (outputs) {
            outputs.settle();
            cut = outputs.isCut();
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        CellResult result = new CellResult(number, cell.source(), state, time, error, details)
                .with(CheckedExercise.in(cell.outputs()));
        return cut ? result.with(CellResult.Note.CUT) : result;
    }

    /**
     * What an expression came to.
     *
     * @param state {@link State#RAN} if it has a value
     * @param data MIME type to representation of the value
     * @param error one line, empty if there was none
     */
    public record Value(State state, JsonNode data, String error) {}

    /** Evaluates an expression between cells, counted and shown nowhere. */
    public Value evaluate(String expression, Duration limit) throws IOException, InterruptedException {
        // What the code before an expression prints belongs to no cell.
        Execution execution = kernel.client()
                .execute(new ExecuteRequest("", true, false, Map.of(ASKED, expression), false, false), message -> {});
        JsonNode nothing = NotebookJson.MAPPER.createObjectNode();
        try {
            JsonNode reply = await(execution, limit, new CompletableFuture<>()).content();
            JsonNode value = reply.path("user_expressions").path(ASKED);
            return "ok".equals(value.path("status").asText())
                    ? new Value(State.RAN, value.path("data"), "")
                    : new Value(State.FAILED, nothing, oneLine(value));
        } catch (TimeoutException e) {
            stop(execution);
            return new Value(State.TIMED_OUT, nothing, say("notebook.run.timeout", "seconds", seconds(limit)));
        } catch (KernelEnded e) {
            return new Value(State.KERNEL_DIED, nothing, say("notebook.run.died", "report", kernel.lastReport()));
        }
    }

    /** Ends the kernel, and kills it if it does not end soon. */
    @Override
    public void close() {
        kernel.close();
    }

    private Message await(Execution execution, Duration limit, CompletableFuture<Void> flooded)
            throws TimeoutException, InterruptedException, KernelEnded {
        CompletableFuture<Object> first = CompletableFuture.anyOf(execution.done(), kernel.ended(), flooded);
        try {
            if (limit.isZero()) {
                first.get();
            } else {
                first.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            }
            if (flooded.isDone()) {
                throw new Flooded();
            }
            // What the kernel sent before it ended may still be on its way.
            return execution.done().get(LAST_MESSAGES.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KernelEnded(e);
        } catch (TimeoutException e) {
            if (!kernel.isAlive()) {
                throw new KernelEnded(e);
            }
            throw e;
        }
    }

    /** The kernel's process ended before the cell did. */
    private static final class KernelEnded extends Exception {
        private static final long serialVersionUID = 1;

        KernelEnded(Throwable cause) {
            super(cause);
        }
    }

    /** The cell shows more than it may. */
    private static final class Flooded extends TimeoutException {
        private static final long serialVersionUID = 1;
    }

    private void stop(Execution execution) throws IOException, InterruptedException {
        kernel.interrupt();
        try {
            execution.done().get(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // It does not listen: the kernel is killed when the run ends.
            stuck = true;
        }
    }

    private void gather(Message message, NotebookCell cell, CompletableFuture<Void> flooded) {
        if (message.type().equals("execute_input")) {
            count(message.content(), cell);
        }
        synchronized (outputs) {
            outputs.accept(message.type(), message.content());
            if (stopsFloods && outputs.isCut()) {
                flooded.complete(null);
            }
        }
    }

    private static void count(JsonNode content, NotebookCell cell) {
        if (content.path("execution_count").isInt()) {
            cell.executionCount(content.path("execution_count").asInt());
        }
    }

    /** Puts an error that the kernel could not report itself under the cell. */
    private void show(String ename, String evalue, List<String> traceback) {
        var content = NotebookJson.MAPPER.createObjectNode().put("ename", ename).put("evalue", evalue);
        traceback.forEach(content.putArray("traceback")::add);
        synchronized (outputs) {
            outputs.accept("error", content);
        }
    }

    private static String oneLine(JsonNode reply) {
        if ("aborted".equals(reply.path("status").asText())) {
            return say("notebook.run.aborted");
        }
        String ename = reply.path("ename").asText();
        String evalue =
                Ansi.removed(reply.path("evalue").asText()).lines().findFirst().orElse("");
        return evalue.isEmpty() ? ename : ename + ": " + evalue;
    }

    private static List<String> lines(JsonNode traceback) {
        List<String> lines = new ArrayList<>();
        traceback.forEach(part -> part.asText().lines().forEach(lines::add));
        return lines;
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? Long.toString(duration.toSeconds())
                : Double.toString(duration.toMillis() / 1000.0);
    }
}
