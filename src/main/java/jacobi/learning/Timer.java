package jacobi.learning;

import java.util.ArrayList;
import java.util.List;

/** A stopwatch that remembers its times, in seconds. */
public final class Timer {
    private final List<Double> times = new ArrayList<>();
    private long begun;

    /** A stopwatch that is running. */
    public Timer() {
        start();
    }

    /** Begins. */
    public void start() {
        begun = System.nanoTime();
    }

    /** Stops, and gives the time since the start. */
    public double stop() {
        double time = (System.nanoTime() - begun) / 1e9;
        times.add(time);
        return time;
    }

    /** The mean of the times. */
    public double avg() {
        return times.isEmpty() ? 0 : sum() / times.size();
    }

    /** The sum of the times. */
    public double sum() {
        return times.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The sums of the times up to each. */
    public List<Double> cumsum() {
        List<Double> sums = new ArrayList<>();
        double sum = 0;
        for (double time : times) {
            sums.add(sum += time);
        }
        return sums;
    }
}
