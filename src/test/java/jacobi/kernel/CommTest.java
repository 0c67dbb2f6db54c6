package jacobi.kernel;

import static jacobi.kernel.ScriptedEvaluator.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.Comm;
import jacobi.display.CommMessage;
import jacobi.display.Comms;
import jacobi.kernel.RunningKernel.Outcome;
import jacobi.wire.Channel;
import jacobi.wire.Json;
import jacobi.wire.Message;
import jacobi.wire.content.CommClose;
import jacobi.wire.content.CommInfoRequest;
import jacobi.wire.content.CommMsg;
import jacobi.wire.content.CommOpen;
import jacobi.wire.content.Content;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class CommTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.started();

    @Test
    void thePageOpensTalksAndCloses() throws Exception {
        StringBuffer heard = new StringBuffer();
        Comms.target("echo", comm -> {
            heard.append("opened with ").append(comm.opening().data().get("n"));
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

    @Test
    void metadataAndBuffersGoBothWays() throws Exception {
        kernel.cells.cell("open", () -> {
            Comm slider = Comms.open(
                    "jupyter.widget",
                    new CommMessage(
                            Map.of("state", Map.of("value", 3)), Map.of("version", "2.1.0"), List.of(new byte[] {7, 8
                            })));
            slider.send(new CommMessage(Map.of("n", 1), Map.of("part", "second"), List.of(new byte[] {9})));
            return NOTHING;
        });
        Outcome cell = kernel.run("open");
        Message open = cell.message("comm_open");
        assertThat(open.metadata().path("version").asText()).isEqualTo("2.1.0");
        assertThat(open.buffers()).containsExactly(new byte[] {7, 8});
        assertThat(open.content().at("/data/state/value").asInt()).isEqualTo(3);
        Message second = cell.message("comm_msg");
        assertThat(second.metadata().path("part").asText()).isEqualTo("second");
        assertThat(second.buffers()).containsExactly(new byte[] {9});

        List<CommMessage> heard = new CopyOnWriteArrayList<>();
        Comms.target("widget", comm -> {
            heard.add(comm.opening());
            comm.onMessage(heard::add);
        });
        Message opened = kernel.client
                .message(new CommOpen("c3", "widget", Json.object()))
                .with(List.of(new byte[] {1}))
                .with(Json.object().put("version", "2.0"));
        kernel.client.send(Channel.SHELL, opened);
        kernel.awaitPublished(opened.header(), "idle");
        Message said = kernel.client
                .message(new CommMsg("c3", Json.object()))
                .with(Json.object().put("of", "the page"));
        kernel.client.send(Channel.SHELL, said);
        kernel.awaitPublished(said.header(), "idle");
        assertThat(heard).hasSize(2);
        assertThat(heard.get(0).metadata().get("version")).isEqualTo("2.0");
        assertThat(heard.get(0).buffers()).containsExactly(new byte[] {1});
        assertThat(heard.get(1).metadata().get("of")).isEqualTo("the page");
    }

    private Message tell(Content content) {
        Message message = kernel.client.message(content);
        kernel.client.send(Channel.SHELL, message);
        return message;
    }
}
