package jacobi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.wire.content.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** One end of a conversation: mints its headers, and turns messages into signed frames and back. Thread-safe. */
public final class Conversation {
    /** The version of the messaging specification spoken. */
    public static final String PROTOCOL_VERSION = "5.5";

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    /** The header, the parent's header, the metadata and the content. */
    private static final int SIGNED_FRAMES = 4;
    /** Most metadata, and most parents of requests: not worth a generator or a parser of their own. */
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.US_ASCII);

    private final String id = UUID.randomUUID().toString();
    private final String username = System.getProperty("user.name", "");
    private final AtomicLong sent = new AtomicLong();
    private final Signer signer;
    /** The parent of the last message written: most requests cause several messages in a row. */
    private volatile Written lastParent = new Written(null, EMPTY);

    /** A header and its frame. */
    private record Written(Header header, byte[] frame) {}

    public Conversation(Signer signer) {
        this.signer = signer;
    }

    /** The session id in every header this end mints. */
    public String id() {
        return id;
    }

    /** A new message caused by {@code parent}, which may be null, to no one in particular. */
    public Message message(Content content, Header parent) {
        return message(content.type(), content, parent);
    }

    /** A new message of a type its content does not tell, such as an error in answer to any request. */
    public Message message(String type, Object content, Header parent) {
        String date = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
        Header header = new Header(id + "_" + sent.getAndIncrement(), id, username, date, type, PROTOCOL_VERSION);
        return new Message(List.of(), header, parent, Json.object(), content, List.of());
    }

    /** The frames that carry a message. */
    public List<byte[]> encode(Message message) {
        List<byte[]> signed = List.of(
                Json.bytes(message.header()),
                parent(message.parent()),
                message.metadata().isEmpty() ? EMPTY : Json.bytes(message.metadata()),
                Json.bytes(message.body()));
        List<byte[]> frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signer.sign(signed).getBytes(StandardCharsets.US_ASCII));
        frames.addAll(signed);
        frames.addAll(message.buffers());
        return frames;
    }

    /**
     * Reads a message from its frames.
     *
     * @throws MalformedMessageException if they are none, or not signed with this conversation's key
     */
    public Message decode(List<byte[]> frames) throws MalformedMessageException {
        int delimiter = delimiter(frames);
        int first = delimiter + 2;
        int last = first + SIGNED_FRAMES;
        if (frames.size() < last) {
            throw new MalformedMessageException("the message is cut short: " + (frames.size() - delimiter - 1)
                    + " frames after the delimiter, at least " + (SIGNED_FRAMES + 1) + " expected");
        }
        List<byte[]> signed = frames.subList(first, last);
        if (!signer.verify(frames.get(delimiter + 1), signed)) {
            throw new MalformedMessageException("the signature does not match: the sender uses another key");
        }
        ObjectNode parent = object(signed.get(1), "parent header");
        return new Message(
                frames.subList(0, delimiter),
                header(object(signed.get(0), "header")),
                parent.has("msg_id") && parent.has("msg_type") ? header(parent) : null,
                object(signed.get(2), "metadata"),
                object(signed.get(3), "content"),
                frames.subList(last, frames.size()));
    }

    private byte[] parent(Header header) {
        Written last = lastParent;
        if (last.header() != header) {
            last = new Written(header, header == null ? EMPTY : Json.bytes(header));
            lastParent = last;
        }
        return last.frame();
    }

    /** The signature of a message that {@link #decode} has read. */
    static byte[] signature(List<byte[]> frames) throws MalformedMessageException {
        return frames.get(delimiter(frames) + 1);
    }

    private static int delimiter(List<byte[]> frames) throws MalformedMessageException {
        for (int i = 0; i < frames.size(); i++) {
            if (Arrays.equals(frames.get(i), DELIMITER)) {
                return i;
            }
        }
        throw new MalformedMessageException("no <IDS|MSG> delimiter in " + frames.size() + " frames");
    }

    private static ObjectNode object(byte[] frame, String name) throws MalformedMessageException {
        if (Arrays.equals(frame, EMPTY)) {
            return Json.object();
        }
        try {
            if (Json.read(frame) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new MalformedMessageException("the " + name + " is not JSON: " + firstLine(e), e);
        }
        throw new MalformedMessageException("the " + name + " is not a JSON object");
    }

    private static Header header(ObjectNode object) throws MalformedMessageException {
        try {
            return Json.as(object, Header.class);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("the header is incomplete: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
