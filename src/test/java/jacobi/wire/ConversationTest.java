package jacobi.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.wire.content.CompleteRequest;
import jacobi.wire.content.DisplayData;
import jacobi.wire.content.ErrorReport;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.StreamText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private final Conversation session = new Conversation(new Signer("hmac-sha256", "secret"));

    @Test
    void aMessageArrivesAsItWasSent() throws MalformedMessageException {
        Message request = session.message(new CompleteRequest("∇f", 2), null);
        Message sent = session.message(new StreamText("stdout", "naïve ∇ 😀\n"), request.header())
                .to(List.of("client".getBytes(UTF_8)))
                .with(List.of(new byte[] {0, -1, 7}));

        Message received = session.decode(session.encode(sent));

        assertThat(received.header()).isEqualTo(sent.header());
        assertThat(received.answers(request.header())).isTrue();
        assertThat(received.content(StreamText.class)).isEqualTo(new StreamText("stdout", "naïve ∇ 😀\n"));
        assertThat(received.identities()).containsExactly("client".getBytes(UTF_8));
        assertThat(received.buffers()).containsExactly(new byte[] {0, -1, 7});
    }

    @Test
    void messageTypesAreThoseOfTheSpecification() {
        assertThat(ExecuteRequest.of("").type()).isEqualTo("execute_request");
        assertThat(new StreamText("", "").type()).isEqualTo("stream");
        assertThat(new ErrorReport("", "", List.of()).type()).isEqualTo("error");
        assertThat(session.message(ExecuteRequest.of(""), null).header().replyType())
                .isEqualTo("execute_reply");
        assertThat(Json.text(new DisplayData(null, null, java.util.Map.of("display_id", "a"))))
                .isEqualTo("{\"transient\":{\"display_id\":\"a\"}}");
    }

    @Test
    void missingFieldsTakeTheSpecificationsDefaults() {
        ExecuteRequest cell = Json.as(Json.object().put("code", "1"), ExecuteRequest.class);
        assertThat(cell.silent()).isFalse();
        assertThat(cell.storeHistory()).isTrue();
        assertThat(cell.allowStdin()).isTrue();
        assertThat(cell.stopOnError()).isTrue();
        ExecuteRequest silent = Json.as(Json.object().put("code", "1").put("silent", true), ExecuteRequest.class);
        assertThat(silent.storeHistory()).as("a silent cell is never stored").isFalse();
    }

    @Test
    void eachKindOfBrokenMessageIsToldApart() {
        List<byte[]> good = session.encode(session.message(ExecuteRequest.of("1"), null));
        assertMalformed(good.subList(1, good.size()), "no <IDS|MSG> delimiter in 5 frames");
        assertMalformed(good.subList(0, 4), "the message is cut short: 3 frames after the delimiter");
        List<byte[]> forged = new ArrayList<>(good);
        forged.set(5, "{\"code\":\"steal()\"}".getBytes(UTF_8));
        assertMalformed(forged, "the signature does not match");
        Conversation open = new Conversation(new Signer("", ""));
        assertMalformed(open, with(good, 2, "{"), "the header is not JSON");
        assertMalformed(open, with(good, 2, "{}"), "the header is incomplete");
        assertMalformed(open, with(good, 5, "[]"), "the content is not a JSON object");
        assertMalformed(open, with(good, 5, ""), "the content is not a JSON object");
        assertMalformed(open, with(good, 4, "\u0000"), "the metadata is not JSON");
    }

    @Test
    void halfASurrogatePairDoesNotStopAMessage() throws MalformedMessageException {
        Message sent = session.message(new StreamText("stdout", "a\ud83d"), null);
        assertThat(session.decode(session.encode(sent))
                        .content(StreamText.class)
                        .text())
                .isEqualTo("a?");
    }

    private void assertMalformed(List<byte[]> frames, String reason) {
        assertMalformed(session, frames, reason);
    }

    private static void assertMalformed(Conversation session, List<byte[]> frames, String reason) {
        assertThatThrownBy(() -> session.decode(frames))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith(reason);
    }

    private static List<byte[]> with(List<byte[]> frames, int index, String frame) {
        List<byte[]> changed = new ArrayList<>(frames);
        changed.set(index, frame.getBytes(UTF_8));
        return changed;
    }
}
