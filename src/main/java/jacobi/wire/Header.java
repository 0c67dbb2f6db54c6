package jacobi.wire;

import java.util.Objects;

/**
 * The header of a message, as the messaging specification names its fields.
 *
 * @param msgId unique to the message
 * @param session unique to the sender
 * @param username whoever sent it
 * @param date ISO 8601 time of creation
 * @param msgType what the content is, as {@code execute_request}
 * @param version version of the protocol
 * @param subshellId the subshell a request is for; null for the main shell
 */
public record Header(
        String msgId, String session, String username, String date, String msgType, String version, String subshellId) {

    /** A header that names no subshell. */
    public Header(String msgId, String session, String username, String date, String msgType, String version) {
        this(msgId, session, username, date, msgType, version, null);
    }

    public Header {
        Objects.requireNonNull(msgId, "a header needs a msg_id");
        Objects.requireNonNull(msgType, "a header needs a msg_type");
        session = Objects.requireNonNullElse(session, "");
        username = Objects.requireNonNullElse(username, "");
        date = Objects.requireNonNullElse(date, "");
        version = Objects.requireNonNullElse(version, "");
    }

    /** The type of the answer to a request: {@code kernel_info_reply} to {@code kernel_info_request}. */
    public String replyType() {
        return msgType.endsWith("_request")
                ? msgType.substring(0, msgType.length() - "request".length()) + "reply"
                : msgType + "_reply";
    }
}
