package jacobi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.InputReply;
import jacobi.wire.content.InputRequest;
import jacobi.wire.content.Status;
import jacobi.wire.content.StreamText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Both ends of the wire, talking to each other. */
@Timeout(300)
@Tag("slow")
class KernelSocketsTest {

    @Test
    void aRequestGoesThereAndItsReplyAndOutputsComeBack() throws Exception {
        ConnectionFile connection = ConnectionFile.onFreePorts("echo");
        try (KernelSockets kernel = KernelSockets.bind(connection);
                Client client = Client.connect(connection)) {
            kernel.start(request -> echo(kernel, request), request -> {}, reply -> {});
            assertThat(client.awaitReady(Duration.ofSeconds(120))).isNotNull();
            assertThat(client.alive(Duration.ofSeconds(120))).isTrue();

            List<Message> outputs = new CopyOnWriteArrayList<>();
            Execution cell = client.execute(ExecuteRequest.of("hello"), outputs::add);
            assertThat(cell.done().get(120, TimeUnit.SECONDS).type()).isEqualTo("execute_reply");
            assertThat(outputs).extracting(Message::type).containsExactly("stream", "status");
            assertThat(outputs.get(0).content(StreamText.class).text()).isEqualTo("hello");
        }
    }

    @Test
    void theKernelAsksAndTheClientAnswers() throws Exception {
        ConnectionFile connection = ConnectionFile.onFreePorts("asking");
        try (KernelSockets kernel = KernelSockets.bind(connection);
                Client client = Client.connect(connection)) {
            client.onInput(request -> request.prompt().toUpperCase(java.util.Locale.ROOT));
            CompletableFuture<Message> answer = new CompletableFuture<>();
            kernel.start(
                    request -> {
                        if (request.type().equals("execute_request")) {
                            kernel.send(
                                    Channel.STDIN,
                                    kernel.session()
                                            .message(new InputRequest("name? ", false), request.header())
                                            .to(request.identities()));
                        } else {
                            echo(kernel, request);
                        }
                    },
                    request -> {},
                    answer::complete);
            client.awaitReady(Duration.ofSeconds(120));
            client.execute(ExecuteRequest.of(""), output -> {});
            assertThat(answer.get(120, TimeUnit.SECONDS)
                            .content(InputReply.class)
                            .value())
                    .isEqualTo("NAME? ");
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        ConnectionFile connection = ConnectionFile.onFreePorts("first");
        try (KernelSockets first = KernelSockets.bind(connection)) {
            first.start(request -> {}, request -> {}, request -> {});
            assertThatThrownBy(() -> KernelSockets.bind(connection))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("tcp://127.0.0.1:" + connection.shellPort())
                    .hasMessageContaining("the port is in use");
        }
    }

    /** A thread of a cell may publish while it is being interrupted. */
    @Test
    void anInterruptedThreadStillPublishes() throws Exception {
        ConnectionFile connection = ConnectionFile.onFreePorts("interrupted");
        try (KernelSockets kernel = KernelSockets.bind(connection);
                Client client = Client.connect(connection)) {
            kernel.start(request -> echo(kernel, request), request -> {}, request -> {});
            client.awaitReady(Duration.ofSeconds(120));
            CountDownLatch seen = new CountDownLatch(100);
            client.watch(message -> {
                if (message.type().equals("stream")) {
                    seen.countDown();
                }
            });
            Thread cell = new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    Thread.currentThread().interrupt();
                    kernel.publish(kernel.session().message(new StreamText("stdout", "line\n"), null));
                }
            });
            cell.start();
            assertThat(seen.await(120, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatIsNoMessageIsCountedAndDropped() throws Exception {
        ConnectionFile connection = ConnectionFile.onFreePorts("garbage");
        try (KernelSockets kernel = KernelSockets.bind(connection);
                Client client = Client.connect(connection);
                ZContext context = new ZContext()) {
            kernel.start(request -> echo(kernel, request), request -> {}, request -> {});
            ZMQ.Socket garbage = context.createSocket(SocketType.DEALER);
            Connector.connect(garbage, connection.address(connection.shellPort()));
            for (int i = 0; i < 30; i++) {
                garbage.send("no message");
            }
            assertThat(client.awaitReady(Duration.ofSeconds(120))).isNotNull();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (kernel.faults().count() < 30 && System.nanoTime() < deadline) {
                Thread.sleep(5);
            }
            assertThat(kernel.faults().count()).isEqualTo(30);
        }
    }

    /** A console stopped with Ctrl-Z must not stop the notebook beside it. */
    @Test
    void aReaderThatStopsReadingDoesNotSilenceTheOthers() throws Exception {
        longestHoldBesideAStoppedReader(kernel -> {});
    }

    /** Who has pressed the stop button is not to wait as long for a console that does not read: 8 s without. */
    @Test
    void anInterruptIsNotHeldUpAsLongByAReaderThatStopsReading() throws Exception {
        ScheduledExecutorService person = Executors.newSingleThreadScheduledExecutor();
        try {
            long held = longestHoldBesideAStoppedReader(
                    kernel -> person.scheduleAtFixedRate(kernel::hurry, 0, 500, TimeUnit.MILLISECONDS));
            assertThat(Duration.ofNanos(held)).isLessThan(Duration.ofSeconds(6));
        } finally {
            person.shutdownNow();
        }
    }

    /**
     * Publishes to a reader that keeps up, which must see all, and one that stopped; for how many ns it was held up
     * once.
     */
    private static long longestHoldBesideAStoppedReader(Consumer<KernelSockets> before) throws Exception {
        ConnectionFile connection = ConnectionFile.onFreePorts("stalled");
        try (KernelSockets kernel = KernelSockets.bind(connection);
                Client client = Client.connect(connection);
                ZContext context = new ZContext()) {
            kernel.start(request -> echo(kernel, request), request -> {}, request -> {});
            client.awaitReady(Duration.ofSeconds(120));
            ZMQ.Socket stopped = context.createSocket(SocketType.SUB);
            stopped.setRcvHWM(1);
            stopped.setReceiveBufferSize(4_096);
            stopped.subscribe(new byte[0]);
            Connector.connect(stopped, connection.address(connection.iopubPort()));
            stopped.recv();
            int messages = 3_000;
            CountDownLatch seen = new CountDownLatch(messages);
            client.watch(message -> {
                if (message.type().equals("stream")) {
                    seen.countDown();
                }
            });
            String text = "x".repeat(10_000);
            before.accept(kernel);
            long longest = 0;
            for (int i = 0; i < messages; i++) {
                long began = System.nanoTime();
                kernel.publish(kernel.session().message(new StreamText("stdout", text), null));
                longest = Math.max(longest, System.nanoTime() - began);
            }
            assertThat(seen.await(120, TimeUnit.SECONDS)).isTrue();
            return longest;
        }
    }

    private static void echo(KernelSockets kernel, Message request) {
        if (request.type().equals("execute_request")) {
            String code = request.content(ExecuteRequest.class).code();
            kernel.publish(kernel.session().message(new StreamText("stdout", code), request.header()));
        }
        Message answer = kernel.session().message(request.header().replyType(), new Status("ok"), request.header());
        kernel.send(Channel.SHELL, answer.to(request.identities()));
        kernel.publish(kernel.session().message(new Status("idle"), request.header()));
    }
}
