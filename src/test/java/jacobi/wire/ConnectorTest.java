package jacobi.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import zmq.Ctx;
import zmq.poll.IPollEvents;
import zmq.poll.Poller;

@Timeout(300)
class ConnectorTest {

    /** As one that JeroMQ has forgotten looks from outside: there, and silent. */
    @Test
    void aConnectionThatIsNeverGreetedIsMadeAnewAndLosesNothing() throws Exception {
        try (ZContext context = new ZContext();
                ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String address = "tcp://127.0.0.1:" + silent.getLocalPort();
            ZMQ.Socket sender = context.createSocket(SocketType.DEALER);
            Connector.connect(sender, address);
            sender.send("first");
            try (Socket connection = silent.accept()) {
                silent.close();
                ZMQ.Socket receiver = bound(context, address);
                sender.send("second");
                receiver.recv();
                assertThat(receiver.recvStr()).isEqualTo("first");
                receiver.recv();
                assertThat(receiver.recvStr()).isEqualTo("second");
                assertThat(connection.isConnected()).isTrue();
            }
        }
    }

    private static ZMQ.Socket bound(ZContext context, String address) throws IOException {
        ZMQ.Socket socket = context.createSocket(SocketType.ROUTER);
        socket.setReceiveTimeOut(10_000);
        socket.bind(address);
        return socket;
    }

    /**
     * Why there is a {@link Connector}: an engine takes over the channel of a connecter in the batch of events in which
     * that is done with it. Should this fail, JeroMQ has learned to keep both apart and its own time limit will do.
     */
    @Test
    void jeromqForgetsAChannelThatChangesHandsWithinOneBatchOfEvents() throws Exception {
        Ctx context = new Ctx();
        Poller poller = new Poller(context, "poller");
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        CountDownLatch handedOver = new CountDownLatch(1);
        CountDownLatch takenOver = new CountDownLatch(1);
        Poller.Handle[] connecting = new Poller.Handle[1];
        connecting[0] = poller.addHandle(pipe.source(), new IPollEvents() {
            @Override
            public void inEvent() {
                poller.removeHandle(connecting[0]);
                poller.setPollIn(poller.addHandle(pipe.source(), new IPollEvents() {
                    @Override
                    public void inEvent() {
                        takenOver.countDown();
                    }
                }));
                handedOver.countDown();
            }
        });
        poller.setPollIn(connecting[0]);
        poller.start();
        try {
            pipe.sink().write(ByteBuffer.wrap("readable from now on".getBytes(UTF_8)));
            assertThat(handedOver.await(120, TimeUnit.SECONDS)).isTrue();
            assertThat(takenOver.await(500, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            poller.destroy();
        }
    }
}
