// for 1d, 2d, 3d:
package jacobi.nn;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

// where 1d:
/** Convolution of sequences (batch, channels, length). */
// end for
// where 2d:
/** Convolution of images (batch, channels, height, width). */
// end for
// where 3d:
/** Convolution of volumes (batch, channels, depth, height, width). */
// end for
public class Conv1d extends ConvNd {
    /** With what is left out as usual. */
    public Conv1d(int inChannels, int outChannels, int kernelSize) {
        this(inChannels, outChannels, kernelSize, 1);
    }

    /** With what is left out as usual. */
    public Conv1d(int inChannels, int outChannels, int kernelSize, int stride) {
        this(inChannels, outChannels, kernelSize, stride, 0);
    }

    /** With what is left out as usual. */
    public Conv1d(int inChannels, int outChannels, int kernelSize, int stride, int padding) {
        this(
                inChannels,
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
    public Conv1d(int inChannels, int outChannels, int[] kernelSize) {
        this(inChannels, outChannels, kernelSize, new int[] {1}, new int[] {0}, new int[] {1}, 1, true, "zeros");
    }

    /**
     * A layer; lists of one number hold for all directions.
     *
     * @param inChannels how many channels go in
     * @param outChannels how many channels come out
     * @param kernelSize size of the filters
     * @param stride how far the window moves
     * @param padding what is put around
     * @param dilation distance of the elements of a filter
     * @param groups into how many the channels fall, each with filters of its own
     * @param bias whether a number is added to each output channel
     * @param paddingMode "zeros", "reflect", "replicate" or "circular"
     */
    public Conv1d(
            int inChannels,
            int outChannels,
            int[] kernelSize,
            @Default("new int[] {1}") int[] stride,
            @Default("new int[] {0}") int[] padding,
            @Default("new int[] {1}") int[] dilation,
            @Default("1") int groups,
            @Default("true") boolean bias,
            @Default("\"zeros\"") String paddingMode) {
        this(
                false,
                ConvOptions.of(inChannels, outChannels, kernelSize, stride, dilation, groups, bias, paddingMode)
                        .padding(padding));
    }

    /** With padding "same", so that the output is as large as the input, or "valid", without any. */
    public Conv1d(
            int inChannels,
            int outChannels,
            int[] kernelSize,
            @Default("new int[] {1}") int[] stride,
            String padding,
            @Default("new int[] {1}") int[] dilation,
            @Default("1") int groups,
            @Default("true") boolean bias,
            @Default("\"zeros\"") String paddingMode) {
        this(
                false,
                ConvOptions.of(inChannels, outChannels, kernelSize, stride, dilation, groups, bias, paddingMode)
                        .padding(padding));
    }

    Conv1d(boolean lazy, ConvOptions options) {
        super($n, false, lazy, options);
    }

    @Override
    Tensor compute(Tensor input, int[] padding) {
        // where 1d:
        return Functional.conv1d(
                input, weight, bias, options.stride()[0], padding[0], options.dilation()[0], options.groups());
        // end for
        // where 2d, 3d:
        return Functional.conv1d(input, weight, bias, options.stride(), padding, options.dilation(), options.groups());
        // end for
    }
}
