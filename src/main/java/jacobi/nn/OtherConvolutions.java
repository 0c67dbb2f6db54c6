package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.slice;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.operation.OrNumber;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;

/** Convolutions of sequences and volumes, and the transposed ones, which make things larger. */
final class OtherConvolutions {
    private OtherConvolutions() {}

    /**
     * Cross-correlation of sequences (batch, channels, length), or of one (channels, length), with filters.
     *
     * @param weight the filters (filters, channels / groups, length)
     * @param bias one number for each filter, or null
     * @param stride how far the window moves
     * @param padding zeros put at both ends
     * @param dilation distance of the elements a filter sees
     * @param groups into how many the channels fall, each with filters of its own
     */
    @Op
    static Tensor conv1d(
            Tensor input,
            Tensor weight,
            @Default("null") Tensor bias,
            @Default("1") int stride,
            @Default("0") int padding,
            @Default("1") int dilation,
            @Default("1") int groups) {
        require("conv1d", input, weight, 1);
        return Functional.conv2d(
                        input.unsqueeze(-2),
                        weight.unsqueeze(-2),
                        bias,
                        new int[] {1, stride},
                        new int[] {0, padding},
                        new int[] {1, dilation},
                        groups)
                .squeeze(-2);
    }

    private static void require(String operation, Tensor input, Tensor weight, int directions) {
        if (input.dim() != directions + 1 && input.dim() != directions + 2 || weight.dim() != directions + 2) {
            throw new IllegalArgumentException(say(
                    "nn.conv.axes-and-filters",
                    "operation",
                    operation,
                    "axes",
                    (directions + 2),
                    "shape",
                    input.shape().text(),
                    "filters",
                    weight.shape().text()));
        }
    }

    /**
     * Cross-correlation of volumes (batch, channels, depth, height, width), or of one, with filters.
     *
     * @param weight the filters (filters, channels / groups, depth, rows, columns)
     * @param bias one number for each filter, or null
     * @param stride how far the window moves: one number for all directions, or (depth, rows, columns), as are the next
     * two
     * @param padding zeros put around
     * @param dilation distance of the elements a filter sees
     * @param groups into how many the channels fall, each with filters of its own
     */
    @Op
    static Tensor conv3d(
            Tensor input,
            Tensor weight,
            @Default("null") Tensor bias,
            @OrNumber @Default("new int[] {1}") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @OrNumber @Default("new int[] {1}") int[] dilation,
            @Default("1") int groups) {
        require("conv3d", input, weight, 3);
        if (input.dim() == 4) {
            return conv3d(input.unsqueeze(0), weight, bias, stride, padding, dilation, groups)
                    .squeeze(0);
        }
        int[] s = Sizes.each("conv3d", "stride", stride, 3, 1), p = Sizes.each("conv3d", "padding", padding, 3, 0);
        int[] d = Sizes.each("conv3d", "dilation", dilation, 3, 1);
        Tensor x = input.pad(0, 0, 0, 0, p[0], p[0]);
        int places = (x.size(2) - d[0] * (weight.size(2) - 1) - 1) / s[0] + 1;
        if (x.size(2) < d[0] * (weight.size(2) - 1) + 1) {
            throw new IllegalArgumentException(
                    say("nn.conv3d.depth", "filters", weight.size(2), "volumes", input.size(2), "padding", p[0]));
        }
        // A sum over the filters' depth of convolutions of images, all places of the depth among the batch.
        Tensor sum = null;
        for (int k = 0; k < weight.size(2); k++) {
            Tensor layers = x.narrow(2, k * d[0], (places - 1) * s[0] + 1)
                    .get(slice(), slice(), slice(null, null, s[0]))
                    .transpose(1, 2)
                    .flatten(0, 1);
            Tensor part = Functional.conv2d(
                    layers,
                    weight.select(2, k),
                    null,
                    new int[] {s[1], s[2]},
                    new int[] {p[1], p[2]},
                    new int[] {d[1], d[2]},
                    groups);
            sum = sum == null ? part : sum.add(part);
        }
        Tensor y = sum.unflatten(0, input.size(0), places).transpose(1, 2);
        return bias == null ? y : y.add(bias.reshape(1, -1, 1, 1, 1));
    }

    /**
     * Transposed convolution of sequences: what {@code convTranspose2d} is to images.
     *
     * @param weight the filters (channels, outputs / groups, length)
     * @param bias one number for each output channel, or null
     * @param stride how far the filters' copies lie apart
     * @param padding what is cut off at both ends
     * @param outputPadding what is added at the end
     * @param groups into how many the channels fall
     * @param dilation distance of the elements of a filter
     */
    @Op
    static Tensor convTranspose1d(
            Tensor input,
            Tensor weight,
            @Default("null") Tensor bias,
            @Default("1") int stride,
            @Default("0") int padding,
            @Default("0") int outputPadding,
            @Default("1") int groups,
            @Default("1") int dilation) {
        require("convTranspose1d", input, weight, 1);
        return convTranspose2d(
                        input.unsqueeze(-2),
                        weight.unsqueeze(-2),
                        bias,
                        new int[] {1, stride},
                        new int[] {0, padding},
                        new int[] {0, outputPadding},
                        groups,
                        new int[] {1, dilation})
                .squeeze(-2);
    }

    /**
     * Transposed convolution of images (batch, channels, height, width), or of one: each element becomes a filter times
     * it, and these are added where they overlap. It is what a convolution's gradient with respect to its images is.
     *
     * @param weight the filters (channels, outputs / groups, rows, columns)
     * @param bias one number for each output channel, or null
     * @param stride how far the filters' copies lie apart: one number for both directions, or (rows, columns), as are
     * the next ones
     * @param padding what is cut off all around
     * @param outputPadding what is added below and at the right
     * @param groups into how many the channels fall
     * @param dilation distance of the elements of a filter
     */
    @Op
    static Tensor convTranspose2d(
            Tensor input,
            Tensor weight,
            @Default("null") Tensor bias,
            @OrNumber @Default("new int[] {1}") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @OrNumber @Default("new int[] {0}") int[] outputPadding,
            @Default("1") int groups,
            @OrNumber @Default("new int[] {1}") int[] dilation) {
        require("convTranspose2d", input, weight, 2);
        if (input.dim() == 3) {
            return convTranspose2d(input.unsqueeze(0), weight, bias, stride, padding, outputPadding, groups, dilation)
                    .squeeze(0);
        }
        String name = "convTranspose2d";
        Copies copies = Copies.of(name, input, weight, stride, padding, outputPadding, groups, dilation);
        int[] s = copies.stride, p = copies.padding, d = copies.dilation, size = copies.size;
        Shape result = Shape.of(input.size(0), weight.size(1) * groups, size[0], size[1]);
        Tensor y = Convolutions.transposed(input, weight, result, s, p, d, groups);
        return bias == null ? y : y.add(bias.reshape(1, -1, 1, 1));
    }

    /**
     * How the copies of the filters of a transposed convolution lie, for each direction.
     *
     * @param size lengths of the result's last axes
     */
    private record Copies(int[] stride, int[] padding, int[] outputPadding, int[] dilation, int[] size) {
        static Copies of(
                String name,
                Tensor input,
                Tensor weight,
                int[] stride,
                int[] padding,
                int[] outputPadding,
                int groups,
                int[] dilation) {
            int axes = input.dim() - 2;
            int[] s = Sizes.each(name, "stride", stride, axes, 1), p = Sizes.each(name, "padding", padding, axes, 0);
            int[] o = Sizes.each(name, "outputPadding", outputPadding, axes, 0),
                    d = Sizes.each(name, "dilation", dilation, axes, 1);
            int[] size = new int[s.length];
            for (int i = 0; i < size.length; i++) {
                size[i] = (input.size(2 + i) - 1) * s[i] - 2 * p[i] + d[i] * (weight.size(2 + i) - 1) + o[i] + 1;
                if (o[i] >= Math.max(s[i], d[i])) {
                    throw new IllegalArgumentException(
                            say("nn.conv-transpose.output-padding", "name", name, "found", o[i]));
                }
                if (size[i] < 1) {
                    throw new IllegalArgumentException(say(
                            "nn.conv-transpose.padding",
                            "name",
                            name,
                            "input",
                            input.shape().text(),
                            "filters",
                            weight.shape().text(),
                            "padding",
                            Shape.text(p)));
                }
            }
            if (input.size(1) != weight.size(0) || weight.size(0) % groups != 0) {
                throw new IllegalArgumentException(say(
                        "nn.conv-transpose.filters",
                        "name",
                        name,
                        "channels",
                        input.size(1),
                        "directions",
                        size.length == 2 ? "rows, columns" : "depth, rows, columns",
                        "shape",
                        weight.shape().text()));
            }
            return new Copies(s, p, o, d, size);
        }
    }

    /**
     * Transposed convolution of volumes (batch, channels, depth, height, width), or of one: what {@code
     * convTranspose2d} is to images.
     *
     * @param weight the filters (channels, outputs / groups, depth, rows, columns)
     * @param bias one number for each output channel, or null
     * @param stride how far the filters' copies lie apart: one number for all directions, or (depth, rows, columns), as
     * are the next ones
     * @param padding what is cut off all around
     * @param outputPadding what is added at the end of each direction
     * @param groups into how many the channels fall
     * @param dilation distance of the elements of a filter
     */
    @Op
    static Tensor convTranspose3d(
            Tensor input,
            Tensor weight,
            @Default("null") Tensor bias,
            @OrNumber @Default("new int[] {1}") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @OrNumber @Default("new int[] {0}") int[] outputPadding,
            @Default("1") int groups,
            @OrNumber @Default("new int[] {1}") int[] dilation) {
        String name = "convTranspose3d";
        require(name, input, weight, 3);
        if (input.dim() == 4) {
            return convTranspose3d(input.unsqueeze(0), weight, bias, stride, padding, outputPadding, groups, dilation)
                    .squeeze(0);
        }
        Copies copies = Copies.of(name, input, weight, stride, padding, outputPadding, groups, dilation);
        int[] s = copies.stride, p = copies.padding, o = copies.outputPadding, d = copies.dilation, size = copies.size;
        int depth = input.size(2), last = (depth - 1) * s[0] + 1;
        Tensor layers = input.transpose(1, 2).flatten(0, 1);
        // A sum over the filters' depth of images' transposed convolutions, each layer put where its copy begins.
        Tensor sum = null;
        for (int k = 0; k < weight.size(2); k++) {
            Tensor images = convTranspose2d(
                    layers,
                    weight.select(2, k),
                    null,
                    new int[] {s[1], s[2]},
                    new int[] {p[1], p[2]},
                    new int[] {o[1], o[2]},
                    groups,
                    new int[] {d[1], d[2]});
            Tensor part = images.unflatten(0, input.size(0), depth).transpose(1, 2);
            if (s[0] > 1) {
                part = part.unsqueeze(3)
                        .pad(0, 0, 0, 0, 0, s[0] - 1)
                        .flatten(2, 3)
                        .narrow(2, 0, last);
            }
            int before = k * d[0] - p[0];
            part = part.pad(0, 0, 0, 0, before, size[0] - last - before);
            sum = sum == null ? part : sum.add(part);
        }
        return bias == null ? sum : sum.add(bias.reshape(1, -1, 1, 1, 1));
    }
}
