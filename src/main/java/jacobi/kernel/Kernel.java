package jacobi.kernel;

import jacobi.display.Comms;
import jacobi.display.Displays;
import jacobi.display.Inputs;
import jacobi.repl.Evaluator;
import jacobi.wire.Channel;
import jacobi.wire.ConnectionFile;
import jacobi.wire.KernelSockets;
import jacobi.wire.Message;
import jacobi.wire.content.ConnectReply;
import jacobi.wire.content.InterruptReply;
import jacobi.wire.content.ShutdownReply;
import jacobi.wire.content.ShutdownRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A Jupyter kernel around an {@link Evaluator}, speaking version 5.5 of the messaging specification.
 *
 * <p>Each socket has a thread that reads it; requests of the shell and of control then wait in a {@link Lane} each for
 * the {@link Dispatcher}, so that an interrupt is answered beside a running cell. One kernel at a time owns a JVM's
 * standard streams and its display.
 */
public final class Kernel implements AutoCloseable {
    /** A cell that was told to stop has this long to do so, or is left behind. */
    private static final int STOP_MILLIS = 1_300;

    private final KernelSockets sockets;
    private final Engine engine;
    private final Origins origins = new Origins();
    private final Output output;
    private final PageKeyboard keyboard;
    private final StandardStreams streams;
    private final Shells shells;
    private final PageComms comms;
    private final Lane control;
    private final History history;
    private final Dispatcher dispatcher;
    /** What is done when a thread without which the kernel would answer nobody has ended. */
    private volatile Runnable failed = () -> {};

    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread.UncaughtExceptionHandler uncaughtBefore = Thread.getDefaultUncaughtExceptionHandler();

    private Kernel(KernelSockets sockets, Engine engine, KernelOptions options) {
        this.sockets = sockets;
        this.engine = engine;
        shells = new Shells(sockets.faults(), () -> failed.run());
        control = new Lane("control", sockets.faults(), () -> failed.run());
        output = new Output(sockets);
        keyboard = new PageKeyboard(sockets, output, origins);
        streams = new StandardStreams(output, origins, new PageInput(keyboard));
        ConsoleUpdates console = new ConsoleUpdates(output);
        Displays.screen(new PageScreen(
                engine, output, origins, console, sockets.session().id()));
        Inputs.keyboard(keyboard);
        comms = new PageComms(sockets, engine, output, origins);
        Comms.line(comms);
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtExceptions(engine, origins));
        history = new History(new HistoryFolder(options.history(), sockets.faults()));
        dispatcher = new Dispatcher(sockets, output, origins, handlers(console, options));
        sockets.room().maker(this::makeRoom);
    }

    private Map<String, Handler> handlers(ConsoleUpdates console, KernelOptions options) {
        Introspection introspection = new Introspection(engine, console);
        KernelInfo info = new KernelInfo(engine, options.version());
        Cells cells = new Cells(engine, sockets, output, origins, console, history, streams);
        return Map.ofEntries(
                Map.entry("execute_request", cells),
                Map.entry("complete_request", introspection::complete),
                Map.entry("inspect_request", introspection::inspect),
                Map.entry("is_complete_request", introspection::isComplete),
                Map.entry("history_request", history::answer),
                Map.entry(KernelInfo.REQUEST, info::answer),
                Map.entry("connect_request", this::connect),
                Map.entry("comm_open", comms::opened),
                Map.entry("comm_msg", comms::received),
                Map.entry("comm_close", comms::closed),
                Map.entry("comm_info_request", comms::info),
                Map.entry("create_subshell_request", shells::create),
                Map.entry("delete_subshell_request", shells::delete),
                Map.entry("list_subshell_request", shells::list),
                Map.entry("usage_request", new Usage()::answer),
                Map.entry("interrupt_request", this::interrupt),
                Map.entry("shutdown_request", this::shutdown));
    }

    /**
     * Starts a kernel and returns while it runs.
     *
     * @param engine has the evaluator, now or later; the kernel answers meanwhile
     * @throws IOException if a port is taken; the message names it
     */
    public static Kernel start(ConnectionFile connection, Engine engine, KernelOptions options) throws IOException {
        Kernel kernel = bound(connection, engine, options);
        kernel.serve();
        return kernel;
    }

    private static Kernel bound(ConnectionFile connection, Engine engine, KernelOptions options) throws IOException {
        KernelSockets sockets = KernelSockets.bind(connection);
        return new Kernel(sockets, engine, options);
    }

    private void serve() {
        sockets.start(this::shellReceived, this::controlReceived, keyboard::received);
        output.status("starting", Origin.none());
    }

    /**
     * Runs a kernel as this process's purpose, with its signals and its parent watched, until it is told to end. The
     * caller should then exit; should a cell's thread or shutdown hook hold that up, the process ends all the same.
     *
     * @throws IOException if a port is taken; the message names it
     */
    public static void run(ConnectionFile connection, Engine engine, KernelOptions options) throws IOException {
        try (Kernel kernel = bound(connection, engine, options)) {
            Signals.handle("INT", kernel::interruptCell);
            Signals.handle("TERM", kernel.ending::countDown);
            new ForcedExit(kernel.ending).start();
            ParentWatch.start(kernel.ending::countDown);
            // Better gone, and restarted by the front end, than there and answering nobody.
            kernel.failed = () -> Runtime.getRuntime().halt(1);
            kernel.sockets.onFailure(kernel.failed);
            // A cell or a library of its may end the process, and a hook it has set hold that up.
            Runtime.getRuntime().addShutdownHook(new Thread(kernel.ending::countDown, "jacobi-shutdown"));
            // Only now: who has its answer may send a signal.
            kernel.serve();
            kernel.awaitEnd();
        }
    }

    private void awaitEnd() {
        await(ending);
    }

    /** Ends the kernel: stops the running cell, sends what is on its way, closes the sockets. */
    @Override
    public void close() {
        shells.close();
        control.close();
        interruptCell();
        history.store();
        streams.close();
        output.close();
        Displays.screen(null);
        Inputs.keyboard(null);
        Comms.line(null);
        Thread.setDefaultUncaughtExceptionHandler(uncaughtBefore);
        sockets.close();
        engine.close();
    }

    /**
     * What a page says to an open comm is heard beside a running cell, so that a slider moves and a button stops it; a
     * cell waits for what was said before it was sent.
     */
    private void shellReceived(Message message) {
        Shell named = shells.of(message);
        boolean toComm = comms.arrived(message);
        Shell shell = toComm && named == shells.main() ? shells.comms() : named;
        CountDownLatch heard =
                message.type().equals("execute_request") ? shells.comms().lane().passed() : null;
        received((shell == null ? shells.main() : shell).lane(), message, () -> {
            await(heard);
            dispatcher.dispatch(Channel.SHELL, shell, message);
        });
    }

    private void controlReceived(Message message) {
        received(control, message, () -> dispatcher.dispatch(Channel.CONTROL, shells.main(), message));
    }

    private static void await(CountDownLatch latch) {
        while (latch != null && latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // Of a cell that interrupts all threads it finds.
            }
        }
    }

    private void received(Lane lane, Message message, Runnable dispatch) {
        Runnable work = () -> {
            try {
                dispatch.run();
            } finally {
                sockets.dealtWith(message);
            }
        };
        if (message.type().equals(KernelInfo.REQUEST)) {
            // Front ends ask it to see whether the kernel is well, and take the time.
            lane.addOrDo(work);
        } else {
            lane.add(work);
        }
    }

    private void connect(Request request) {
        ConnectionFile ports = sockets.connection();
        request.reply(new ConnectReply(
                "ok", ports.shellPort(), ports.iopubPort(), ports.stdinPort(), ports.hbPort(), ports.controlPort()));
    }

    private void interrupt(Request request) {
        interruptCell();
        request.reply(new InterruptReply("ok"));
    }

    private void interruptCell() {
        // The evaluator first: what input throws is then known to come of the interrupt.
        engine.interrupt();
        keyboard.interrupt();
        sockets.hurry();
        shells.each(shell -> {
            CellThread thread = shell.thread();
            Object running = thread.running();
            if (running != null) {
                later("jacobi-interrupt-limit", STOP_MILLIS, () -> thread.leave(running));
            }
        });
    }

    private void shutdown(Request request) {
        ShutdownReply reply =
                new ShutdownReply("ok", request.content(ShutdownRequest.class).restart());
        request.reply(reply);
        output.publish(reply, request.origin());
        // After this request's idle.
        Lane lane = request.channel() == Channel.SHELL ? request.shell().lane() : control;
        lane.add(ending::countDown);
    }

    /**
     * Where somebody has found no memory. What is let go of is told apart: the sockets' threads must not wait for that.
     */
    private void makeRoom() {
        List<String> told = engine.makeRoom();
        if (!told.isEmpty()) {
            later("jacobi-told", 0, () -> told.forEach(System.err::println));
        }
    }

    /** Does something after a while, on a thread of its own. */
    private static void later(String name, int millis, Runnable action) {
        Thread waiting = new Thread(
                null,
                () -> {
                    try {
                        Thread.sleep(millis);
                    } catch (InterruptedException e) {
                        // Then at once.
                    }
                    action.run();
                },
                name);
        waiting.setDaemon(true);
        waiting.start();
    }
}
