package jacobi.kernel;

import static jacobi.language.Say.say;

import jacobi.wire.Channel;
import jacobi.wire.KernelSockets;
import jacobi.wire.Message;
import jacobi.wire.Room;
import jacobi.wire.content.ErrorReply;
import java.util.Map;

/** The table from message type to handler, and what surrounds each: busy, idle, and an answer whatever happens. */
final class Dispatcher {
    private final KernelSockets sockets;
    private final Output output;
    private final Origins origins;
    private final Map<String, Handler> handlers;
    private final Room room;

    Dispatcher(KernelSockets sockets, Output output, Origins origins, Map<String, Handler> handlers) {
        this.room = sockets.room();
        this.sockets = sockets;
        this.output = output;
        this.origins = origins;
        this.handlers = handlers;
    }

    /** @param shell null if the message names one that is not there */
    void dispatch(Channel channel, Shell shell, Message message) {
        Request request = room.get(() -> new Request(sockets, channel, shell, message, Origin.of(message)));
        Handler handler = handlers.get(message.type());
        // A control request is answered beside a running cell, whose output stays its own.
        boolean owns = channel == Channel.SHELL;
        if (owns) {
            origins.enter(request.origin());
        }
        room.run(() -> output.status("busy", request.origin()));
        try {
            if (shell == null) {
                throw new IllegalArgumentException(
                        say("kernel.subshell.unknown", "id", message.header().subshellId()));
            } else if (handler == null) {
                sockets.faults().report("received a message of unknown type", message.type());
                answerWithError(request, "UnknownRequest", say("kernel.dispatcher.unknown", "type", message.type()));
            } else if (owns) {
                handler.handle(request);
            } else {
                // A request of control may be answered twice.
                room.run(() -> handler.handle(request));
            }
        } catch (IllegalArgumentException e) {
            sockets.faults().report("refused a bad " + message.type(), e.getMessage());
            answerWithError(request, "BadRequest", String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            if (e instanceof OutOfMemoryError) {
                room.make();
            }
            room.run(() -> {
                sockets.faults().report("failed to handle a " + message.type(), e);
                answerWithError(request, e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
            });
        } finally {
            room.run(() -> output.end(request.origin()));
            room.run(() -> output.status("idle", request.origin()));
            if (owns) {
                origins.leave();
            }
        }
        request.afterwards().forEach(Runnable::run);
    }

    /** Whoever waits for a reply gets one. */
    private static void answerWithError(Request request, String name, String message) {
        if (request.message().type().endsWith("_request")) {
            request.reply(ErrorReply.of(name, message));
        }
    }
}
