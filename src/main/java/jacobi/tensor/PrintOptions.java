package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.setting.Setting;

/**
 * How tensors are printed.
 *
 * @param precision digits after the point
 * @param threshold more elements than this are summarised with {@code ...}
 * @param edgeitems elements shown at each end of a summarised axis
 * @param linewidth characters in a line
 * @param sciMode whether numbers have an exponent; null decides by their size
 */
public record PrintOptions(int precision, int threshold, int edgeitems, int linewidth, Boolean sciMode) {
    /** PyTorch's default. */
    public static final PrintOptions DEFAULT = new PrintOptions(4, 1000, 3, 80, null);

    private static final Setting<PrintOptions> CURRENT = new Setting<>(DEFAULT);

    /** Refuses negative numbers. */
    public PrintOptions {
        if (precision < 0 || threshold < 0 || edgeitems < 0 || linewidth < 1) {
            throw new IllegalArgumentException(say(
                    "tensor.printOptions.print-options-not-negative",
                    "precision",
                    precision,
                    "threshold",
                    threshold,
                    "edgeitems",
                    edgeitems,
                    "linewidth",
                    linewidth));
        }
    }

    static PrintOptions current() {
        return CURRENT.get();
    }

    static void use(PrintOptions options) {
        CURRENT.set(options);
    }

    /** These options with another number of digits after the point. */
    public PrintOptions withPrecision(int precision) {
        return new PrintOptions(precision, threshold, edgeitems, linewidth, sciMode);
    }

    /** These options with another number of elements from which on tensors are summarised. */
    public PrintOptions withThreshold(int threshold) {
        return new PrintOptions(precision, threshold, edgeitems, linewidth, sciMode);
    }

    /** These options with another number of elements shown at the ends. */
    public PrintOptions withEdgeitems(int edgeitems) {
        return new PrintOptions(precision, threshold, edgeitems, linewidth, sciMode);
    }

    /** These options with another width of lines. */
    public PrintOptions withLinewidth(int linewidth) {
        return new PrintOptions(precision, threshold, edgeitems, linewidth, sciMode);
    }

    /** These options with exponents always, never, or (null) by size. */
    public PrintOptions withSciMode(Boolean sciMode) {
        return new PrintOptions(precision, threshold, edgeitems, linewidth, sciMode);
    }
}
