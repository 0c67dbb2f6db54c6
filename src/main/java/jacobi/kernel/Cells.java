package jacobi.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.display.MimeBundle;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluation.Failure;
import jacobi.repl.Evaluator;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs cells: counts them, evaluates, shows the value or the error, remembers, and aborts the queue after an error. */
final class Cells implements Handler {
    private final Engine engine;
    private final KernelSockets sockets;
    private final Output output;
    private final Origins origins;
    private final ConsoleUpdates console;
    private final History history;
    private final StandardStreams streams;
    /** The number of the latest cell that counted, in whichever shell. */
    private final AtomicInteger count = new AtomicInteger();

    Cells(
            Engine engine,
            KernelSockets sockets,
            Output output,
            Origins origins,
            ConsoleUpdates console,
            History history,
            StandardStreams streams) {
        this.streams = streams;
        this.engine = engine;
        this.sockets = sockets;
        this.output = output;
        this.origins = origins;
        this.console = console;
        this.history = history;
    }

    @Override
    public void handle(Request request) {
        ExecuteRequest cell = request.content(ExecuteRequest.class);
        if (request.shell().isAborting()) {
            request.reply(new AbortedReply());
            return;
        }
        Origin origin = Origin.of(request.message(), cell);
        origins.enterCell(origin);
        console.begin(origin);
        // A thread of an earlier cell may have set others since that cell ended.
        streams.restore();
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
        int number = counts ? count.incrementAndGet() : 0;
        int shownNumber = counts ? number : count.get();
        output.publish(new ExecuteInput(cell.code(), shownNumber), origin);
        Answer answer = onItsThread(request, origin, () -> answer(cell.code(), number));
        streams.restore();
        Shown shown = answer.shown();
        if (shown.bundle() != null) {
            output.publish(
                    new ExecuteResult(
                            shownNumber, shown.bundle().data(), shown.bundle().metadata()),
                    origin);
        }
        if (counts) {
            history.add(
                    number,
                    cell.code(),
                    shown.bundle() == null ? null : shown.bundle().plain());
            request.afterwards(history::store);
        }
        if (shown.evaluation() instanceof Failure failure) {
            List<String> traceback = WrappedLines.of(failure.traceback());
            output.publish(new ErrorReport(failure.ename(), failure.evalue(), traceback), origin);
            ErrorReply reply = ErrorReply.of(failure.ename(), failure.evalue(), traceback, shownNumber);
            if (cell.stopOnError() && !cell.silent()) {
                abortQueue(request.shell(), () -> request.reply(reply, metadata));
            } else {
                request.reply(reply, metadata);
            }
        } else {
            Map<String, Object> expressions = evaluateAll(cell.userExpressions(), request, origin);
            request.reply(new ExecuteReply("ok", shownNumber, answer.payload(), expressions), metadata);
        }
    }

    /** How a cell ended, and what the page is to do. */
    private record Answer(Shown shown, List<Map<String, Object>> payload) {}

    private Answer answer(String source, int number) {
        Optional<List<Map<String, Object>>> payload = toThePage(source);
        Shown shown = payload.isPresent() ? new Shown(new Evaluation.Done(), null) : evaluate(source, number);
        return new Answer(shown, payload.orElse(List.of()));
    }

    /** Code of the student's on the thread for it; where nothing stops it, the cell ends without. */
    private Answer onItsThread(Request request, Origin origin, Callable<Answer> code) {
        try {
            return request.shell().thread().call(() -> {
                origins.enter(origin);
                try {
                    return code.call();
                } finally {
                    origins.leave();
                }
            });
        } catch (CellThread.LeftBehind e) {
            return new Answer(new Shown(engine.evaluator().leaveBehind(e.thread()), null), List.of());
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
            if (evaluation instanceof Evaluation.Value value && !CellThread.isLeft()) {
                evaluation = evaluator.show(value.value());
            }
            MimeBundle bundle = evaluation instanceof Evaluation.Value shown && shown.value() instanceof MimeBundle made
                    ? LargeText.shortened(made)
                    : MimeBundle.NOTHING;
            return new Shown(evaluation, bundle.data().isEmpty() ? null : bundle);
        } catch (RuntimeException | Error e) {
            // Not the student's doing: those come as failures. An engine that could not start, or an exhausted heap.
            List<String> told = new ArrayList<>(e instanceof OutOfMemoryError ? engine.makeRoom() : List.of());
            String name = e.getClass().getSimpleName();
            String message = String.valueOf(e.getMessage());
            told.add(0, name + ": " + message);
            return new Shown(new Failure(name, message, told), null);
        }
    }

    private Map<String, Object> evaluateAll(Map<String, String> expressions, Request request, Origin origin) {
        Map<String, Object> results = new LinkedHashMap<>();
        expressions.forEach((name, source) -> results.put(name, evaluateExpression(source, request, origin)));
        return results;
    }

    private Map<String, Object> evaluateExpression(String source, Request request, Origin origin) {
        Shown shown = onItsThread(request, origin, () -> new Answer(evaluate(source, 0), List.of()))
                .shown();
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
     * Cells that arrived after the failed one are answered {@code aborted}; a marker after them ends that. The failed
     * one is answered when the marker is in its place, since who has the answer may send a cell that is to run.
     */
    private void abortQueue(Shell shell, Runnable answer) {
        shell.aborting(true);
        // An exhausted heap may be what the cell has failed with; without the marker no cell would ever run again.
        Runnable marked = () -> sockets.room().run(() -> {
            shell.lane().add(() -> shell.aborting(false));
            answer.run();
        });
        sockets.room().run(() -> sockets.behindArrivedRequests(marked));
    }
}
