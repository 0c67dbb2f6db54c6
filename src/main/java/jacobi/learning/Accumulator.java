package jacobi.learning;

import static jacobi.language.Say.say;

import java.util.Arrays;

/** Sums of several quantities that grow side by side. */
public final class Accumulator {
    private final double[] data;

    /** So many sums, 0 at first. */
    public Accumulator(int n) {
        data = new double[n];
    }

    /** Adds one number to each sum. */
    public void add(Number... values) {
        if (values.length != data.length) {
            throw new IllegalArgumentException(
                    say("learning.accumulator.count", "sums", data.length, "found", values.length));
        }
        for (int i = 0; i < values.length; i++) {
            data[i] += values[i].doubleValue();
        }
    }

    /** Begins again. */
    public void reset() {
        Arrays.fill(data, 0);
    }

    /** One of the sums. */
    public double get(int index) {
        return data[index];
    }

    @Override
    public String toString() {
        return Arrays.toString(data);
    }
}
