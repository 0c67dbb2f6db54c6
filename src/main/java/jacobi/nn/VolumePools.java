package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.empty;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.operation.OrNumber;
import jacobi.tensor.Operation;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Window;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What windows sliding over volumes (batch, channels, depth, height, width) see: their largest or mean number. A
 * window over each layer gives images, and over what these give one along the depth.
 */
final class VolumePools {
    /** A window over the layers, and one along the depth of what it gave. */
    private record Box(Window across, Window along, Shape between, Shape result) {}

    private VolumePools() {}

    private static Box box(
            String operation,
            Tensor x,
            int[] kernelSize,
            int[] stride,
            int[] padding,
            int[] dilation,
            boolean ceilMode) {
        int[] s = Sizes.each(operation, "kernelSize", kernelSize, 3, 1),
                by = Sizes.each(operation, "stride", stride == null ? kernelSize : stride, 3, 1),
                p = Sizes.each(operation, "padding", padding, 3, 0),
                gaps = Sizes.each(operation, "dilation", dilation, 3, 1);
        int n = x.size(0), channels = x.size(1);
        int[] d = {x.size(2), x.size(3), x.size(4)}, out = new int[3];
        for (int i = 0; i < 3; i++) {
            Pools.requireNarrow(operation, s[i], p[i]);
            out[i] = Window.places(d[i], p[i], gaps[i] * (s[i] - 1) + 1, by[i], ceilMode);
        }
        if (IntStream.of(out).anyMatch(places -> places < 1)) {
            int[] span =
                    IntStream.range(0, 3).map(i -> gaps[i] * (s[i] - 1) + 1).toArray();
            throw new IllegalArgumentException(say(
                    "nn.pool3d.too-large",
                    "operation",
                    operation,
                    "window",
                    times(span),
                    "volumes",
                    times(d),
                    "padding",
                    Shape.text(p)));
        }
        Window across = new Window(
                channels * d[0], d[1], d[2], s[1], s[2], by[1], by[2], p[1], p[2], gaps[1], gaps[2], ceilMode);
        Window along = new Window(channels, d[0], out[1] * out[2], s[0], 1, by[0], 1, p[0], 0, gaps[0], 1, ceilMode);
        return new Box(
                across,
                along,
                Shape.of(n, channels, d[0], out[1], out[2]),
                Shape.of(n, channels, out[0], out[1], out[2]));
    }

    private static String times(int[] lengths) {
        return IntStream.of(lengths).mapToObj(String::valueOf).collect(Collectors.joining(" x "));
    }

    static void requireVolumes(String operation, Tensor x) {
        Operation.requireFloating(operation, x);
        if (x.dim() != 4 && x.dim() != 5) {
            throw new IllegalArgumentException(say(
                    "nn.volumes.axes",
                    "operation",
                    operation,
                    "shape",
                    x.shape().text()));
        }
    }

    /**
     * The largest number each window sees of volumes (batch, channels, depth, height, width) or of one.
     *
     * @param kernelSize one number for all directions, or (depth, rows, columns), as are the next three
     * @param stride how far the window moves; left out, its own size, so that windows lie side by side
     * @param padding places put around the volumes, which never win; at most half the window
     * @param dilation distance of the elements a window sees
     * @param ceilMode whether there is also a window that sticks out at the end
     */
    @Op
    static Tensor maxPool3d(
            Tensor input,
            @OrNumber int[] kernelSize,
            @OrNumber @Default("null") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @OrNumber @Default("new int[] {1}") int[] dilation,
            @Default("false") boolean ceilMode) {
        requireVolumes("maxPool3d", input);
        return Sizes.batched(
                input,
                3,
                x -> largest(x, kernelSize, stride, padding, dilation, ceilMode).output());
    }

    /** The largest numbers each window sees of a batch of volumes, and where in the batch each stands. */
    static Pools.Largest largest(
            Tensor input, int[] kernelSize, int[] stride, int[] padding, int[] dilation, boolean ceilMode) {
        Box box = box("maxPool3d", input, kernelSize, stride, padding, dilation, ceilMode);
        Tensor layers = empty(input.dtype(), box.between), y = empty(input.dtype(), box.result);
        int[] across = Pools.max(box.across, input.size(0), input, layers);
        Pools.requireSeen("maxPool3d", box.across, across);
        int[] places = Pools.max(box.along, input.size(0), layers, y);
        Pools.requireSeen("maxPool3d", box.along, places);
        for (int i = 0; i < places.length; i++) {
            places[i] = across[places[i]];
        }
        return new Pools.Largest(Pools.picked("MaxPool3DWithIndicesBackward0", input, y, places), places);
    }

    /**
     * The mean of what each window sees of volumes (batch, channels, depth, height, width) or of one.
     *
     * @param kernelSize one number for all directions, or (depth, rows, columns), as are the next two
     * @param stride how far the window moves; left out, its own size, so that windows lie side by side
     * @param padding zeros put around the volumes; at most half the window
     * @param ceilMode whether there is also a window that sticks out at the end; what lies beyond the padding does not
     * count
     * @param countIncludePad whether the padding's zeros count in the mean
     * @param divisorOverride what the sum is divided by, whatever the window sees, but not 0; left out, the number of
     * its places
     */
    @Op
    static Tensor avgPool3d(
            Tensor input,
            @OrNumber int[] kernelSize,
            @OrNumber @Default("null") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @Default("false") boolean ceilMode,
            @Default("true") boolean countIncludePad,
            @Default(value = "null", byName = true) Integer divisorOverride) {
        requireVolumes("avgPool3d", input);
        Pools.requireDivisor("avgPool3d", divisorOverride);
        return Sizes.batched(input, 3, x -> {
            Box box = box("avgPool3d", x, kernelSize, stride, padding, new int[] {1}, ceilMode);
            return divisorOverride == null
                    ? mean(x, box, box.across.counts(countIncludePad), box.along.counts(countIncludePad))
                    : mean(x, box, box.across.divisors(divisorOverride), box.along.divisors(1));
        });
    }

    /** How many places a window counts is a product over the directions, so that a mean of means is the mean. */
    private static Tensor mean(Tensor x, Box box, Window.Divisors across, Window.Divisors along) {
        Shape whole = x.shape();
        return Pools.linear(
                "AvgPool3DBackward0",
                x,
                t -> {
                    Tensor layers = Pools.mean(box.across, across, t.size(0), t, box.between);
                    return Pools.mean(box.along, along, t.size(0), layers, box.result);
                },
                g -> {
                    Tensor layers = Pools.meanGrad(box.along, along, g.size(0), g, box.between);
                    return Pools.meanGrad(box.across, across, g.size(0), layers, whole);
                });
    }
}
