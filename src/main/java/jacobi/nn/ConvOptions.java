package jacobi.nn;

import static jacobi.language.Say.say;

/**
 * What a convolution is told when it is made; each list of one number holds for all directions until {@link #over}.
 *
 * @param in how many channels go in; 0 where the first input says it
 * @param out how many channels come out
 * @param size size of the filters
 * @param samePadding "same" or "valid" instead of numbers, or null
 * @param mode what is put around: zeros, or elements of the input
 */
record ConvOptions(
        int in,
        int out,
        int[] size,
        int[] stride,
        int[] padding,
        String samePadding,
        int[] outputPadding,
        int[] dilation,
        int groups,
        boolean bias,
        String mode) {

    /** Without padding. */
    static ConvOptions of(
            int in, int out, int[] size, int[] stride, int[] dilation, int groups, boolean bias, String mode) {
        int[] none = {0};
        return new ConvOptions(in, out, size, stride, none, null, none, dilation, groups, bias, mode);
    }

    ConvOptions padding(int[] padding) {
        return new ConvOptions(
                in, out, size, stride, padding, samePadding, outputPadding, dilation, groups, bias, mode);
    }

    /** With padding "same" or "valid". */
    ConvOptions padding(String padding) {
        return new ConvOptions(in, out, size, stride, null, padding, outputPadding, dilation, groups, bias, mode);
    }

    ConvOptions outputPadding(int[] outputPadding) {
        return new ConvOptions(
                in, out, size, stride, padding, samePadding, outputPadding, dilation, groups, bias, mode);
    }

    ConvOptions in(int in) {
        return new ConvOptions(
                in, out, size, stride, padding, samePadding, outputPadding, dilation, groups, bias, mode);
    }

    /** The same with as many numbers as there are directions. */
    ConvOptions over(String layer, int directions, boolean lazy) {
        Sizes.require(layer, "inChannels", in, lazy ? 0 : 1);
        Sizes.require(layer, "outChannels", out, 1);
        Sizes.require(layer, "groups", groups, 1);
        if (out % groups != 0 || in % groups != 0) {
            throw new IllegalArgumentException(
                    say("nn.conv.groups", "layer", layer, "in", in, "out", out, "groups", groups));
        }
        int[] lengths = Sizes.each(layer, "kernelSize", size, directions, 1);
        int[] gaps = Sizes.each(layer, "dilation", dilation, directions, 1);
        int[] by = Sizes.each(layer, "stride", stride, directions, 1);
        int[] around = samePadding != null
                ? same(layer, lengths, gaps, by)
                : Sizes.each(layer, "padding", padding, directions, 0);
        int[] more = Sizes.each(layer, "outputPadding", outputPadding, directions, 0);
        return new ConvOptions(in, out, lengths, by, around, samePadding, more, gaps, groups, bias, mode);
    }

    private int[] same(String layer, int[] size, int[] gaps, int[] by) {
        int[] around = new int[size.length];
        if (samePadding.equals("valid")) {
            return around;
        }
        if (!samePadding.equals("same") || !Sizes.all(by, 1)) {
            throw new IllegalArgumentException(
                    say("nn.conv.padding", "layer", layer, "found", samePadding, "stride", Sizes.tuple(by)));
        }
        for (int i = 0; i < size.length; i++) {
            around[i] = gaps[i] * (size[i] - 1) / 2;
        }
        return around;
    }
}
