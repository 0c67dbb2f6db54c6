package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.tensor;
import static jacobi.tensor.Tensors.zeros;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.operation.OrNumber;
import jacobi.tensor.Tensor;
import java.util.Arrays;

/** Pools that also say where the largest numbers stand, and what puts numbers back there. */
final class IndexedPools {
    private IndexedPools() {}

    /**
     * As without {@code returnIndices}, with where each number stands: {@code var (y, places) = maxPool1d(x, 2,
     * returnIndices=true)}.
     *
     * @param returnIndices true; the form without it gives the numbers alone
     */
    @Op(byName = true)
    static MaxPooled maxPool1d(
            Tensor input,
            int kernelSize,
            @Default("0") int stride,
            @Default("0") int padding,
            @Default("1") int dilation,
            @Default("false") boolean ceilMode,
            boolean returnIndices) {
        MaxPooled images = maxPool2d(
                input.unsqueeze(-2),
                new int[] {1, kernelSize},
                new int[] {1, stride == 0 ? kernelSize : stride},
                new int[] {0, padding},
                new int[] {1, dilation},
                ceilMode,
                returnIndices);
        Tensor indices = images.indices();
        return new MaxPooled(images.output().squeeze(-2), indices == null ? null : indices.squeeze(-2));
    }

    /**
     * As without {@code returnIndices}, with where each number stands: {@code var (y, places) = maxPool2d(x, 2,
     * returnIndices=true)}.
     *
     * @param returnIndices true; the form without it gives the numbers alone
     */
    @Op(byName = true)
    static MaxPooled maxPool2d(
            Tensor input,
            @OrNumber int[] kernelSize,
            @OrNumber @Default("null") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @OrNumber @Default("new int[] {1}") int[] dilation,
            @Default("false") boolean ceilMode,
            boolean returnIndices) {
        Pools.requireImages("maxPool2d", input);
        Tensor batch = input.dim() == 3 ? input.unsqueeze(0) : input;
        Pools.Largest largest = Pools.largest(batch, kernelSize, stride, padding, dilation, ceilMode);
        return pooled(input, largest, 2, returnIndices);
    }

    /**
     * As without {@code returnIndices}, with where each number stands: {@code var (y, places) = maxPool3d(x, 2,
     * returnIndices=true)}.
     *
     * @param returnIndices true; the form without it gives the numbers alone
     */
    @Op(byName = true)
    static MaxPooled maxPool3d(
            Tensor input,
            @OrNumber int[] kernelSize,
            @OrNumber @Default("null") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @OrNumber @Default("new int[] {1}") int[] dilation,
            @Default("false") boolean ceilMode,
            boolean returnIndices) {
        VolumePools.requireVolumes("maxPool3d", input);
        Tensor batch = input.dim() == 4 ? input.unsqueeze(0) : input;
        Pools.Largest largest = VolumePools.largest(batch, kernelSize, stride, padding, dilation, ceilMode);
        return pooled(input, largest, 3, returnIndices);
    }

    /** With places counted within a channel, whose directions are so many; for one input what was made of a batch. */
    private static MaxPooled pooled(Tensor input, Pools.Largest largest, int directions, boolean returnIndices) {
        Tensor y = largest.output(), places = null;
        if (returnIndices) {
            int[] d = input.shape().toArray();
            int area = Arrays.stream(d, d.length - directions, d.length).reduce(1, (a, b) -> a * b);
            long[] within = Arrays.stream(largest.places())
                    .mapToLong(place -> place % area)
                    .toArray();
            places = tensor(within).reshape(y.shape());
        }
        boolean one = input.dim() == directions + 1;
        return new MaxPooled(one ? y.squeeze(0) : y, one && places != null ? places.squeeze(0) : places);
    }

    /**
     * Zeros, with the numbers of a max pool where they stood.
     *
     * @param input what the pool gave
     * @param indices where it found them, as {@code returnIndices=true} gives
     * @param kernelSize length of the pool's window
     * @param stride how far it moved; 0 for its own length
     * @param padding places put at both ends
     * @param outputSize the length before the pool, if it is not the shortest that gives as many windows
     */
    @Op
    static Tensor maxUnpool1d(
            Tensor input,
            Tensor indices,
            int kernelSize,
            @Default("0") int stride,
            @Default("0") int padding,
            @Default(value = "null", byName = true) int[] outputSize) {
        int[] by = {stride == 0 ? kernelSize : stride};
        return unpool("maxUnpool1d", 1, input, indices, new int[] {kernelSize}, by, new int[] {padding}, outputSize);
    }

    /**
     * Zeros, with the numbers of a max pool where they stood.
     *
     * @param input what the pool gave
     * @param indices where it found them, as {@code returnIndices=true} gives
     * @param kernelSize size of the pool's window: one number for both directions, or (rows, columns), as are the next
     * @param stride how far it moved; left out, its own size
     * @param padding places put around
     * @param outputSize rows and columns before the pool, if they are not the fewest that give as many windows
     */
    @Op
    static Tensor maxUnpool2d(
            Tensor input,
            Tensor indices,
            @OrNumber int[] kernelSize,
            @OrNumber @Default("null") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @Default(value = "null", byName = true) int[] outputSize) {
        return unpool("maxUnpool2d", 2, input, indices, kernelSize, stride, padding, outputSize);
    }

    /**
     * Zeros, with the numbers of a max pool where they stood.
     *
     * @param input what the pool gave
     * @param indices where it found them, as {@code returnIndices=true} gives
     * @param kernelSize size of the pool's window: one number for all directions, or (depth, rows, columns), as are the
     *     next
     * @param stride how far it moved; left out, its own size
     * @param padding places put around
     * @param outputSize depth, rows and columns before the pool, if they are not the fewest that give as many windows
     */
    @Op
    static Tensor maxUnpool3d(
            Tensor input,
            Tensor indices,
            @OrNumber int[] kernelSize,
            @OrNumber @Default("null") int[] stride,
            @OrNumber @Default("new int[] {0}") int[] padding,
            @Default(value = "null", byName = true) int[] outputSize) {
        return unpool("maxUnpool3d", 3, input, indices, kernelSize, stride, padding, outputSize);
    }

    private static Tensor unpool(
            String operation,
            int directions,
            Tensor input,
            Tensor indices,
            int[] kernelSize,
            int[] stride,
            int[] padding,
            int[] outputSize) {
        int dim = input.dim();
        if (dim != directions + 1 && dim != directions + 2 || !indices.shape().equals(input.shape())) {
            throw new IllegalArgumentException(say(
                    "nn.unpool.shapes",
                    "operation",
                    operation,
                    "directions",
                    directions,
                    "shape",
                    input.shape().text(),
                    "indices",
                    indices.shape().text()));
        }
        int[] size = Sizes.each(operation, "kernelSize", kernelSize, directions, 1),
                by = Sizes.each(operation, "stride", stride == null ? kernelSize : stride, directions, 1),
                p = Sizes.each(operation, "padding", padding, directions, 0);
        int[] whole = input.shape().toArray(), asked = outputSize;
        int axis = dim - directions;
        if (asked != null) {
            // The whole shape will do, too, as for PyTorch.
            int[] last = asked.length == dim ? Arrays.copyOfRange(asked, axis, dim) : asked;
            asked = Sizes.each(operation, "outputSize", last, directions, 1);
        }
        for (int i = 0; i < directions; i++) {
            whole[axis + i] = asked == null ? (whole[axis + i] - 1) * by[i] - 2 * p[i] + size[i] : asked[i];
        }
        int[] flat = Arrays.copyOf(whole, axis + 1);
        flat[axis] = Arrays.stream(whole, axis, dim).reduce(1, (a, b) -> a * b);
        return zeros(input.dtype(), flat)
                .scatter(axis, indices.flatten(axis, -1), input.flatten(axis, -1))
                .reshape(whole);
    }
}
