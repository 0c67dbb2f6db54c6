package jacobi.widget;

/** What a slider with two handles selects. */
public record Range(double low, double high) {
    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "a range goes from the lower to the higher end, not from " + low + " to " + high);
        }
    }
}
