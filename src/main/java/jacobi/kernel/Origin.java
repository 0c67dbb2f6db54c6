package jacobi.kernel;

import jacobi.display.Shown;
import jacobi.wire.Header;
import jacobi.wire.Message;
import jacobi.wire.content.ExecuteRequest;
import java.util.List;
import java.util.function.Predicate;

/**
 * The request that output belongs to. Threads a cell started keep it long after the cell, so it holds the request's
 * header and not its content. Two requests are two origins, whatever they say.
 */
final class Origin {
    private final Header request;
    private final List<byte[]> sender;
    private final boolean silent;
    private final boolean answersInput;
    /** Takes what is shown; null where the page shows it. */
    private final Predicate<Shown> taker;
    /** What comms answer to, where that is not what output belongs to. */
    private final Header asked;

    private Origin(Message message, boolean silent, boolean answersInput) {
        this(
                message == null ? null : message.header(),
                message == null ? List.of() : message.identities(),
                silent,
                answersInput,
                null,
                null);
    }

    private Origin(
            Header request,
            List<byte[]> sender,
            boolean silent,
            boolean answersInput,
            Predicate<Shown> taker,
            Header asked) {
        this.request = request;
        this.sender = sender;
        this.silent = silent;
        this.answersInput = answersInput;
        this.taker = taker;
        this.asked = asked;
    }

    /** The same, of which {@code predicate} takes what is shown. */
    Origin captured(Predicate<Shown> predicate) {
        return new Origin(request, sender, silent, answersInput, predicate, asked);
    }

    /** What belongs to this and answers a message of the page, as a handler that a slider calls. */
    Origin answering(Header message) {
        return new Origin(request, sender, silent, answersInput, taker, message);
    }

    /** Of what happens before the first request. */
    static Origin none() {
        return new Origin(null, false, false);
    }

    static Origin of(Message request) {
        return new Origin(request, false, false);
    }

    /** Of a cell, which may want to be silent, and whose sender may answer requests for input. */
    static Origin of(Message request, ExecuteRequest cell) {
        return new Origin(request, cell.silent(), cell.allowStdin());
    }

    Header request() {
        return request;
    }

    /** What is shown is given to it first; null where the page shows all. */
    Predicate<Shown> taker() {
        return taker;
    }

    /** The message that what comms send answers. */
    Header asked() {
        return asked == null ? request : asked;
    }

    List<byte[]> sender() {
        return sender;
    }

    boolean silent() {
        return silent;
    }

    boolean answersInput() {
        return answersInput;
    }
}
