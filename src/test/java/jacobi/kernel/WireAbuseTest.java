package jacobi.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.wire.Connector;
import jacobi.wire.Conversation;
import jacobi.wire.Json;
import jacobi.wire.Message;
import jacobi.wire.Signer;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.KernelInfoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Whatever arrives, the next good message is answered. */
@Timeout(300)
@Tag("slow")
class WireAbuseTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.started();

    @Test
    void tenThousandRandomFramesOnAllSocketsEndNothing() throws Exception {
        Random random = new Random(3);
        List<byte[]> good = fresh();
        int[] ports = {
            kernel.connection.shellPort(),
            kernel.connection.controlPort(),
            kernel.connection.stdinPort(),
            kernel.connection.hbPort(),
            kernel.connection.iopubPort()
        };
        try (ZContext context = new ZContext()) {
            for (int port : ports) {
                boolean iopub = port == kernel.connection.iopubPort();
                ZMQ.Socket socket = context.createSocket(iopub ? SocketType.XSUB : SocketType.DEALER);
                socket.setLinger(5_000);
                socket.setReceiveTimeOut(10_000);
                Connector.connect(socket, kernel.connection.address(port));
                for (int sent = 0; sent < 2_000; ) {
                    List<byte[]> frames = mutated(good, random);
                    send(socket, frames);
                    sent += frames.size();
                }
                if (!iopub && port != kernel.connection.stdinPort()) {
                    send(socket, port == kernel.connection.hbPort() ? List.of("beat".getBytes(UTF_8)) : fresh());
                    // Something comes back, so all this did arrive.
                    assertThat(socket.recv()).isNotNull();
                }
            }
            assertThat(kernel.run("still here").status()).isEqualTo("ok");
        }
        assertThat(kernel.run("and later").status()).isEqualTo("ok");
        assertThat(kernel.client.alive(java.time.Duration.ofSeconds(120))).isTrue();
    }

    /** One that has not been sent: what is sent again is not obeyed again. */
    private List<byte[]> fresh() {
        return new Conversation(kernel.connection.signer()).encode(kernel.client.message(new KernelInfoRequest()));
    }

    @Test
    void aMessageSentAgainRunsOnce() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        kernel.cells.cell("count", runs::incrementAndGet);
        List<byte[]> cell =
                new Conversation(kernel.connection.signer()).encode(kernel.client.message(ExecuteRequest.of("count")));
        try (ZContext context = new ZContext()) {
            ZMQ.Socket socket = context.createSocket(SocketType.DEALER);
            Connector.connect(socket, kernel.connection.address(kernel.connection.shellPort()));
            for (int i = 0; i < 5; i++) {
                send(socket, cell);
            }
            send(socket, fresh());
            // The one answer to the cell, and that to the question after it.
            socket.setReceiveTimeOut(RunningKernel.SECONDS * 1_000);
            String answers = "";
            while (!answers.contains("language_info")) {
                answers += socket.recvStr();
            }
        }
        assertThat(runs).hasValue(1);
    }

    private static void send(ZMQ.Socket socket, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    private static List<byte[]> mutated(List<byte[]> good, Random random) {
        List<byte[]> frames = new ArrayList<>();
        boolean fromGood = random.nextBoolean();
        int count = fromGood ? good.size() : 1 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            byte[] frame = fromGood ? good.get(i).clone() : new byte[random.nextInt(64)];
            if (!fromGood) {
                random.nextBytes(frame);
            } else if (frame.length > 0 && random.nextInt(3) == 0) {
                frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
            }
            frames.add(frame);
        }
        return fromGood && random.nextInt(4) == 0 ? frames.subList(0, random.nextInt(frames.size() - 1) + 1) : frames;
    }

    /** Signed with the right key, and still wrong. */
    @Test
    void signedNonsenseIsAnsweredOrIgnored() throws Exception {
        for (String content :
                new String[] {"{}", "{\"code\":null}", "{\"code\":[1]}", "{\"code\":\"1\",\"silent\":{}}"}) {
            Message reply = kernel.client
                    .request(new RawContent("execute_request", content))
                    .get();
            assertThat(reply.content().path("status").asText()).as(content).isEqualTo("error");
        }
        assertThat(kernel.client
                        .request(new RawContent("history_request", "{\"hist_access_type\":\"yesterday\"}"))
                        .get()
                        .content()
                        .path("evalue")
                        .asText())
                .isEqualTo("hist_access_type is 'yesterday'; use tail, range or search");
        assertThat(kernel.client
                        .request(new RawContent("unheard_of_request", "{}"))
                        .get()
                        .content()
                        .path("ename")
                        .asText())
                .isEqualTo("UnknownRequest");
        kernel.client.request(new RawContent("unheard_of", "{}"));
        kernel.client.request(new RawContent("comm_open", "{}"));
        kernel.client.request(new RawContent("comm_msg", "{\"comm_id\":7}"));
        assertThat(kernel.run("next").status()).isEqualTo("ok");
    }

    @Test
    void aWrongKeyIsNotObeyed() throws Exception {
        boolean[] ran = {false};
        kernel.cells.cell("steal", () -> ran[0] = true);
        Conversation stranger = new Conversation(new Signer(Signer.SCHEME, "another key"));
        try (ZContext context = new ZContext()) {
            ZMQ.Socket socket = context.createSocket(SocketType.DEALER);
            Connector.connect(socket, kernel.connection.address(kernel.connection.shellPort()));
            List<byte[]> frames = stranger.encode(stranger.message(ExecuteRequest.of("steal"), null));
            send(socket, frames);
            Conversation friend = new Conversation(kernel.connection.signer());
            send(socket, friend.encode(friend.message(new KernelInfoRequest(), null)));
            socket.setReceiveTimeOut(10_000);
            // The friend is answered, so what the stranger sent before has been read.
            assertThat(socket.recv()).isNotNull();
        }
        assertThat(kernel.run("next").status()).isEqualTo("ok");
        assertThat(ran[0]).isFalse();
    }

    @Test
    void aHundredMegabytesArriveAndGoBack() throws Exception {
        String large = "x".repeat(100_000_000);
        kernel.cells.cell("large", () -> Json.object().put("text", "ok").toString());
        assertThat(kernel.run("//" + large.substring(2)).status()).isEqualTo("ok");
        kernel.cells.cell("print large", () -> {
            System.out.print(large);
            return ScriptedEvaluator.NOTHING;
        });
        long printed = kernel.run("print large").outputs().stream()
                .filter(m -> m.type().equals("stream"))
                .mapToLong(m -> m.content().path("text").asText().getBytes(UTF_8).length)
                .sum();
        assertThat(printed).isEqualTo(100_000_000L);
        assertThat(kernel.run("next").status()).isEqualTo("ok");
    }

    /** Content written by hand. */
    public record RawContent(
            @com.fasterxml.jackson.annotation.JsonIgnore String type, String json)
            implements jacobi.wire.content.Content {
        @com.fasterxml.jackson.annotation.JsonValue
        Object tree() throws java.io.IOException {
            return Json.read(json);
        }
    }
}
