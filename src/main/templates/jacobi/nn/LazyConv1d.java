// for 1d, 2d, 3d:
package jacobi.nn;

import jacobi.operation.Default;

/** A {@link Conv1d} that learns the number of its input channels from the first input. */
public final class LazyConv1d extends Conv1d {
    /** With what is left out as usual. */
    public LazyConv1d(int outChannels, int kernelSize) {
        this(outChannels, kernelSize, 1);
    }

    /** With what is left out as usual. */
    public LazyConv1d(int outChannels, int kernelSize, int stride) {
        this(outChannels, kernelSize, stride, 0);
    }

    /** With what is left out as usual. */
    public LazyConv1d(int outChannels, int kernelSize, int stride, int padding) {
        this(
                outChannels,
                new int[] {kernelSize},
                new int[] {stride},
                new int[] {padding},
                new int[] {1},
                1,
                true,
                "zeros");
    }

    /** With what is left out as usual. */
    public LazyConv1d(int outChannels, int[] kernelSize) {
        this(outChannels, kernelSize, new int[] {1}, new int[] {0}, new int[] {1}, 1, true, "zeros");
    }

    /**
     * A layer; lists of one number hold for all directions.
     *
     * @param outChannels how many channels come out
     * @param kernelSize size of the filters
     * @param stride how far the window moves
     * @param padding what is put around
     * @param dilation distance of the elements of a filter
     * @param groups into how many the channels fall, each with filters of its own
     * @param bias whether a number is added to each output channel
     * @param paddingMode "zeros", "reflect", "replicate" or "circular"
     */
    public LazyConv1d(
            int outChannels,
            int[] kernelSize,
            @Default("new int[] {1}") int[] stride,
            @Default("new int[] {0}") int[] padding,
            @Default("new int[] {1}") int[] dilation,
            @Default("1") int groups,
            @Default("true") boolean bias,
            @Default("\"zeros\"") String paddingMode) {
        super(
                true,
                ConvOptions.of(0, outChannels, kernelSize, stride, dilation, groups, bias, paddingMode)
                        .padding(padding));
    }

    /** With padding "same", so that the output is as large as the input, or "valid", without any. */
    public LazyConv1d(
            int outChannels,
            int[] kernelSize,
            @Default("new int[] {1}") int[] stride,
            String padding,
            @Default("new int[] {1}") int[] dilation,
            @Default("1") int groups,
            @Default("true") boolean bias,
            @Default("\"zeros\"") String paddingMode) {
        super(
                true,
                ConvOptions.of(0, outChannels, kernelSize, stride, dilation, groups, bias, paddingMode)
                        .padding(padding));
    }
}
