package jacobi.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * One Jupyter message.
 *
 * @param identities ZeroMQ routing prefix: whom an answer goes to, or the topic of a published message
 * @param header what it is and who sent it
 * @param parent header of the message that caused it, or null
 * @param metadata a JSON object, often empty
 * @param body a JSON object that was read, or what is to be written as one, such as a record of {@link
 *     jacobi.wire.content}
 * @param buffers raw bytes that follow, used by widgets
 */
public record Message(
        List<byte[]> identities, Header header, Header parent, ObjectNode metadata, Object body, List<byte[]> buffers) {

    public Message {
        identities = List.copyOf(identities);
        Objects.requireNonNull(header);
        Objects.requireNonNull(metadata);
        Objects.requireNonNull(body);
        buffers = List.copyOf(buffers);
    }

    public String type() {
        return header.msgType();
    }

    /** The content as JSON. */
    public JsonNode content() {
        return Json.tree(body);
    }

    /**
     * The content as a record.
     *
     * @throws IllegalArgumentException if a field is of the wrong type
     */
    public <T> T content(Class<T> type) {
        return Json.as(content(), type);
    }

    /** Whether this message was caused by {@code request}. */
    public boolean answers(Header request) {
        return parent != null && parent.msgId().equals(request.msgId());
    }

    /** The same message to other recipients. */
    public Message to(List<byte[]> recipients) {
        return new Message(recipients, header, parent, metadata, body, buffers);
    }

    /** The same message with metadata. */
    public Message with(ObjectNode otherMetadata) {
        return new Message(identities, header, parent, otherMetadata, body, buffers);
    }

    /** The same message with buffers. */
    public Message with(List<byte[]> otherBuffers) {
        return new Message(identities, header, parent, metadata, body, otherBuffers);
    }
}
