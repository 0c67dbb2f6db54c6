package jacobi.kernel;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Optional;

/** Ends the kernel when the front end that started it is gone. */
final class ParentWatch {
    private static final int LOOK_MILLIS = 1_000;
    /** What Linux says of a process, up to its state: the id and a name of 15 bytes come first. */
    private static final int LINE_BYTES = 256;

    private ParentWatch() {}

    /** Runs {@code orphaned} when the process that Jupyter names in {@code JPY_PARENT_PID} ends, if it names one. */
    static void start(Runnable orphaned) {
        start(System.getenv("JPY_PARENT_PID"), orphaned);
    }

    static void start(String named, Runnable orphaned) {
        if (named == null || named.isBlank()) {
            return;
        }
        // On Windows the variable holds a handle of the parent, not its process id.
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Optional<ProcessHandle> parent;
        try {
            parent = windows ? ProcessHandle.current().parent() : ProcessHandle.of(Long.parseLong(named.strip()));
        } catch (NumberFormatException e) {
            return;
        }
        // A parent that cannot be seen, as from inside a container, cannot be watched either.
        parent.ifPresent(process -> watch(process, orphaned));
    }

    private static void watch(ProcessHandle parent, Runnable orphaned) {
        RandomAccessFile status;
        try {
            status = new RandomAccessFile("/proc/" + parent.pid() + "/stat", "r");
        } catch (FileNotFoundException e) {
            parent.onExit().thenRun(orphaned);
            return;
        }
        byte[] line = new byte[LINE_BYTES];
        Thread watch = new Thread(
                () -> {
                    while (isThere(parent, status, line)) {
                        try {
                            Thread.sleep(LOOK_MILLIS);
                        } catch (InterruptedException e) {
                            // Of a cell that interrupts all threads it finds.
                        }
                    }
                    orphaned.run();
                },
                "jacobi-parent");
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * Whether Linux knows the parent, and not only as one that has ended and whose own parent has not asked how: to
     * Java such a process lives. Allocates nothing while the parent is there: a cell may have used up the heap.
     */
    private static boolean isThere(ProcessHandle parent, RandomAccessFile status, byte[] line) {
        try {
            // "4711 (the name, which may hold anything) Z 1 ..."
            status.seek(0);
            int length = status.read(line);
            int last = length - 1;
            while (last >= 0 && line[last] != ')') {
                last--;
            }
            return last < 0 || last + 2 >= length || line[last + 2] != 'Z';
        } catch (IOException | OutOfMemoryError e) {
            // Of a process that is gone nothing can be read; to say so may take memory.
            return parent.isAlive();
        }
    }
}
