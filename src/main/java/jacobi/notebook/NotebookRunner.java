package jacobi.notebook;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.notebook.CellResult.State;
import jacobi.wire.Ansi;
import jacobi.wire.Execution;
import jacobi.wire.Message;
import jacobi.wire.content.ExecuteRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs notebooks as nbclient does: every code cell in order, in one fresh kernel a notebook, outputs gathered into the
 * notebook.
 *
 * <p>Cells tagged {@code skip-execution} and empty ones keep what they have. An error ends the run, unless errors are
 * allowed or the cell is tagged {@code raises-exception}. Requests for input are refused.
 *
 * @param timeout the longest a cell may run; zero for no limit
 * @param allowErrors whether to go on after a cell that failed
 * @param maxOutput how many characters of output are kept of one cell
 */
public record NotebookRunner(Duration timeout, boolean allowErrors, long maxOutput) {
    private static final Duration LAST_MESSAGES = Duration.ofMillis(500);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    /** Sees a run go on, from the thread that runs it. */
    public interface Progress {
        /**
         * A code cell begins.
         *
         * @param cell its position among all cells of the notebook, from 1
         */
        void begins(int cell);

        /** The cell that began last has ended, or was passed over. */
        void ended(CellResult result);
    }

    /**
     * Runs a notebook, which is modified: outputs, counts and what it says of the kernel are those of this run.
     *
     * @param file the notebook's name in the result
     * @param workingFolder where its cells find relative paths
     * @throws KernelDiedException if the kernel cannot start; one that dies later is part of the result
     */
    public NotebookResult run(Notebook notebook, Path file, KernelSpec kernel, Path workingFolder, Progress progress)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<CellResult> results = new ArrayList<>();
        try (KernelProcess process = KernelProcess.start(kernel, workingFolder, file)) {
            // Not before the kernel is there: a notebook that cannot run keeps what it has.
            notebook.cells().stream().filter(NotebookRunner::isRun).forEach(NotebookCell::clear);
            notebook.madeBy(process.info());
            Outputs outputs = new Outputs(maxOutput);
            boolean goesOn = true;
            int number = 0;
            for (NotebookCell cell : notebook.cells()) {
                number++;
                if (!cell.isCode()) {
                    continue;
                }
                progress.begins(number);
                CellResult result = goesOn && isRun(cell)
                        ? run(cell, number, process, outputs)
                        : CellResult.skipped(number, cell.source());
                goesOn &= result.isGood() || result.state() == State.FAILED && allowErrors;
                results.add(result);
                progress.ended(result);
            }
        }
        return new NotebookResult(file, results, Duration.ofNanos(System.nanoTime() - start));
    }

    private static boolean isRun(NotebookCell cell) {
        return cell.isCode() && !cell.source().isBlank() && !cell.hasTag("skip-execution");
    }

    private CellResult run(NotebookCell cell, int number, KernelProcess kernel, Outputs outputs)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        outputs.begin(cell);
        boolean mayFail = allowErrors || cell.hasTag("raises-exception");
        Execution execution = kernel.client()
                .execute(
                        new ExecuteRequest(cell.source(), false, true, Map.of(), false, !mayFail),
                        message -> gather(message, cell, outputs));
        State state = State.RAN;
        String error = "";
        List<String> details = List.of();
        try {
            Message reply = await(execution, kernel);
            count(reply.content(), cell);
            if (!"ok".equals(reply.content().path("status").asText())) {
                state = cell.hasTag("raises-exception") ? State.RAN : State.FAILED;
                error = oneLine(reply.content());
                details = lines(reply.content().path("traceback"));
            }
        } catch (TimeoutException e) {
            stop(kernel, execution);
            state = State.TIMED_OUT;
            error = say("notebook.run.timeout", "seconds", seconds(timeout));
            details = List.of(say("notebook.run.stopped", "error", error));
            show("CellTimeoutError", error, details, outputs);
        } catch (KernelEnded e) {
            state = State.KERNEL_DIED;
            error = say("notebook.run.died", "report", kernel.lastReport());
            show("DeadKernelError", error, List.of(error), outputs);
        }
        boolean cut;
        synchronized (outputs) {
            outputs.settle();
            cut = outputs.isCut();
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        CellResult result = new CellResult(number, cell.source(), state, time, error, details);
        return cut ? result.with(CellResult.Note.CUT) : result;
    }

    private Message await(Execution execution, KernelProcess kernel)
            throws TimeoutException, InterruptedException, KernelEnded {
        CompletableFuture<Object> first = CompletableFuture.anyOf(execution.done(), kernel.ended());
        try {
            if (timeout.isZero()) {
                first.get();
            } else {
                first.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
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

    private static void stop(KernelProcess kernel, Execution execution) throws IOException, InterruptedException {
        kernel.interrupt();
        try {
            execution.done().get(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // It does not listen: the kernel is killed when the run ends.
        }
    }

    private static void gather(Message message, NotebookCell cell, Outputs outputs) {
        if (message.type().equals("execute_input")) {
            count(message.content(), cell);
        }
        synchronized (outputs) {
            outputs.accept(message.type(), message.content());
        }
    }

    private static void count(JsonNode content, NotebookCell cell) {
        if (content.path("execution_count").isInt()) {
            cell.executionCount(content.path("execution_count").asInt());
        }
    }

    /** Puts an error that the kernel could not report itself under the cell. */
    private static void show(String ename, String evalue, List<String> traceback, Outputs outputs) {
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
