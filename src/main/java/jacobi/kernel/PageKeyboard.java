package jacobi.kernel;

import static jacobi.language.Say.say;

import jacobi.display.InputUnavailableException;
import jacobi.display.Keyboard;
import jacobi.wire.Channel;
import jacobi.wire.KernelSockets;
import jacobi.wire.Message;
import jacobi.wire.content.InputReply;
import jacobi.wire.content.InputRequest;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** Asks the page that sent the cell for a line, and waits until it is typed or the cell is interrupted. */
final class PageKeyboard implements Keyboard {
    private static final Supplier<String> INTERRUPT = () -> {
        throw new CancellationException(say("kernel.input.interrupted"));
    };

    private final KernelSockets sockets;
    private final Output output;
    private final Origins origins;
    private final BlockingQueue<Supplier<String>> replies = new LinkedBlockingQueue<>();
    private volatile boolean waiting;

    PageKeyboard(KernelSockets sockets, Output output, Origins origins) {
        this.sockets = sockets;
        this.output = output;
        this.origins = origins;
    }

    @Override
    public synchronized String readLine(String prompt, boolean hidden) {
        Origin origin = origins.current();
        if (!origin.answersInput()) {
            throw new InputUnavailableException(say("kernel.input.not-allowed"));
        }
        output.flush(origin);
        // Answers to questions of an interrupted cell are not answers to this one.
        replies.clear();
        waiting = true;
        try {
            Message request = sockets.session().message(new InputRequest(prompt, hidden), origin.request());
            sockets.send(Channel.STDIN, request.to(origin.sender()));
            return replies.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return INTERRUPT.get();
        } finally {
            waiting = false;
        }
    }

    /** A message arrived on the stdin socket. */
    void received(Message message) {
        if (message.type().equals("input_reply")) {
            String value = message.content(InputReply.class).value();
            replies.add(() -> value == null ? "" : value);
        }
    }

    /** Ends the wait of an interrupted cell. */
    void interrupt() {
        if (waiting) {
            replies.add(INTERRUPT);
        }
    }
}
