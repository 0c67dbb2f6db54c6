package jacobi.wire;

import jacobi.wire.content.Content;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.InputReply;
import jacobi.wire.content.InputRequest;
import jacobi.wire.content.InterruptRequest;
import jacobi.wire.content.KernelInfoRequest;
import jacobi.wire.content.ShutdownRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A front end's side of a conversation with a running kernel of any language.
 *
 * <pre>{@code
 * try (Client client = Client.connect(ConnectionFile.read(file))) {
 *     client.awaitReady(Duration.ofSeconds(60));
 *     Execution cell = client.execute(ExecuteRequest.of("1 + 1"), output -> System.out.println(output.content()));
 *     cell.done().get(10, TimeUnit.SECONDS);
 * }
 * }</pre>
 *
 * <p>Requests may be sent from any thread. Handlers run on the socket's thread and must not wait for this client.
 */
public final class Client implements AutoCloseable {
    private static final int LINGER_MILLIS = 500;
    private static final int REPLY_MILLIS = 1_000;
    private static final int PUBLICATION_MILLIS = 50;

    private final Conversation session;
    private final FaultLog faults = new FaultLog("jacobi client");
    private final ZContext context = new ZContext();
    private final Map<Channel, SocketThread> threads = new EnumMap<>(Channel.class);
    private final Map<String, CompletableFuture<Message>> pending = new ConcurrentHashMap<>();
    private final Map<String, Execution> running = new ConcurrentHashMap<>();
    private final List<Consumer<Message>> watchers = new CopyOnWriteArrayList<>();
    private final List<LocalDoor> doors = new ArrayList<>();
    private final CountDownLatch published = new CountDownLatch(1);
    private volatile Function<InputRequest, String> keyboard = request -> "";
    private volatile CompletableFuture<Void> beat = new CompletableFuture<>();

    private Client(ConnectionFile connection) {
        session = new Conversation(connection.signer());
        context.setNotificationExceptionHandler(faults::reportFromNetwork);
        for (Channel channel : Channel.values()) {
            connect(connection, channel);
        }
        threads.values().forEach(SocketThread::start);
    }

    /** Connects to the sockets of a kernel, which need not be there yet. */
    public static Client connect(ConnectionFile connection) {
        return new Client(connection);
    }

    /** Hands every message published by the kernel to {@code watcher}, whoever caused it. */
    public void watch(Consumer<Message> watcher) {
        watchers.add(watcher);
    }

    /** Answers the kernel's requests for a line of input; without this, with an empty line. */
    public void onInput(Function<InputRequest, String> answer) {
        keyboard = answer;
    }

    /** Sends a request to the shell; the future is the reply. */
    public CompletableFuture<Message> request(Content content) {
        return request(Channel.SHELL, content);
    }

    /** Sends a request on shell or control; the future is the reply. */
    public CompletableFuture<Message> request(Channel channel, Content content) {
        return request(channel, session.message(content, null));
    }

    /** Sends a message that is not answered, such as a comm's. */
    public void send(Channel channel, Message message) {
        threads.get(channel).send(session.encode(message));
    }

    /** A message of this client's session, for {@link #send}. */
    public Message message(Content content) {
        return session.message(content, null);
    }

    /** Runs a cell; {@code output} sees each message it publishes, in order. */
    public Execution execute(ExecuteRequest cell, Consumer<Message> output) {
        Message request = session.message(cell, null);
        Execution execution = new Execution(request.header(), output);
        String id = request.header().msgId();
        running.put(id, execution);
        execution.done().whenComplete((reply, failure) -> running.remove(id));
        request(Channel.SHELL, request).whenComplete(execution::replied);
        return execution;
    }

    /** Stops the running cell, through a message. */
    public CompletableFuture<Message> interrupt() {
        return request(Channel.CONTROL, new InterruptRequest());
    }

    /** Ends the kernel. */
    public CompletableFuture<Message> shutdown(boolean restart) {
        return request(Channel.CONTROL, new ShutdownRequest(restart));
    }

    /**
     * Waits until the kernel answers on the shell and its publications arrive.
     *
     * @return the {@code kernel_info_reply}, or null if {@code timeout} passed first
     */
    public Message awaitReady(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                Message reply = request(new KernelInfoRequest()).get(REPLY_MILLIS, TimeUnit.MILLISECONDS);
                // Until the subscription has reached the kernel its publications are lost; each request causes some.
                if (published.await(PUBLICATION_MILLIS, TimeUnit.MILLISECONDS)) {
                    return reply;
                }
            } catch (TimeoutException | ExecutionException e) {
                // Not there yet: ask again until the deadline.
            }
        }
        return null;
    }

    /** Whether the kernel's heartbeat answers in time. */
    public boolean alive(Duration timeout) throws InterruptedException {
        CompletableFuture<Void> next = new CompletableFuture<>();
        beat = next;
        // The empty frame is what a REQ socket would put before its message.
        threads.get(Channel.HEARTBEAT)
                .send(List.of(new byte[0], "ping".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        try {
            next.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    /** Closes the sockets; unanswered requests fail. */
    @Override
    public void close() {
        threads.values().forEach(SocketThread::close);
        context.close();
        doors.forEach(LocalDoor::close);
        pending.values().forEach(reply -> reply.cancel(false));
    }

    private CompletableFuture<Message> request(Channel channel, Message message) {
        CompletableFuture<Message> reply = new CompletableFuture<>();
        String id = message.header().msgId();
        pending.put(id, reply);
        reply.whenComplete((answer, failure) -> pending.remove(id));
        send(channel, message);
        return reply;
    }

    private void connect(ConnectionFile connection, Channel channel) {
        ZMQ.Socket socket = context.createSocket(channel == Channel.IOPUB ? SocketType.SUB : SocketType.DEALER);
        socket.setLinger(LINGER_MILLIS);
        socket.setHWM(0);
        if (channel == Channel.IOPUB) {
            socket.subscribe(new byte[0]);
        } else {
            // One name on every socket: the kernel asks for input whoever sent the cell.
            socket.setIdentity(session.id().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        // A kernel that is starting binds its ports a moment after they are first tried.
        Connector.connect(socket, address(connection, channel));
        threads.put(channel, new SocketThread("client-" + channel.word(), socket, f -> received(channel, f), faults));
    }

    private String address(ConnectionFile connection, Channel channel) {
        int port = channel.port(connection);
        if (!connection.isLocal()) {
            return connection.address(port);
        }
        try {
            LocalDoor door = LocalDoor.to(connection.path(port));
            doors.add(door);
            return door.address();
        } catch (IOException e) {
            throw new UncheckedIOException("this machine has no port left for a connection to itself", e);
        }
    }

    private void received(Channel channel, List<byte[]> frames) {
        if (channel == Channel.HEARTBEAT) {
            beat.complete(null);
            return;
        }
        Message message;
        try {
            message = session.decode(frames);
        } catch (MalformedMessageException e) {
            faults.report("dropped a malformed message on " + channel.word(), e.getMessage());
            return;
        }
        switch (channel) {
            case IOPUB -> published(message);
            case STDIN -> asked(message);
            default -> replied(message);
        }
    }

    private void replied(Message reply) {
        CompletableFuture<Message> request =
                reply.parent() == null ? null : pending.get(reply.parent().msgId());
        if (request != null) {
            request.complete(reply);
        }
    }

    private void published(Message message) {
        published.countDown();
        watchers.forEach(watcher -> watcher.accept(message));
        Execution execution =
                message.parent() == null ? null : running.get(message.parent().msgId());
        if (execution != null) {
            execution.published(message);
        }
    }

    private void asked(Message message) {
        if (message.type().equals("input_request")) {
            String line = keyboard.apply(message.content(InputRequest.class));
            send(Channel.STDIN, session.message(new InputReply(line), message.header()));
        }
    }
}
