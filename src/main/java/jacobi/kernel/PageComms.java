package jacobi.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.display.Comm;
import jacobi.display.CommLine;
import jacobi.display.CommMessage;
import jacobi.display.Comms;
import jacobi.repl.Evaluation.Failure;
import jacobi.repl.Evaluator;
import jacobi.wire.Json;
import jacobi.wire.KernelSockets;
import jacobi.wire.Message;
import jacobi.wire.content.CommClose;
import jacobi.wire.content.CommInfoReply;
import jacobi.wire.content.CommInfoRequest;
import jacobi.wire.content.CommMsg;
import jacobi.wire.content.CommOpen;
import jacobi.wire.content.Content;
import jacobi.wire.content.ErrorReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Carries comms between cells and the page. */
final class PageComms implements CommLine {
    private final KernelSockets sockets;
    private final Engine engine;
    private final Output output;
    private final Origins origins;
    /** The cells that opened comms, below which their handlers' output belongs; by the comms' ids. */
    private final Map<String, Origin> openedBy = new ConcurrentHashMap<>();
    /** What the handlers of a comm failed with last: a slider that is dragged says it once. */
    private final Map<String, List<String>> lastFailures = new ConcurrentHashMap<>();
    /** What is to be drawn for a message of a comm's that is handled. */
    private final Map<String, Runnable> drawings = new ConcurrentHashMap<>();

    PageComms(KernelSockets sockets, Engine engine, Output output, Origins origins) {
        this.sockets = sockets;
        this.engine = engine;
        this.output = output;
        this.origins = origins;
    }

    /** Notes a message that is for an open comm; false for any other, which waits its turn among the cells. */
    boolean arrived(Message message) {
        if (!message.type().equals("comm_msg") && !message.type().equals("comm_close")) {
            return false;
        }
        String id = message.content().path("comm_id").asText();
        boolean open = Comms.isOpen(id);
        if (open && message.type().equals("comm_msg")) {
            Comms.arrived(id);
        }
        return open;
    }

    @Override
    public void open(Comm comm, CommMessage opening) {
        openedBy.put(comm.id(), origins.current());
        publish(new CommOpen(comm.id(), comm.target(), Json.tree(opening.data())), opening);
    }

    @Override
    public void send(Comm comm, CommMessage message) {
        publish(new CommMsg(comm.id(), Json.tree(message.data())), message);
    }

    @Override
    public void ignored(Comm comm, String what) {
        sockets.faults().report("ignored what a page sent for " + comm.target(), what);
    }

    @Override
    public void close(Comm comm) {
        forget(comm.id());
        publish(new CommClose(comm.id(), Json.object()), new CommMessage(Map.of()));
    }

    @Override
    public void whenAnswered(Comm comm, Runnable drawing) {
        drawings.put(comm.id(), drawing);
    }

    private void forget(String id) {
        openedBy.remove(id);
        lastFailures.remove(id);
    }

    private void publish(Content content, CommMessage said) {
        Origin origin = origins.current();
        Message message = sockets.session()
                .message(content, origin.asked())
                .with(said.buffers())
                .with((ObjectNode) Json.tree(said.metadata()));
        output.publish(message, origin);
    }

    void opened(Request request) {
        CommOpen open = request.content(CommOpen.class);
        boolean[] known = {true};
        CommMessage opening = said(open.data(), request);
        call(
                request,
                open.commId(),
                () -> known[0] =
                        Comms.opened(String.valueOf(open.commId()), String.valueOf(open.targetName()), opening));
        if (!known[0]) {
            sockets.faults().report("refused a comm for an unknown target", open.targetName());
            output.publish(new CommClose(open.commId(), Json.object()), request.origin());
        }
    }

    void received(Request request) {
        CommMsg said = request.content(CommMsg.class);
        CommMessage message = said(said.data(), request);
        call(request, said.commId(), () -> {
            if (!Comms.received(String.valueOf(said.commId()), message)) {
                sockets.faults().report("ignored a message to an unknown comm", said.commId());
            }
        });
        Runnable drawing = drawings.remove(String.valueOf(said.commId()));
        if (drawing != null) {
            request.afterwards(() -> call(request, said.commId(), drawing));
        }
    }

    void closed(Request request) {
        CommClose close = request.content(CommClose.class);
        if (!Comms.isOpen(String.valueOf(close.commId()))) {
            sockets.faults().report("ignored the end of an unknown comm", close.commId());
            return;
        }
        call(request, close.commId(), () -> Comms.closed(String.valueOf(close.commId())));
        forget(String.valueOf(close.commId()));
    }

    void info(Request request) {
        String target = request.content(CommInfoRequest.class).targetName();
        request.reply(new CommInfoReply(
                "ok",
                Comms.all().stream()
                        .filter(comm -> target == null || target.isEmpty() || target.equals(comm.target()))
                        .collect(Collectors.toMap(Comm::id, comm -> new CommInfoReply.Target(comm.target())))));
    }

    /**
     * Runs what cells have set to be done, as a cell is run and stopped; what it shows lands below the cell that opened
     * the comm, and so does what it throws: such messages have no reply.
     */
    private void call(Request request, String id, Runnable handler) {
        Origin cell = openedBy.get(String.valueOf(id));
        Origin origin = cell == null
                ? request.origin()
                : cell.answering(request.message().header());
        Failure failure = null;
        try {
            failure = request.shell().thread().call(() -> {
                origins.enter(origin);
                try {
                    return handled(handler);
                } finally {
                    origins.leave();
                }
            });
        } catch (CellThread.LeftBehind e) {
            failure = engine.evaluator().leaveBehind(e.thread());
        }
        if (failure == null) {
            lastFailures.remove(String.valueOf(id));
        } else if (!failure.traceback().equals(lastFailures.put(String.valueOf(id), failure.traceback()))) {
            output.publish(
                    new ErrorReport(failure.ename(), failure.evalue(), WrappedLines.of(failure.traceback())), origin);
        }
        output.end(origin);
    }

    /** Before there is an evaluator no cell has set anything. */
    private Failure handled(Runnable handler) {
        Optional<Evaluator> evaluator = engine.evaluatorWithin(0);
        if (evaluator.isPresent()) {
            return evaluator.get().handle(handler);
        }
        handler.run();
        return null;
    }

    private static CommMessage said(JsonNode data, Request request) {
        Message message = request.message();
        return new CommMessage(map(data), map(message.metadata()), message.buffers());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode data) {
        return data == null || !data.isObject() ? Map.of() : Json.as(data, Map.class);
    }
}
