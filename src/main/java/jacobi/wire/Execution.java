package jacobi.wire;

import jacobi.wire.content.Status;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A cell on its way through a kernel, as its sender sees it. */
public final class Execution {
    private final Header request;
    private final Consumer<Message> output;
    private final CompletableFuture<Message> reply = new CompletableFuture<>();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private final CompletableFuture<Message> done = reply.thenCombine(idle, (answer, nothing) -> answer);

    Execution(Header request, Consumer<Message> output) {
        this.request = request;
        this.output = output;
    }

    /** The header of the request, which is the parent of all it causes. */
    public Header request() {
        return request;
    }

    /** The {@code execute_reply}. */
    public CompletableFuture<Message> reply() {
        return reply;
    }

    /** The {@code execute_reply}, once everything the cell published has arrived too. */
    public CompletableFuture<Message> done() {
        return done;
    }

    void replied(Message answer, Throwable failure) {
        if (failure != null) {
            reply.completeExceptionally(failure);
            done.completeExceptionally(failure);
        } else {
            reply.complete(answer);
        }
    }

    void published(Message message) {
        try {
            output.accept(message);
        } finally {
            completeIfIdle(message);
        }
    }

    private void completeIfIdle(Message message) {
        if (message.type().equals("status")
                && message.content(Status.class).executionState().equals("idle")) {
            idle.complete(null);
        }
    }
}
