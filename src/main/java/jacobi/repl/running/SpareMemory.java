package jacobi.repl.running;

import java.util.concurrent.locks.LockSupport;

/**
 * Memory kept aside for the moment a cell has used up the rest: let go then, it is what the cell is stopped with, what
 * the error is told with, what the wire's threads go on with, and what the cell that makes room again is compiled in.
 */
public final class SpareMemory {
    /**
     * Of a heap of 400 MB that its first cell had filled, the kernel on Java 25 lost the error's reply 14 times of 16
     * without this, and never with it.
     */
    private static final int BYTES =
            (int) Math.min(16L << 20, Runtime.getRuntime().maxMemory() / 16);
    /** For stopping a cell, which takes what else is let go of until it has stopped. */
    private static final int STOPPING_BYTES = BYTES / 16;
    /** For letting go of what cells hold. */
    private static final int LETTING_GO_BYTES = BYTES / 4;
    /** It is not taken from a heap that has less than this many times as much left. */
    private static final int LEFT = 4;

    private static final long LOOK_NANOS = 50_000_000;

    private static volatile byte[] forStopping;
    private static volatile byte[] forLettingGo;
    private static volatile byte[] forAnswers;

    private SpareMemory() {}

    /** Puts aside what is not, if there is room. It takes milliseconds, which no cell is to wait for. */
    static synchronized void keep() {
        Runtime memory = Runtime.getRuntime();
        long left = memory.maxMemory() - memory.totalMemory() + memory.freeMemory();
        if (left > (long) LEFT * BYTES) {
            forStopping = forStopping == null ? new byte[STOPPING_BYTES] : forStopping;
            forLettingGo = forLettingGo == null ? new byte[LETTING_GO_BYTES] : forLettingGo;
            forAnswers = forAnswers == null ? new byte[BYTES - STOPPING_BYTES - LETTING_GO_BYTES] : forAnswers;
        }
    }

    /** Whether there is room for as much as the next answers may need; looks for it in the whole heap. */
    public static boolean isRoom() {
        try {
            return new byte[BYTES / 4].length > 0;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    /** As {@link #isRoom}, waiting for room if need be, for about {@code millis}. */
    public static boolean isRoomWithin(int millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        boolean room = isRoom();
        while (!room && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
            room = isRoom();
        }
        return room;
    }

    /** Lets go of what is kept for stopping a cell. Allocates nothing and waits for nobody, as the others do. */
    static void releaseForStopping() {
        forStopping = null;
    }

    /** Lets go of what is kept for letting go of what cells hold. */
    public static void releaseForLettingGo() {
        forLettingGo = null;
    }

    /** Lets go of what is kept for answers. */
    public static void release() {
        forAnswers = null;
    }
}
