package jacobi.tensor.cpu;

/**
 * How numbers of (batch, channels, places) lie: a channel's beside each other in each example.
 *
 * @param count how many channels there are
 * @param places how many numbers a channel has in an example
 */
public record Channels(int batch, int count, int places) {
    /** Where the numbers of a channel begin in an example. */
    int at(int example, int channel) {
        return (example * count + channel) * places;
    }

    /** How many numbers a channel has in all examples. */
    public double numbers() {
        return (double) batch * places;
    }
}
