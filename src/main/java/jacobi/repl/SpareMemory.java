package jacobi.repl;

/**
 * Memory kept aside for the moment a cell has used up the rest: let go then, it is what the error is told with, what
 * the wire's threads go on with, and what the cell that makes room again is compiled in.
 */
public final class SpareMemory {
    /**
     * Of a heap of 400 MB that its first cell had filled, the kernel on Java 25 lost the error's reply 14 times of 16
     * without this, and never with it.
     */
    private static final long BYTES = Math.min(16L << 20, Runtime.getRuntime().maxMemory() / 16);
    /** It is not taken from a heap that has less than this many times as much left. */
    private static final int LEFT = 4;

    private static volatile byte[] block;
    /** Whether it was needed, and not been replaced since. */
    private static volatile boolean released;

    private SpareMemory() {}

    /** Puts some aside again after it was needed, if there is room. */
    static void keepAgain() {
        if (released) {
            keep();
        }
    }

    /** Puts some aside, if none is and there is room. It takes milliseconds, which no cell is to wait for. */
    public static synchronized void keep() {
        Runtime memory = Runtime.getRuntime();
        long left = memory.maxMemory() - memory.totalMemory() + memory.freeMemory();
        if (block == null && left > LEFT * BYTES) {
            // In this order: what is let go meanwhile is asked for again.
            released = false;
            block = new byte[(int) BYTES];
        }
    }

    /** Lets it go if an exhausted heap is what was thrown. */
    public static void releaseAfter(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            release();
        }
    }

    /** Whether there is room for as much as the next answers may need; looks for it in the whole heap. */
    static boolean isRoom() {
        try {
            return new byte[(int) BYTES / 2].length > 0;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    /** Lets it go. Allocates nothing and waits for nobody. */
    static void release() {
        released = true;
        block = null;
    }
}
