package zmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import zmq.util.Errno;

/** What JeroMQ's threads rely on to wake one another. */
@Timeout(300)
@Tag("slow")
class SignalerTest {
    private static final int SIGNALS = 20_000;

    private final Ctx context = new Ctx();
    private final Errno errno = new Errno();
    private final Signaler signaler = new Signaler(context, 0, errno);

    @AfterEach
    void close() throws Exception {
        signaler.close();
        context.terminate();
    }

    @Test
    void whoIsWokenFindsTheSignal() throws Exception {
        // By JeroMQ's own signaler a reader is woken for nothing in thousands of these.
        int[] inVain = new int[1];
        ConcurrentLinkedQueue<Integer> taken = new ConcurrentLinkedQueue<>();
        Selector selector = Selector.open();
        signaler.getFd().register(selector, SelectionKey.OP_READ);
        Thread reader = new Thread(() -> {
            try {
                while (taken.size() < SIGNALS) {
                    selector.select();
                    selector.selectedKeys().clear();
                    if (signaler.waitEvent(0)) {
                        signaler.recv();
                        taken.add(1);
                    } else {
                        inVain[0]++;
                    }
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        reader.start();
        for (int sent = 1; sent <= SIGNALS; sent++) {
            signaler.send();
            while (taken.size() < sent) {
                Thread.onSpinWait();
            }
        }
        reader.join();
        selector.close();

        assertThat(inVain[0]).isZero();
    }

    @Test
    void noCommandOfManyWritersIsLost() throws Exception {
        ConcurrentLinkedQueue<Integer> mailbox = new ConcurrentLinkedQueue<>();
        int writers = 4;
        List<Thread> threads = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            threads.add(new Thread(() -> {
                for (int i = 0; i < SIGNALS; i++) {
                    mailbox.add(i);
                    signaler.send();
                }
            }));
        }
        threads.forEach(Thread::start);
        int read = 0;
        while (read < writers * SIGNALS) {
            while (mailbox.poll() != null) {
                read++;
            }
            if (read < writers * SIGNALS) {
                assertThat(signaler.waitEvent(10_000)).isTrue();
                signaler.recv();
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(read).isEqualTo(writers * SIGNALS);
    }

    @Test
    void manySignalsAreOneWakeUp() {
        signaler.send();
        signaler.send();

        assertThat(signaler.waitEvent(0)).isTrue();
        signaler.recv();
        assertThat(signaler.waitEvent(0)).isFalse();
        assertThat(errno.get()).isEqualTo(ZError.EAGAIN);
    }

    @Test
    void anInterruptIsReportedAndNoSignalLostByIt() {
        signaler.send();
        Thread.currentThread().interrupt();

        assertThat(signaler.waitEvent(0)).isFalse();
        assertThat(errno.get()).isEqualTo(ZError.EINTR);
        assertThat(signaler.waitEvent(0)).isTrue();
        signaler.recv();
        // A mailbox that finds EINTR here would leave its command lying.
        assertThat(errno.get()).isZero();
    }

    @Test
    void anInterruptedThreadCanSendAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        signaler.send();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(signaler.waitEvent(0)).isTrue();
    }

    @Test
    void aReaderWaitsNoLongerThanTold() {
        assertThat(signaler.waitEvent(1)).isFalse();
        assertThat(errno.get()).isEqualTo(ZError.EAGAIN);
    }
}
