package jacobi.wire;

import static jacobi.language.Say.say;

import jacobi.wire.content.IopubWelcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The kernel's five sockets: ROUTERs for shell, control, standard input and the heartbeat, and the XPUB of IOPub.
 *
 * <p>Frames that are no message of this connection are counted and dropped. A reader of IOPub that falls behind slows
 * the kernel down; one that has stopped reading holds it up for {@value #STALL_MILLIS} ms and then misses messages,
 * which the others get.
 */
public final class KernelSockets implements AutoCloseable {
    private static final int LINGER_MILLIS = 500;
    /**
     * How long a full reader of IOPub may hold the kernel up. One that is merely slow is handed what has arrived in
     * large steps: after 2 s, a client on a busy machine was given up and missed 3,065 of 20,000 messages.
     */
    private static final int STALL_MILLIS = 8_000;
    /** And how long while somebody waits for a cell to stop. */
    private static final int HURRIED_STALL_MILLIS = 1_000;
    /** From an interrupt on. */
    private static final long HURRY_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** How long until a full reader is asked again. */
    private static final int TRY_MILLIS = 100;
    /** How long after that it is not waited for. */
    private static final long LOSSY_NANOS = TimeUnit.SECONDS.toNanos(30);
    /**
     * How far apart messages are then: a burst that waits for nobody would fill the queues of readers that keep up as
     * well, and they would miss some.
     */
    private static final long LOSSY_PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    /** How many published messages may wait for the socket's thread before the publishers wait. */
    private static final int WAITING_MESSAGES = 256;
    /** Publishers that wait go on when so many places are free, or all. */
    private static final int FREED_AT_ONCE = 64;
    /** A larger message counts as several. */
    private static final int WAITING_BYTES = 64 << 10;
    /** JeroMQ reads as many messages ahead of the socket's thread, whatever their size. */
    private static final int READ_AHEAD = 16;
    /** As many published messages wait for a reader as would fill half of the heap with figures of a megabyte. */
    private static final int MOST_FOR_A_READER =
            (int) Math.max(50, Math.min(1_000, Runtime.getRuntime().maxMemory() >> 21));

    private static final int HANDSHAKE_MILLIS = 10_000;
    /** A message may take this share of the heap: it lives as frames, as text and as a tree. */
    private static final int HEAP_PER_MESSAGE = 4;

    private final ConnectionFile connection;
    private final Conversation session;
    private final FaultLog faults = new FaultLog("jacobi");
    private final ZContext context = new ZContext();
    private final Map<Channel, SocketThread> threads = new EnumMap<>(Channel.class);
    private final Map<Channel, Consumer<Message>> receivers = new EnumMap<>(Channel.class);
    /** Where front ends connect that asked for sockets in the file system. */
    private final List<LocalSocket> locals = new ArrayList<>();

    private final Replays replays = new Replays();
    private final Semaphore waiting = new Semaphore(WAITING_MESSAGES);
    private final Backlog backlog = new Backlog();
    private volatile Runnable failed = () -> {};
    private final Room room = new Room();
    /** Places that are free and not given back yet. Belongs to the IOPub thread. */
    private int freed;
    /** Since when nobody is waited for; 0 while all readers keep up. Belongs to the IOPub thread. */
    private long lossySince;
    /** When somebody last asked for a cell to stop; 0 for never. */
    private volatile long hurriedAt;

    private KernelSockets(ConnectionFile connection) {
        this.connection = connection;
        this.session = new Conversation(connection.signer());
        context.setUncaughtExceptionHandler((thread, thrown) -> {
            faults.report("the network thread ended", thrown);
            failed.run();
        });
        context.setNotificationExceptionHandler(faults::reportFromNetwork);
        context.setThreadFactor(this::networkThread);
    }

    /** A thread of JeroMQ's. Its loop has nothing to tidy up, and goes on where an exhausted heap threw it out. */
    private Thread networkThread(Runnable loop, String name) {
        Thread thread = new Thread(null, () -> outlivingExhaustedMemory(loop), name) {
            /** A cell may interrupt all threads it finds; this one would lose its channels. */
            @Override
            public void interrupt() {}
        };
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(context.getUncaughtExceptionHandler());
        return thread;
    }

    private void outlivingExhaustedMemory(Runnable loop) {
        boolean ended = false;
        while (!ended) {
            try {
                loop.run();
                ended = true;
            } catch (OutOfMemoryError e) {
                try {
                    room.make();
                    faults.report("the network thread found no memory", e);
                } catch (OutOfMemoryError again) {
                    // To be said when there is some.
                }
            }
        }
    }

    /**
     * Binds the five sockets; nothing is read before {@link #start}.
     *
     * @throws IOException if an address cannot be bound; the message names it and the fix
     */
    public static KernelSockets bind(ConnectionFile connection) throws IOException {
        KernelSockets sockets = new KernelSockets(connection);
        try {
            for (Channel channel : Channel.values()) {
                sockets.bind(channel);
            }
            return sockets;
        } catch (IOException e) {
            sockets.locals.forEach(LocalSocket::close);
            sockets.context.close();
            throw e;
        }
    }

    /** Starts reading; each consumer is called on its socket's thread and must not block. */
    public void start(Consumer<Message> shell, Consumer<Message> control, Consumer<Message> stdin) {
        receivers.put(Channel.SHELL, shell);
        receivers.put(Channel.CONTROL, control);
        receivers.put(Channel.STDIN, stdin);
        threads.values().forEach(SocketThread::start);
    }

    /** Runs {@code action} when the network can serve no longer, as when the heap was exhausted in the midst of it. */
    public void onFailure(Runnable action) {
        failed = action;
    }

    /** The memory that messages need. */
    public Room room() {
        return room;
    }

    /** To be called when a message of the shell or of control has been dealt with, so that further ones are read. */
    public void dealtWith(Message message) {
        if (backlog.remove(message)) {
            threads.get(Channel.SHELL).wake();
            threads.get(Channel.CONTROL).wake();
        }
    }

    /** A cell is to stop: for a moment readers of IOPub that have stopped reading hold it up less. */
    public void hurry() {
        hurriedAt = System.nanoTime();
    }

    /** Where the sockets are bound. */
    public ConnectionFile connection() {
        return connection;
    }

    /** The conversation's headers and frames. */
    public Conversation session() {
        return session;
    }

    /** Where faults are counted. */
    public FaultLog faults() {
        return faults;
    }

    /** Sends a message to the peer its identities name. */
    public void send(Channel channel, Message message) {
        List<byte[]> frames = room.get(() -> session.encode(message));
        room.run(() -> threads.get(channel).send(frames));
    }

    /** Publishes on IOPub, in the order of the calls; waits while too much is on its way. */
    public void publish(Message message) {
        byte[] topic = message.type().getBytes(StandardCharsets.UTF_8);
        List<byte[]> frames = room.get(() -> session.encode(message.to(List.of(topic))));
        int places = (int) Math.min(WAITING_MESSAGES, 1 + size(frames) / WAITING_BYTES);
        if (!waiting.tryAcquire(places)) {
            SocketThread.wakeOthers();
            waiting.acquireUninterruptibly(places);
        }
        boolean posted = false;
        try {
            threads.get(Channel.IOPUB).post(() -> {
                try {
                    publishNow(frames);
                } finally {
                    published(places);
                }
            });
            posted = true;
        } finally {
            if (!posted) {
                waiting.release(places);
                // Those freed before may be all that others wait for.
                threads.get(Channel.IOPUB).post(() -> published(0));
            }
        }
    }

    /**
     * Gives places back, many at once: a publisher that is woken for each publishes one more and sleeps again, which
     * takes both threads longer than the message.
     */
    private void published(int places) {
        freed += places;
        if (freed >= FREED_AT_ONCE || waiting.availablePermits() + freed == WAITING_MESSAGES) {
            int all = freed;
            freed = 0;
            waiting.release(all);
        }
    }

    private static long size(List<byte[]> frames) {
        long bytes = 0;
        for (byte[] frame : frames) {
            bytes += frame.length;
        }
        return bytes;
    }

    /** Runs something on the shell socket's thread after every message that has arrived there. */
    public void behindArrivedRequests(Runnable work) {
        threads.get(Channel.SHELL).whenDrained(work);
    }

    /** Sends what is on its way and closes the sockets. */
    @Override
    public void close() {
        threads.values().forEach(SocketThread::close);
        context.close();
        locals.forEach(LocalSocket::close);
    }

    private void bind(Channel channel) throws IOException {
        ZMQ.Socket socket = context.createSocket(channel == Channel.IOPUB ? SocketType.XPUB : SocketType.ROUTER);
        socket.setLinger(LINGER_MILLIS);
        socket.setMaxMsgSize(Runtime.getRuntime().maxMemory() / HEAP_PER_MESSAGE);
        socket.setMsgAllocator(new MessageMemory(room));
        // Who connects and says nothing is let go of, so that the file descriptors come back.
        socket.setHandshakeIvl(HANDSHAKE_MILLIS);
        if (channel == Channel.IOPUB) {
            socket.setXpubVerbose(true);
            socket.setXpubNoDrop(true);
            socket.setSndHWM(MOST_FOR_A_READER);
            socket.setSendTimeOut(TRY_MILLIS);
        } else {
            socket.setSndHWM(0);
            socket.setRcvHWM(READ_AHEAD);
            // A front end that reconnects under its old name takes its old place.
            socket.setRouterHandover(true);
        }
        int port = channel.port(connection);
        try {
            if (connection.isLocal()) {
                socket.bind("tcp://127.0.0.1:*");
                String bound = socket.getLastEndpoint();
                int inner = Integer.parseInt(bound.substring(bound.lastIndexOf(':') + 1));
                locals.add(LocalSocket.listen(connection.path(port), inner, faults));
            } else {
                socket.bind(connection.address(port));
            }
        } catch (ZMQException | IllegalArgumentException e) {
            throw new IOException(
                    say(
                            "wire.sockets.bind",
                            "socket",
                            channel.word(),
                            "port",
                            connection.address(port),
                            "reason",
                            (e instanceof ZMQException zmq && zmq.getErrorCode() == ZMQ.Error.EADDRINUSE.getCode()
                                    ? say("wire.sockets.in-use")
                                    : e.getMessage())),
                    e);
        }
        threads.put(
                channel,
                new SocketThread(
                        channel.word(),
                        socket,
                        frames -> received(channel, frames),
                        backlog::isFull,
                        () -> failed.run(),
                        room,
                        faults));
    }

    private void received(Channel channel, List<byte[]> frames) {
        switch (channel) {
            case HEARTBEAT -> threads.get(channel).sendNow(frames);
            case IOPUB -> subscribed(frames);
            case SHELL, CONTROL, STDIN -> {
                try {
                    Message message = room.get(() -> session.decode(frames));
                    byte[] signature = Conversation.signature(frames);
                    if (replays.isNew(signature)) {
                        if (channel != Channel.STDIN) {
                            room.run(() -> backlog.add(message, size(frames)));
                        }
                        room.run(() -> receivers.get(channel).accept(message));
                    } else {
                        faults.report(
                                "dropped a message sent again on " + channel.word(),
                                message.header().msgId());
                    }
                } catch (MalformedMessageException e) {
                    faults.report("dropped a malformed message on " + channel.word(), e.getMessage());
                }
            }
        }
    }

    /** An XPUB reads a subscription as a byte 1, for no longer a byte 0, and the topic after it. */
    private void subscribed(List<byte[]> frames) {
        byte[] first = frames.get(0);
        if (first.length == 0 || first[0] != 1) {
            return;
        }
        String topic = new String(first, 1, first.length - 1, StandardCharsets.UTF_8);
        Message welcome = session.message(new IopubWelcome(topic), null);
        publishNow(session.encode(welcome.to(List.of(topic.getBytes(StandardCharsets.UTF_8)))));
    }

    private void publishNow(List<byte[]> frames) {
        SocketThread thread = threads.get(Channel.IOPUB);
        if (lossySince != 0 && System.nanoTime() - lossySince > LOSSY_NANOS) {
            lossySince = 0;
            thread.socket().setXpubNoDrop(true);
        }
        if (lossySince != 0) {
            LockSupport.parkNanos(LOSSY_PACE_NANOS);
        }
        if (!sentInTime(thread, frames)) {
            faults.report("no longer waits for a reader of IOPub", "one has stopped reading and will miss messages");
            lossySince = System.nanoTime();
            thread.socket().setXpubNoDrop(false);
            thread.sendNow(frames);
        }
    }

    private boolean sentInTime(SocketThread thread, List<byte[]> frames) {
        long began = System.nanoTime();
        boolean sent = thread.sendNow(frames);
        while (!sent && !isPatienceOver(began)) {
            sent = thread.sendNow(frames);
        }
        return sent;
    }

    private boolean isPatienceOver(long began) {
        long now = System.nanoTime();
        boolean hurried = hurriedAt != 0 && now - hurriedAt < HURRY_NANOS;
        return now - began > TimeUnit.MILLISECONDS.toNanos(hurried ? HURRIED_STALL_MILLIS : STALL_MILLIS);
    }
}
