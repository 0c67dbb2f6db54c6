package jacobi.kernel;

import jacobi.repl.Completeness;
import jacobi.repl.Completions;
import jacobi.repl.Evaluator;
import jacobi.repl.Inspection;
import jacobi.wire.content.CompleteReply;
import jacobi.wire.content.CompleteRequest;
import jacobi.wire.content.InspectReply;
import jacobi.wire.content.InspectRequest;
import jacobi.wire.content.IsCompleteReply;
import jacobi.wire.content.IsCompleteRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an editor asks while a cell is typed: completion, documentation, and whether it is complete. */
final class Introspection {
    /** A console that waits a second for nothing for whether a cell is complete never asks again. */
    private static final int PATIENCE_MILLIS = 400;
    /** Values are shown as text, by methods of the student's that may not end. */
    private static final int LIMIT_MILLIS = 4_000;

    private final Engine engine;
    private final ConsoleUpdates console;

    Introspection(Engine engine, ConsoleUpdates console) {
        this.engine = engine;
        this.console = console;
    }

    private <T> T limited(Request request, Function<Evaluator, T> question, T none) {
        Evaluator evaluator = engine.evaluator();
        try {
            return request.shell().thread().call(() -> question.apply(evaluator), LIMIT_MILLIS);
        } catch (CellThread.LeftBehind e) {
            evaluator.leaveBehind(e.thread());
            return none;
        }
    }

    void complete(Request request) {
        CompleteRequest asked = request.content(CompleteRequest.class);
        String code = text(asked.code(), "complete_request");
        int cursor = CodePoints.toIndex(code, asked.cursorPos());
        Completions found = limited(
                request, evaluator -> evaluator.complete(code, cursor), new Completions(cursor, cursor, List.of()));
        int start = CodePoints.fromIndex(code, found.start());
        int end = CodePoints.fromIndex(code, found.end());
        List<Map<String, Object>> types =
                found.matches().stream().map(match -> type(match, start, end)).toList();
        request.reply(new CompleteReply(
                "ok",
                found.matches().stream().map(Completions.Match::text).toList(),
                start,
                end,
                Map.of("_jupyter_types_experimental", types)));
    }

    void inspect(Request request) {
        InspectRequest asked = request.content(InspectRequest.class);
        String code = text(asked.code(), "inspect_request");
        int cursor = CodePoints.toIndex(code, asked.cursorPos());
        Inspection found =
                limited(request, evaluator -> evaluator.inspect(code, cursor, asked.detailLevel()), Inspection.NONE);
        request.reply(new InspectReply("ok", found.found(), data(found), Map.of()));
    }

    void isComplete(Request request) {
        console.asked(request.message().header());
        String code = text(request.content(IsCompleteRequest.class).code(), "is_complete_request");
        if (PagerQuery.of(code).isPresent()) {
            request.reply(new IsCompleteReply("complete", null));
            return;
        }
        Optional<Evaluator> evaluator = engine.evaluatorWithin(PATIENCE_MILLIS);
        if (evaluator.isEmpty()) {
            request.reply(new IsCompleteReply("unknown", null));
            return;
        }
        Completeness completeness = evaluator.get().isComplete(code);
        if (completeness instanceof Completeness.Incomplete incomplete) {
            request.reply(new IsCompleteReply("incomplete", incomplete.indent()));
        } else {
            request.reply(
                    new IsCompleteReply(completeness instanceof Completeness.Complete ? "complete" : "invalid", null));
        }
    }

    /** An inspection by MIME type. */
    static Map<String, Object> data(Inspection inspection) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (inspection.found()) {
            data.put("text/plain", inspection.text());
            if (!inspection.html().isEmpty()) {
                data.put("text/html", inspection.html());
            }
        }
        return data;
    }

    private static Map<String, Object> type(Completions.Match match, int start, int end) {
        Map<String, Object> type = new LinkedHashMap<>();
        type.put("text", match.text());
        type.put("type", match.type());
        type.put("signature", match.signature());
        type.put("start", start);
        type.put("end", end);
        return type;
    }

    private static String text(String code, String type) {
        if (code == null) {
            throw new IllegalArgumentException(type + " needs code");
        }
        return code;
    }
}
