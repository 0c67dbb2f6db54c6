package jacobi.kernel;

import jacobi.wire.Header;
import jacobi.wire.Message;
import jacobi.wire.content.ExecuteRequest;
import java.util.List;

/**
 * The request that output belongs to. Threads a cell started keep it long after the cell, so it holds the request's
 * header and not its content. Two requests are two origins, whatever they say.
 */
final class Origin {
    private final Header request;
    private final List<byte[]> sender;
    private final boolean silent;
    private final boolean answersInput;

    private Origin(Message message, boolean silent, boolean answersInput) {
        this.request = message == null ? null : message.header();
        this.sender = message == null ? List.of() : message.identities();
        this.silent = silent;
        this.answersInput = answersInput;
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
