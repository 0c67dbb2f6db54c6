package jacobi.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * One ZeroMQ socket and the one thread that touches it.
 *
 * <p>The thread sleeps in a selector until the socket's file descriptor or {@link Selector#wakeup} wakes it. A pipe or
 * an inproc socket in place of the wakeup would be closed by the interrupt of whichever thread writes to it, and the
 * threads of a cell are interrupted as a matter of course.
 */
final class SocketThread implements AutoCloseable {
    /** How many multipart messages are read before posted work gets its turn. */
    private static final int READ_AT_ONCE = 100;

    private final ZMQ.Socket socket;
    private final Selector selector;
    private final Consumer<List<byte[]>> receiver;
    private final BooleanSupplier full;
    private final Runnable ended;
    private final Room room;
    private final FaultLog faults;
    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> whenDrained = new ConcurrentLinkedQueue<>();
    private final Owner thread;
    private volatile boolean closing;

    /** The thread of a socket; those of others it has given work to, it wakes when it has done its own. */
    private static final class Owner extends Thread {
        private final Set<SocketThread> given = new LinkedHashSet<>(1);

        Owner(Runnable work, String name) {
            super(null, work, name);
            setDaemon(true);
        }

        /** A cell may interrupt all threads it finds; this one would lose the channels it waits for. */
        @Override
        public void interrupt() {}

        /** Each wakeup may cost this thread its processor: the answer goes out first, and two are one. */
        void wakeOthers() {
            if (!given.isEmpty()) {
                given.forEach(other -> other.selector.wakeup());
                given.clear();
            }
        }
    }

    /**
     * Takes ownership of a socket that is bound or connected.
     *
     * @param receiver is handed every message's frames, on the socket's thread; it must not block
     */
    SocketThread(String name, ZMQ.Socket socket, Consumer<List<byte[]>> receiver, FaultLog faults) {
        this(name, socket, receiver, () -> false, () -> {}, new Room(), faults);
    }

    /**
     * As the other, for a receiver that may have enough for a while.
     *
     * @param full whether nothing is to be read at present; {@link #wake} is called when that has changed
     * @param ended called when the thread ends though nobody has closed it
     * @param room for frames: one that is lost takes the others of its message with it
     */
    SocketThread(
            String name,
            ZMQ.Socket socket,
            Consumer<List<byte[]>> receiver,
            BooleanSupplier full,
            Runnable ended,
            Room room,
            FaultLog faults) {
        this.socket = socket;
        this.receiver = receiver;
        this.full = full;
        this.ended = ended;
        this.room = room;
        this.faults = faults;
        try {
            selector = Selector.open();
            socket.getFD().register(selector, SelectionKey.OP_READ);
        } catch (IOException e) {
            throw new IllegalStateException("no selector for the " + name + " socket", e);
        }
        thread = new Owner(this::run, "jacobi-" + name);
    }

    void start() {
        thread.start();
    }

    /** Sends a message's frames soon, after those handed over before. Any thread may call this. */
    void send(List<byte[]> frames) {
        if (Thread.currentThread() == thread && posted.isEmpty()) {
            sendNow(frames);
        } else {
            post(() -> sendNow(frames));
        }
    }

    /** Runs something on the socket's thread. */
    void post(Runnable work) {
        posted.add(work);
        if (!(Thread.currentThread() instanceof Owner current)) {
            selector.wakeup();
        } else if (current != thread) {
            current.given.add(this);
        }
        // The socket's own thread looks at the queue before it sleeps.
    }

    /** To be called by whoever is about to wait for what it has posted. */
    static void wakeOthers() {
        if (Thread.currentThread() instanceof Owner current) {
            current.wakeOthers();
        }
    }

    /** Has the thread look again at what it could do. */
    void wake() {
        selector.wakeup();
    }

    /** Runs something on the socket's thread once everything that has arrived is read. */
    void whenDrained(Runnable work) {
        whenDrained.add(work);
        selector.wakeup();
    }

    /** Sends on the socket's own thread; false if the peer takes nothing at present. */
    boolean sendNow(List<byte[]> frames) {
        int last = frames.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (!sendNow(frames.get(i), i < last ? ZMQ.SNDMORE : 0)) {
                return false;
            }
        }
        return true;
    }

    private boolean sendNow(byte[] frame, int flags) {
        try {
            return socket.send(frame, flags);
        } catch (OutOfMemoryError e) {
            room.make();
            return socket.send(frame, flags);
        }
    }

    ZMQ.Socket socket() {
        return socket;
    }

    /** Sends what was posted, then closes the socket; returns when that is done. */
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        boolean interrupted = false;
        while (thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean last = false;
            while (!last) {
                last = closing;
                // An exhausted heap may fail any of this; the thread must be there when memory is back.
                guarded(this::turn);
            }
        } finally {
            if (!closing) {
                ended.run();
            }
            try {
                selector.close();
            } catch (IOException e) {
                faults.report("closing " + thread.getName(), e);
            }
            socket.close();
        }
    }

    /** Does what is posted, reads what has arrived, and sleeps if there is nothing left to do. */
    private void turn() {
        runAll(posted);
        boolean waits = full.getAsBoolean();
        boolean drained = !waits && readSome();
        if (drained && !whenDrained.isEmpty()) {
            runAll(whenDrained);
            // Sending takes in the signal that something has arrived, so this must look again before it sleeps.
            drained = false;
        }
        if ((drained || waits) && posted.isEmpty() && !closing) {
            try {
                // A wakeup since the queues were looked at makes this return at once.
                selector.select();
                selector.selectedKeys().clear();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void runAll(Queue<Runnable> work) {
        for (Runnable next = work.poll(); next != null; next = work.poll()) {
            guarded(next);
        }
    }

    /** Reads until nothing is left (true) or it is the others' turn (false). */
    private boolean readSome() {
        for (int i = 0; i < READ_AT_ONCE && !full.getAsBoolean(); i++) {
            List<byte[]> frames = receive();
            if (frames.isEmpty()) {
                return true;
            }
            guarded(() -> receiver.accept(frames));
        }
        return false;
    }

    private List<byte[]> receive() {
        List<byte[]> frames = new ArrayList<>();
        try {
            byte[] frame = receive(ZMQ.DONTWAIT);
            while (frame != null) {
                frames.add(frame);
                frame = socket.hasReceiveMore() ? receive(0) : null;
            }
        } catch (ZMQException | OutOfMemoryError e) {
            report("could not be read", e);
        }
        return frames;
    }

    private byte[] receive(int flags) {
        try {
            return socket.recv(flags);
        } catch (OutOfMemoryError e) {
            room.make();
            return socket.recv(flags);
        }
    }

    private void report(String what, Throwable thrown) {
        try {
            faults.report("a message on " + thread.getName() + " " + what, thrown);
        } catch (OutOfMemoryError e) {
            // The thread matters more than its report.
        }
    }

    /** Nothing that arrives or is sent ends the thread. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            report("failed", e);
        } finally {
            thread.wakeOthers();
        }
    }
}
