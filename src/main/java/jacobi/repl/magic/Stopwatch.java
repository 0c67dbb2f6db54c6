package jacobi.repl.magic;

import jacobi.repl.Machine;

/** The time code takes to run, which stands still while code is compiled. */
public final class Stopwatch {
    private long wall;
    private long cpu;
    private int pauses;

    Stopwatch() {
        run(-1);
    }

    /** Compilation begins. */
    public synchronized void pause() {
        if (pauses++ == 0) {
            run(1);
        }
    }

    /** Compilation has ended. */
    public synchronized void resume() {
        if (--pauses == 0) {
            run(-1);
        }
    }

    /** Adds a moment, or takes it away: between two of them lies a time. */
    private void run(int sign) {
        wall += sign * System.nanoTime();
        cpu += sign * processor();
    }

    /** Nanoseconds by the clock on the wall. */
    synchronized long wall() {
        return wall + System.nanoTime();
    }

    /** What all processors have spent on this process, in nanoseconds; negative where the system does not tell. */
    synchronized long cpu() {
        long now = processor();
        return now < 0 ? -1 : cpu + now;
    }

    private static long processor() {
        return Machine.known().map(machine -> machine.getProcessCpuTime()).orElse(-1L);
    }
}
