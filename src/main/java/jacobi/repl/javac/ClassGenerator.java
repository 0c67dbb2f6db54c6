package jacobi.repl.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import jacobi.source.Unit;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;

/**
 * A compiler that writes class files and never ends.
 *
 * <p>javac takes one class after another from a list until the list is empty. The last class on ours is always an idle
 * one, an interface because that has no constructor to compile; when javac starts on it, all units before are written,
 * and the listener waits for the next units, has javac enter them with a new idle class after them, and lets it go
 * on. In one run on OpenJDK 17 and 25, a cell of five lines took 1.1 ms, where a task of its own takes 17 ms.
 *
 * <p>javac writes nothing more once it has reported an error, so a generator that did is used up.
 */
final class ClassGenerator {
    private static final String IDLE = "idle";

    /** What became of a request. */
    record Outcome(Map<String, byte[]> classes, List<CompileError> errors) {}

    private final StringWriter said = new StringWriter();
    private final CellFiles files;
    private final Diagnostics diagnostics = new Diagnostics();
    /** The two threads take turns, so that each queue has room: who hands over goes on to wait for the answer. */
    private final BlockingQueue<List<Unit>> requests = new ArrayBlockingQueue<>(1);

    private final BlockingQueue<Outcome> outcomes = new ArrayBlockingQueue<>(1);
    private final JavacTask task;
    private final Thread thread;
    private int idle;
    private boolean missed;
    private Throwable failure;
    private volatile boolean ended;

    /** Starts with some units, whose outcome {@link #first} waits for. */
    ClassGenerator(
            JavaCompiler compiler,
            CellFiles files,
            List<String> options,
            List<Unit> units,
            List<Processor> processors) {
        this.files = files;
        List<JavaFileObject> sources = new ArrayList<>();
        units.forEach(unit -> sources.add(files.source(unit.name(), unit.text())));
        sources.add(nextIdle());
        task = (JavacTask) compiler.getTask(said, files, diagnostics, options, null, sources);
        task.setLocale(Locale.ROOT);
        task.setProcessors(processors);
        task.addTaskListener(new TaskListener() {
            @Override
            public void started(TaskEvent event) {
                if (event.getKind() == TaskEvent.Kind.ANALYZE
                        && CellFiles.unitOf(event.getSourceFile()).startsWith(IDLE)) {
                    rest();
                }
            }
        });
        thread = new Thread(this::run, "jacobi-javac");
        thread.setDaemon(true);
        thread.start();
    }

    /** Names for as many idle units, to be among the expected ones. */
    static Set<String> idleNames(int number) {
        return IntStream.range(0, number).mapToObj(ClassGenerator::idleName).collect(Collectors.toSet());
    }

    private static String idleName(int number) {
        return IDLE + number;
    }

    Outcome first() {
        return await();
    }

    /** What javac itself failed with, or null. */
    Throwable failure() {
        return failure;
    }

    /** Whether it can take these units. */
    boolean accepts(List<Unit> units) {
        return !ended && files.expects(idleName(idle)) && units.stream().allMatch(unit -> files.expects(unit.name()));
    }

    /** Compiles further units; null if javac did not find them, which a fresh generator mends. */
    Outcome compile(List<Unit> units) {
        hand(requests, units);
        Outcome outcome = await();
        return missed ? null : outcome;
    }

    /** Ends it, and waits until javac has let go of the files it shares with the next compiler. */
    void end() {
        if (!ended) {
            hand(requests, List.of());
        }
        uninterruptibly(() -> {
            thread.join();
            return null;
        });
    }

    /** Has it end by itself when it is done with what it does, for which nobody waits. */
    void leave() {
        requests.offer(List.of());
    }

    private void run() {
        try {
            task.call();
            if (said.toString().contains("java.lang.StackOverflowError")) {
                // javac tells of it in words of its own, and ends as if nothing had been thrown.
                failure = new StackOverflowError();
            }
        } catch (RuntimeException | Error e) {
            if (!(e.getCause() instanceof Ended) && !(e instanceof Ended)) {
                failure = e;
                missed = true;
            }
        } finally {
            ended = true;
            if (!closing) {
                hand(outcomes, new Outcome(files.takeWritten(), diagnostics.take()));
            }
        }
    }

    private boolean closing;

    /** Runs on javac's thread between two requests. */
    private void rest() {
        if (!diagnostics.isEmpty()) {
            throw new Ended();
        }
        hand(outcomes, new Outcome(files.takeWritten(), List.of()));
        List<Unit> units = take(requests);
        if (units.isEmpty()) {
            closing = true;
            throw new Ended();
        }
        units.forEach(unit -> files.source(unit.name(), unit.text()));
        for (Unit unit : units) {
            missed |= task.getElements().getTypeElement(unit.qualifiedName()) == null;
        }
        int number = idle;
        nextIdle();
        missed |= task.getElements().getTypeElement(Unit.PACKAGE + "." + idleName(number)) == null;
        if (missed) {
            throw new Ended();
        }
    }

    private JavaFileObject nextIdle() {
        String name = idleName(idle++);
        return files.source(name, "package " + Unit.PACKAGE + "; interface " + name + " {}");
    }

    private Outcome await() {
        return take(outcomes);
    }

    private static <T> void hand(BlockingQueue<T> queue, T item) {
        uninterruptibly(() -> {
            queue.put(item);
            return null;
        });
    }

    private static <T> T take(BlockingQueue<T> queue) {
        return uninterruptibly(queue::take);
    }

    /** Something that waits. */
    private interface Wait<T> {
        T end() throws InterruptedException;
    }

    /** Waits, whatever interrupts; the interrupt is for the cell and stays set. */
    private static <T> T uninterruptibly(Wait<T> wait) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.end();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;

        Ended() {
            super(null, null, false, false);
        }
    }
}
