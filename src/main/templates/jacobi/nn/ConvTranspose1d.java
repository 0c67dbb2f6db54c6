// for 1d, 2d, 3d:
package jacobi.nn;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;

// where 1d:
/** Transposed convolution of sequences (batch, channels, length), which makes them larger. */
// end for
// where 2d:
/** Transposed convolution of images (batch, channels, height, width), which makes them larger. */
// end for
// where 3d:
/** Transposed convolution of volumes (batch, channels, depth, height, width), which makes them larger. */
// end for
public class ConvTranspose1d extends ConvNd {
    /** With what is left out as usual. */
    public ConvTranspose1d(int inChannels, int outChannels, int kernelSize) {
        this(inChannels, outChannels, kernelSize, 1);
    }

    /** With what is left out as usual. */
    public ConvTranspose1d(int inChannels, int outChannels, int kernelSize, int stride) {
        this(inChannels, outChannels, kernelSize, stride, 0);
    }

    /** With what is left out as usual. */
    public ConvTranspose1d(int inChannels, int outChannels, int kernelSize, int stride, int padding) {
        this(
                inChannels,
                outChannels,
                new int[] {kernelSize},
                new int[] {stride},
                new int[] {padding},
                new int[] {0},
                1,
                true,
                new int[] {1},
                "zeros");
    }

    /** With what is left out as usual. */
    public ConvTranspose1d(int inChannels, int outChannels, int[] kernelSize) {
        this(
                inChannels,
                outChannels,
                kernelSize,
                new int[] {1},
                new int[] {0},
                new int[] {0},
                1,
                true,
                new int[] {1},
                "zeros");
    }

    /**
     * A layer; lists of one number hold for all directions.
     *
     * @param inChannels how many channels go in
     * @param outChannels how many channels come out
     * @param kernelSize size of the filters
     * @param stride how far the filters' copies lie apart
     * @param padding what is cut off around
     * @param outputPadding what is added at the end of each direction
     * @param dilation distance of the elements of a filter
     * @param groups into how many the channels fall, each with filters of its own
     * @param bias whether a number is added to each output channel
     * @param paddingMode "zeros", the only one there is
     */
    public ConvTranspose1d(
            int inChannels,
            int outChannels,
            int[] kernelSize,
            @Default("new int[] {1}") int[] stride,
            @Default("new int[] {0}") int[] padding,
            @Default("new int[] {0}") int[] outputPadding,
            @Default("1") int groups,
            @Default("true") boolean bias,
            @Default("new int[] {1}") int[] dilation,
            @Default("\"zeros\"") String paddingMode) {
        this(
                false,
                ConvOptions.of(inChannels, outChannels, kernelSize, stride, dilation, groups, bias, paddingMode)
                        .padding(padding)
                        .outputPadding(outputPadding));
    }

    ConvTranspose1d(boolean lazy, ConvOptions options) {
        super($n, true, lazy, options);
        if (!options.mode().equals("zeros")) {
            throw new IllegalArgumentException(
                    say("nn.conv-transpose.padding-mode", "layer", "ConvTranspose1d", "found", options.mode()));
        }
    }

    @Override
    Tensor compute(Tensor input, int[] padding) {
        // where 1d:
        return Functional.convTranspose1d(
                input,
                weight,
                bias,
                options.stride()[0],
                padding[0],
                options.outputPadding()[0],
                options.groups(),
                options.dilation()[0]);
        // end for
        // where 2d, 3d:
        return Functional.convTranspose1d(
                input,
                weight,
                bias,
                options.stride(),
                padding,
                options.outputPadding(),
                options.groups(),
                options.dilation());
        // end for
    }
}
