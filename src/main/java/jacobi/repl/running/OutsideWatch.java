package jacobi.repl.running;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A small process beside this one that ends it when it has heard nothing for a while, though it was promised to.
 *
 * <p>Where several threads meet a full heap, collections follow one another so closely that other threads may get no
 * turn between them: a thread of this process that only wanted to end it waited for more than six seconds, and others
 * for many minutes. Nothing inside the virtual machine is out of the collector's reach. There is none where there is no
 * bash.
 */
final class OutsideWatch {
    private static final Path SHELL = Path.of("/bin/bash");
    /**
     * After the word "low" the next must come in time, after any other it may take as long as it likes. It is waited
     * for twice, because a machine that was put to sleep wakes with the first waiting over. When this process has
     * ended, its end of the pipe is closed, which ends the waiting at once.
     */
    private static final String SCRIPT = """
        timeout=
        while last=$SECONDS; read -r ${timeout:+-t 4} word || { [ $((SECONDS - last)) -ge 3 ] && read -r -t 4 \
        word; }; do
          if [ "$word" = low ]; then timeout=1; else timeout=; fi
        done
        if [ "$timeout" ] && [ $((SECONDS - last)) -ge 6 ] && kill -9 "$1" 2>/dev/null; then
          echo "[jacobi] the heap is used up and nothing could run any more: the kernel was ended, so that it can \
        be started anew" >&2
        fi
        """;

    private static final byte[] LOW = {'l', 'o', 'w', '\n'};
    private static final byte[] WELL = {'w', 'e', 'l', 'l', '\n'};

    private OutputStream words;
    private boolean told;

    /** Starts it, where it can be; later it only takes words. */
    void start() {
        if (words != null || !Files.isExecutable(SHELL)) {
            return;
        }
        String here = Long.toString(ProcessHandle.current().pid());
        try {
            words = new ProcessBuilder(List.of(SHELL.toString(), "-c", SCRIPT, "jacobi-watch", here))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.INHERIT)
                    .start()
                    .getOutputStream();
        } catch (IOException | OutOfMemoryError e) {
            // Then without.
            words = null;
        }
    }

    /** Promises to tell more within seconds if memory is low, else nothing; allocates nothing once started. */
    void tell(boolean low) {
        if (words == null || !low && !told) {
            return;
        }
        try {
            words.write(low ? LOW : WELL);
            words.flush();
            told = low;
        } catch (IOException | OutOfMemoryError e) {
            // Somebody has ended it; another is started when memory is low.
            words = null;
        }
    }
}
