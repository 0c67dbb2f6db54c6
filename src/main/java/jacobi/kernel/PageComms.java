package jacobi.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.display.Comm;
import jacobi.display.CommLine;
import jacobi.display.CommMessage;
import jacobi.display.Comms;
import jacobi.wire.Json;
import jacobi.wire.KernelSockets;
import jacobi.wire.Message;
import jacobi.wire.content.CommClose;
import jacobi.wire.content.CommInfoReply;
import jacobi.wire.content.CommInfoRequest;
import jacobi.wire.content.CommMsg;
import jacobi.wire.content.CommOpen;
import jacobi.wire.content.Content;
import java.util.Map;
import java.util.stream.Collectors;

/** Carries comms between cells and the page. */
final class PageComms implements CommLine {
    private final KernelSockets sockets;
    private final Output output;
    private final Origins origins;

    PageComms(KernelSockets sockets, Output output, Origins origins) {
        this.sockets = sockets;
        this.output = output;
        this.origins = origins;
    }

    @Override
    public void open(Comm comm, CommMessage opening) {
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
        output.publish(new CommClose(comm.id(), Json.object()), origins.current());
    }

    private void publish(Content content, CommMessage said) {
        Origin origin = origins.current();
        Message message =
                output.message(content, origin).with(said.buffers()).with((ObjectNode) Json.tree(said.metadata()));
        output.publish(message, origin);
    }

    void opened(Request request) {
        CommOpen open = request.content(CommOpen.class);
        boolean[] known = {true};
        CommMessage opening = said(open.data(), request);
        call(() -> known[0] = Comms.opened(String.valueOf(open.commId()), String.valueOf(open.targetName()), opening));
        if (!known[0]) {
            sockets.faults().report("refused a comm for an unknown target", open.targetName());
            output.publish(new CommClose(open.commId(), Json.object()), request.origin());
        }
    }

    void received(Request request) {
        CommMsg said = request.content(CommMsg.class);
        CommMessage message = said(said.data(), request);
        call(() -> {
            if (!Comms.received(String.valueOf(said.commId()), message)) {
                sockets.faults().report("ignored a message to an unknown comm", said.commId());
            }
        });
    }

    void closed(Request request) {
        CommClose close = request.content(CommClose.class);
        call(() -> Comms.closed(String.valueOf(close.commId())));
    }

    void info(Request request) {
        String target = request.content(CommInfoRequest.class).targetName();
        request.reply(new CommInfoReply(
                "ok",
                Comms.all().stream()
                        .filter(comm -> target == null || target.isEmpty() || target.equals(comm.target()))
                        .collect(Collectors.toMap(Comm::id, comm -> new CommInfoReply.Target(comm.target())))));
    }

    /** What the cells' handlers throw is shown as in a thread of theirs: such messages have no reply. */
    private static void call(Runnable handler) {
        try {
            handler.run();
        } catch (RuntimeException | Error e) {
            Thread thread = Thread.currentThread();
            Thread.getDefaultUncaughtExceptionHandler().uncaughtException(thread, e);
        }
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
