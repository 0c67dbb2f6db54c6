package jacobi.kernel;

import java.util.Optional;

/** Ends the kernel when the front end that started it is gone. */
final class ParentWatch {
    private ParentWatch() {}

    /** Runs {@code orphaned} when the process that Jupyter names in {@code JPY_PARENT_PID} ends, if it names one. */
    static void start(Runnable orphaned) {
        String named = System.getenv("JPY_PARENT_PID");
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
        parent.ifPresent(process -> process.onExit().thenRun(orphaned));
    }
}
