package jacobi.repl.running;

import static jacobi.language.Say.say;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends the process, with a last word, when its heap has been exhausted for so long that nobody can expect an answer any
 * more: a front end restarts a kernel that is gone, but not one that never answers.
 *
 * <p>What makes room takes memory itself, and each object may take the collector seconds to find it a place. So this
 * thread shares nothing with it, no lock and no memory; and where even it gets no turn, {@link OutsideWatch} does.
 */
public final class LastResort extends Thread {
    private static final int LOOK_MILLIS = 250;
    private static final int IDLE_LOOK_MILLIS = 1_000;
    private static final int PATIENCE_MILLIS = 8_000;
    /** It may be full at the next look, whenever that is. */
    private static final boolean SMALL = Runtime.getRuntime().maxMemory() < 1L << 30;
    /**
     * From the start until what watches memory is loaded: a first cell is ready sooner so. A small heap can be full
     * before.
     */
    static final int START_MILLIS = SMALL ? 0 : 2_000;

    /** Made with what a look needs: a text takes memory. */
    private static volatile byte[] lastWord = {};

    /** Made in time: a stream takes memory. */
    private static final FileOutputStream LOG = new FileOutputStream(FileDescriptor.err);

    private final Stop stop;
    private final WastedCollecting collecting = new WastedCollecting();
    private final OutsideWatch outside = new OutsideWatch();

    /** @param stop of the session the process is there for */
    public LastResort(Stop stop) {
        super(null, null, "jacobi-last-resort", 0, false);
        this.stop = stop;
        setDaemon(true);
    }

    /** A cell may interrupt all threads it finds. */
    @Override
    public void interrupt() {}

    @Override
    public void run() {
        pause(START_MILLIS);
        prepare();
        while (!stop.isClosed()) {
            long wasted = collecting.look();
            if (wasted > PATIENCE_MILLIS) {
                end();
            }
            tellOutside();
            pause(wasted > 0 || stop.isEvaluating() ? LOOK_MILLIS : IDLE_LOOK_MILLIS);
        }
        // The process may live on without this session: nothing more is promised.
        outside.tell(false);
    }

    /** Loads what a look needs. It may be full already: then what makes room has as long for it as ever. */
    private void prepare() {
        for (int waited = 0; ; waited += LOOK_MILLIS) {
            try {
                lastWord = ("[jacobi] " + say("running.last-word") + "\n").getBytes(StandardCharsets.UTF_8);
                collecting.prepare();
                if (SMALL) {
                    outside.start();
                }
                return;
            } catch (OutOfMemoryError e) {
                if (waited > PATIENCE_MILLIS) {
                    end();
                }
                pause(LOOK_MILLIS);
            } catch (NoClassDefFoundError e) {
                // A class whose loading failed once is not loaded again: nothing would tell for how long it is full.
                end();
            }
        }
    }

    private void tellOutside() {
        boolean low = SMALL || WastedCollecting.left() < WastedCollecting.CRAMPED;
        if (low) {
            outside.start();
        }
        outside.tell(low);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        }
    }

    /** Ends the process; allocates nothing. */
    public static void end() {
        try {
            LOG.write(lastWord);
        } catch (IOException | OutOfMemoryError e) {
            // Then without.
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
