package jacobi.kernel;

import static jacobi.kernel.ScriptedEvaluator.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.display.Comm;
import jacobi.display.Comms;
import jacobi.display.Displays;
import jacobi.wire.Channel;
import jacobi.wire.Header;
import jacobi.wire.Json;
import jacobi.wire.Message;
import jacobi.wire.content.CommInfoRequest;
import jacobi.wire.content.CommMsg;
import jacobi.wire.content.Content;
import jacobi.wire.content.CreateSubshellRequest;
import jacobi.wire.content.DeleteSubshellRequest;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.ListSubshellRequest;
import jacobi.wire.content.UsageRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens beside a running cell: subshells, and what a page says to comms. */
@Timeout(300)
class SubshellTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.started();

    @Test
    void subshellsAreMadeListedAndDeleted() throws Exception {
        String first = control(new CreateSubshellRequest()).path("subshell_id").asText();
        String second = control(new CreateSubshellRequest()).path("subshell_id").asText();
        JsonNode all = control(new ListSubshellRequest()).path("subshell_id");
        assertThat(all).extracting(JsonNode::asText).containsExactly(first, second);
        assertThat(control(new DeleteSubshellRequest(first)).path("status").asText())
                .isEqualTo("ok");
        assertThat(control(new DeleteSubshellRequest(first)).path("evalue").asText())
                .contains("no subshell " + first);
        assertThat(control(new ListSubshellRequest()).path("subshell_id"))
                .extracting(JsonNode::asText)
                .containsExactly(second);
    }

    @Test
    void usageIsToldInIpykernelsFields() throws Exception {
        JsonNode usage = control(new UsageRequest());
        assertThat(usage.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
        assertThat(usage.path("kernel_memory").asLong()).isGreaterThan(10_000_000);
        assertThat(usage.path("cpu_count").asInt()).isPositive();
        assertThat(usage.path("kernel_cpu").isNumber()).isTrue();
        assertThat(usage.path("host_virtual_memory").path("total").asLong())
                .isGreaterThanOrEqualTo(
                        usage.path("host_virtual_memory").path("available").asLong());
    }

    @Test
    void aCellOfASubshellRunsBesideOneOfTheMainShell() throws Exception {
        String id = control(new CreateSubshellRequest()).path("subshell_id").asText();
        CountDownLatch end = new CountDownLatch(1);
        kernel.cells.cell("wait", () -> end.await(RunningKernel.SECONDS, TimeUnit.SECONDS));
        kernel.cells.cell("end it", () -> {
            end.countDown();
            return NOTHING;
        });
        CompletableFuture<Message> waiting = kernel.client.request(ExecuteRequest.of("wait"));
        Message beside = inSubshell(id, ExecuteRequest.of("end it"));
        kernel.client.send(Channel.SHELL, beside);
        assertThat(waiting.get(RunningKernel.SECONDS, TimeUnit.SECONDS)
                        .content()
                        .path("status")
                        .asText())
                .isEqualTo("ok");
        Message idle = kernel.awaitPublished(beside.header(), "idle").get(0);
        assertThat(idle.parent().subshellId()).isEqualTo(id);
    }

    @Test
    void whatAPageSaysToACommIsHeardBesideARunningCellAndItsOutputLandsBelowItsWidget() throws Exception {
        CountDownLatch pressed = new CountDownLatch(1);
        AtomicReference<Comm> button = new AtomicReference<>();
        kernel.cells.cell("show", () -> {
            Comm comm = Comms.open("jupyter.widget", Map.of());
            comm.onMessage(message -> {
                System.out.println("pressed");
                Displays.display("shown");
                comm.send(Map.of("answer", 1));
                pressed.countDown();
            });
            button.set(comm);
            return NOTHING;
        });
        kernel.cells.cell("train", () -> pressed.await(RunningKernel.SECONDS, TimeUnit.SECONDS));
        RunningKernel.Outcome shown = kernel.run("show");
        CompletableFuture<Message> training = kernel.client.request(ExecuteRequest.of("train"));
        Message press = kernel.client.message(new CommMsg(button.get().id(), Json.object()));
        kernel.client.send(Channel.SHELL, press);
        training.get(RunningKernel.SECONDS, TimeUnit.SECONDS);
        List<Message> below = kernel.awaitPublished(shown.request(), "shown");
        assertThat(below).extracting(Message::type).contains("stream", "display_data");
        List<Message> answers = kernel.awaitPublished(press.header(), "idle");
        assertThat(answers).extracting(Message::type).containsExactly("status", "comm_msg", "status");
    }

    @Test
    void aCellWaitsForWhatWasSaidBeforeItWasSent() throws Exception {
        StringBuffer order = new StringBuffer();
        AtomicReference<Comm> slider = new AtomicReference<>();
        kernel.cells.cell("show", () -> {
            slider.set(Comms.open("jupyter.widget", Map.of()));
            slider.get().onMessage(message -> order.append("moved "));
            return NOTHING;
        });
        kernel.cells.cell("read", () -> order.append("read"));
        kernel.run("show");
        kernel.client.send(
                Channel.SHELL, kernel.client.message(new CommMsg(slider.get().id(), Json.object())));
        kernel.run("read");
        assertThat(order.toString()).isEqualTo("moved read");
    }

    @Test
    void theSameFailureOfAHandlerIsToldOnce() throws Exception {
        AtomicReference<Comm> slider = new AtomicReference<>();
        kernel.cells.cell("show", () -> {
            slider.set(Comms.open("jupyter.widget", Map.of()));
            slider.get().onMessage(message -> {
                throw new IllegalStateException("of the handler");
            });
            return NOTHING;
        });
        RunningKernel.Outcome shown = kernel.run("show");
        for (int i = 0; i < 3; i++) {
            Message move = kernel.client.message(new CommMsg(slider.get().id(), Json.object()));
            kernel.client.send(Channel.SHELL, move);
            kernel.awaitPublished(move.header(), "idle");
        }
        assertThat(kernel.awaitPublished(shown.request(), "of the handler"))
                .filteredOn(message -> message.type().equals("error"))
                .hasSize(1);
    }

    @Test
    void aHandlerKnowsHowManyMessagesWait() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Integer> waiting = new CopyOnWriteArrayList<>();
        AtomicReference<Comm> slider = new AtomicReference<>();
        kernel.cells.cell("show", () -> {
            slider.set(Comms.open("jupyter.widget", Map.of()));
            slider.get().onMessage(message -> {
                try {
                    go.await(RunningKernel.SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                waiting.add(slider.get().waiting());
            });
            return NOTHING;
        });
        kernel.run("show");
        Message last = null;
        for (int i = 0; i < 3; i++) {
            last = kernel.client.message(new CommMsg(slider.get().id(), Json.object()));
            kernel.client.send(Channel.SHELL, last);
        }
        // Answered after the three have arrived.
        kernel.ask(new CommInfoRequest(null));
        go.countDown();
        kernel.awaitPublished(last.header(), "idle");
        assertThat(waiting).containsExactly(2, 1, 0);
    }

    private JsonNode control(Content request) throws Exception {
        return kernel.ask(Channel.CONTROL, request);
    }

    private Message inSubshell(String id, Content content) {
        Message plain = kernel.client.message(content);
        Header header = plain.header();
        return new Message(
                plain.identities(),
                new Header(
                        header.msgId(),
                        header.session(),
                        header.username(),
                        header.date(),
                        header.msgType(),
                        header.version(),
                        id),
                plain.parent(),
                plain.metadata(),
                plain.body(),
                plain.buffers());
    }
}
