package jacobi.kernel;

import static jacobi.kernel.ScriptedEvaluator.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.Comms;
import jacobi.kernel.RunningKernel.Outcome;
import jacobi.wire.Channel;
import jacobi.wire.Json;
import jacobi.wire.Message;
import jacobi.wire.content.CommClose;
import jacobi.wire.content.CommInfoRequest;
import jacobi.wire.content.CommMsg;
import jacobi.wire.content.CommOpen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class CommTest {
    private RunningKernel kernel;

    @BeforeEach
    void start() throws Exception {
        kernel = new RunningKernel();
    }

    @AfterEach
    void stop() {
        kernel.close();
    }

    @Test
    void thePageOpensTalksAndCloses() throws Exception {
        StringBuffer heard = new StringBuffer();
        Comms.target("echo", comm -> {
            heard.append("opened with ").append(comm.openingData().get("n"));
            comm.onMessage(message -> comm.send(Map.of("echo", message.data().get("say")), message.buffers()));
            comm.onClose(() -> heard.append(", closed"));
        });
        Message open = tell(new CommOpen("c1", "echo", Json.object().put("n", 3)));
        kernel.awaitPublished(open.header(), "idle");
        assertThat(kernel.ask(new CommInfoRequest("echo"))
                        .at("/comms/c1/target_name")
                        .asText())
                .isEqualTo("echo");
        assertThat(kernel.ask(new CommInfoRequest("another")).path("comms")).isEmpty();

        Message say = kernel.client
                .message(new CommMsg("c1", Json.object().put("say", "∇")))
                .with(List.of(new byte[] {1, 2}));
        kernel.client.send(Channel.SHELL, say);
        Message echo = kernel.awaitPublished(say.header(), "echo").stream()
                .filter(m -> m.type().equals("comm_msg"))
                .findFirst()
                .orElseThrow();
        assertThat(echo.content().at("/data/echo").asText()).isEqualTo("∇");
        assertThat(echo.buffers()).containsExactly(new byte[] {1, 2});

        kernel.awaitPublished(tell(new CommClose("c1", Json.object())).header(), "idle");
        assertThat(heard.toString()).isEqualTo("opened with 3, closed");
        assertThat(kernel.ask(new CommInfoRequest(null)).path("comms")).isEmpty();
    }

    @Test
    void aCommForAnUnknownTargetIsClosedAtOnce() throws Exception {
        Message open = tell(new CommOpen("c2", "nobody", Json.object()));
        List<Message> published = kernel.awaitPublished(open.header(), "idle");
        assertThat(published).extracting(Message::type).containsExactly("status", "comm_close", "status");
        assertThat(published.get(1).content().path("comm_id").asText()).isEqualTo("c2");
    }

    @Test
    void aCellOpensAComm() throws Exception {
        kernel.cells.cell("open", () -> {
            Comms.open("page", Map.of("x", 1.5)).close();
            return NOTHING;
        });
        Outcome cell = kernel.run("open");
        assertThat(cell.types()).containsSubsequence("comm_open", "comm_close");
        assertThat(cell.output("comm_open").at("/data/x").asDouble()).isEqualTo(1.5);
    }

    private Message tell(jacobi.wire.content.Content content) {
        Message message = kernel.client.message(content);
        kernel.client.send(Channel.SHELL, message);
        return message;
    }
}
