package jacobi.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.display.MimeBundle;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluation.Failure;
import jacobi.repl.Evaluator;
import jacobi.repl.SpareMemory;
import jacobi.wire.Json;
import jacobi.wire.KernelSockets;
import jacobi.wire.content.AbortedReply;
import jacobi.wire.content.ErrorReply;
import jacobi.wire.content.ErrorReport;
import jacobi.wire.content.ExecuteInput;
import jacobi.wire.content.ExecuteReply;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.ExecuteResult;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs cells: counts them, evaluates, shows the value or the error, remembers, and aborts the queue behind an error. */
final class Cells implements Handler {
    private final Engine engine;
    private final KernelSockets sockets;
    private final Lane lane;
    private final Output output;
    private final Origins origins;
    private final ConsoleUpdates console;
    private final History history;
    /** The number of the latest cell that counted. */
    private int count;

    private boolean aborting;

    Cells(
            Engine engine,
            KernelSockets sockets,
            Lane lane,
            Output output,
            Origins origins,
            ConsoleUpdates console,
            History history) {
        this.engine = engine;
        this.sockets = sockets;
        this.lane = lane;
        this.output = output;
        this.origins = origins;
        this.console = console;
        this.history = history;
    }

    @Override
    public void handle(Request request) {
        ExecuteRequest cell = request.content(ExecuteRequest.class);
        if (aborting) {
            request.reply(new AbortedReply());
            return;
        }
        Origin origin = Origin.of(request.message(), cell);
        origins.enterCell(origin);
        console.begin(origin);
        try {
            run(request, cell, origin);
        } finally {
            console.end(origin);
            output.end(origin);
        }
    }

    private void run(Request request, ExecuteRequest cell, Origin origin) {
        ObjectNode metadata = Json.object().put("started", Instant.now().toString());
        boolean counts = cell.storeHistory() && !cell.code().isBlank();
        int number = counts ? ++count : 0;
        output.publish(new ExecuteInput(cell.code(), count), origin);
        Optional<List<Map<String, Object>>> payload = toThePage(cell.code());
        Shown shown = payload.isPresent() ? new Shown(new Evaluation.Done(), null) : evaluate(cell.code(), number);
        if (shown.bundle() != null) {
            output.publish(
                    new ExecuteResult(
                            count, shown.bundle().data(), shown.bundle().metadata()),
                    origin);
        }
        if (counts) {
            history.add(
                    number,
                    cell.code(),
                    shown.bundle() == null ? null : shown.bundle().plain());
        }
        if (shown.evaluation() instanceof Failure failure) {
            List<String> traceback = WrappedLines.of(failure.traceback());
            output.publish(new ErrorReport(failure.ename(), failure.evalue(), traceback), origin);
            ErrorReply answer = ErrorReply.of(failure.ename(), failure.evalue(), traceback, count);
            if (cell.stopOnError() && !cell.silent()) {
                abortQueue(() -> request.reply(answer, metadata));
            } else {
                request.reply(answer, metadata);
            }
        } else {
            request.reply(
                    new ExecuteReply("ok", count, payload.orElse(List.of()), evaluateAll(cell.userExpressions())),
                    metadata);
        }
    }

    /** What a cell that is no Java, but a word to the page, has the page do. */
    private Optional<List<Map<String, Object>>> toThePage(String source) {
        return PagerQuery.of(source)
                .map(query -> query.answer(engine.evaluator()))
                .or(() -> ExitWord.of(source, engine::evaluator).map(ExitWord::answer));
    }

    /** An outcome with its value rendered, or null in place of one. */
    private record Shown(Evaluation evaluation, MimeBundle bundle) {}

    private Shown evaluate(String source, int number) {
        try {
            Evaluator evaluator = engine.evaluator();
            Evaluation evaluation = evaluator.evaluate(source, number);
            if (evaluation instanceof Evaluation.Value value) {
                evaluation = evaluator.show(value.value());
            }
            MimeBundle bundle = evaluation instanceof Evaluation.Value shown && shown.value() instanceof MimeBundle made
                    ? LargeText.shortened(made)
                    : MimeBundle.NOTHING;
            return new Shown(evaluation, bundle.data().isEmpty() ? null : bundle);
        } catch (RuntimeException | Error e) {
            // Not the student's doing: those come as failures. An engine that could not start, or an exhausted heap.
            SpareMemory.releaseAfter(e);
            String name = e.getClass().getSimpleName();
            String message = String.valueOf(e.getMessage());
            return new Shown(new Failure(name, message, List.of(name + ": " + message)), null);
        }
    }

    private Map<String, Object> evaluateAll(Map<String, String> expressions) {
        Map<String, Object> results = new LinkedHashMap<>();
        expressions.forEach((name, source) -> results.put(name, evaluateExpression(source)));
        return results;
    }

    private Map<String, Object> evaluateExpression(String source) {
        Shown shown = evaluate(source, 0);
        if (shown.evaluation() instanceof Failure failure) {
            return Map.of(
                    "status", "error",
                    "ename", failure.ename(),
                    "evalue", failure.evalue(),
                    "traceback", failure.traceback());
        }
        MimeBundle bundle = shown.bundle() == null ? MimeBundle.text("") : shown.bundle();
        return Map.of("status", "ok", "data", bundle.data(), "metadata", bundle.metadata());
    }

    /**
     * Cells that arrived behind the failed one are answered {@code aborted}; a marker behind them ends that. The failed
     * one is answered when the marker is in its place, since who has the answer may send a cell that is to run.
     */
    private void abortQueue(Runnable answer) {
        aborting = true;
        sockets.behindArrivedRequests(() -> {
            lane.add(() -> aborting = false);
            answer.run();
        });
    }
}
