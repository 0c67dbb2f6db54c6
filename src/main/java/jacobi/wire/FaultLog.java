package jacobi.wire;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what went wrong, by kind, and says so on the process's own standard error.
 *
 * <p>Of each kind the first few are written, then every tenth, hundredth, thousandth: a flood of garbage must not
 * become a flood of log. {@code System.err} is not used, because a kernel sends that to the running cell.
 */
public final class FaultLog {
    private static final int WRITTEN_OF_A_KIND = 5;
    private static final PrintStream STDERR =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final String name;

    /** A log whose lines start with {@code name}. */
    public FaultLog(String name) {
        this.name = name;
    }

    /** Counts a fault; {@code kind} is one of a few sentences, {@code detail} what differs from case to case. */
    public void report(String kind, Object detail) {
        long count = counts.computeIfAbsent(kind, k -> new AtomicLong()).incrementAndGet();
        if (count <= WRITTEN_OF_A_KIND || isPowerOfTen(count)) {
            STDERR.println(
                    "[" + name + "] " + kind + ": " + text(detail) + (count > 1 ? " (" + count + " so far)" : ""));
        }
    }

    /** An exception of a cell may fail when it is asked what it says; whoever reports it must live on. */
    private static String text(Object detail) {
        try {
            return String.valueOf(detail);
        } catch (RuntimeException | StackOverflowError e) {
            return detail.getClass().getName();
        }
    }

    /**
     * Counts what JeroMQ's own threads report and survive. That a channel is closed already is what they say when a
     * socket closes in the moment of its last acknowledgement.
     */
    void reportFromNetwork(Thread thread, Throwable thrown) {
        if (!(thrown.getCause() instanceof ClosedChannelException)) {
            report("the network thread met an exception", thrown);
        }
    }

    /** How many faults there were, of every kind. */
    public long count() {
        return counts.values().stream().mapToLong(AtomicLong::get).sum();
    }

    private static boolean isPowerOfTen(long count) {
        long rest = count;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }
}
