package jacobi.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Ends the kernel when the front end that started it is gone. */
final class ParentWatch {
    private static final int LOOK_MILLIS = 500;

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
        Path status = Path.of("/proc", Long.toString(parent.pid()), "stat");
        if (!Files.isReadable(status)) {
            parent.onExit().thenRun(orphaned);
            return;
        }
        Thread watch = new Thread(
                () -> {
                    while (isThere(parent, status)) {
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

    private static boolean isThere(ProcessHandle parent, Path status) {
        try {
            return parent.isAlive() && !isZombie(status);
        } catch (OutOfMemoryError e) {
            // A cell has used up the heap; there may be room at the next look.
            return true;
        }
    }

    /** Whether Linux says of a process that it has ended, and only its own parent has not asked how: to Java it lives. */
    private static boolean isZombie(Path status) {
        try {
            // "4711 (the name, which may hold anything) Z 1 ..."
            String line = Files.readString(status, StandardCharsets.ISO_8859_1);
            return line.startsWith(" Z", line.lastIndexOf(')') + 1);
        } catch (IOException e) {
            // Gone since it was seen alive; the next look tells.
            return false;
        }
    }
}
