package jacobi.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.wire.Channel;
import jacobi.wire.Json;
import jacobi.wire.KernelSockets;
import jacobi.wire.Message;
import jacobi.wire.content.Content;
import java.util.ArrayList;
import java.util.List;

/**
 * A message to the kernel and the way its answer goes back.
 *
 * @param shell whose thread deals with it; of control the main one
 */
record Request(
        KernelSockets sockets,
        Channel channel,
        Shell shell,
        Message message,
        Origin origin,
        List<Runnable> afterwards) {

    Request(KernelSockets sockets, Channel channel, Shell shell, Message message, Origin origin) {
        this(sockets, channel, shell, message, origin, new ArrayList<>(0));
    }

    /** Has something done when the page has been told that this is dealt with: nobody waits for it any more. */
    void afterwards(Runnable work) {
        afterwards.add(work);
    }

    <T> T content(Class<T> type) {
        return message.content(type);
    }

    /** Answers with the reply its type asks for, whatever class carries the answer. */
    void reply(Content content) {
        reply(content, Json.object());
    }

    /** Answers with metadata about the answer. */
    void reply(Content content, ObjectNode metadata) {
        Message answer = sockets.session().message(message.header().replyType(), content, message.header());
        sockets.send(channel, answer.with(metadata).to(message.identities()));
    }
}
