package jacobi.tensor;

import java.util.Arrays;

/**
 * The places that index tensors name: they are broadcast against each other, and their axes stand where the first
 * indexed axis was, or in front if the indexed axes are not neighbours (NumPy's rule).
 */
final class IndexTable {
    /** Places in row-major order of the indexed tensor, of the first element of each stretch. */
    final int[] places;
    /** Elements that are found one after the other, as those of a row are. */
    final int stretch;
    /** Shape of what is found there. */
    final Shape shape;

    /**
     * Makes the table.
     *
     * @param indices for each axis of x an integer tensor, or null for the whole axis
     */
    IndexTable(Tensor x, Tensor[] indices) {
        Shape common = Shape.SCALAR;
        int first = -1, last = -1, count = 0;
        for (int d = 0; d < indices.length; d++) {
            if (indices[d] == null) {
                continue;
            }
            Selection.requireInteger("index", indices[d]);
            common = Broadcast.shapes("index", common, indices[d].shape);
            first = first < 0 ? d : first;
            last = d;
            count++;
        }
        int front = last - first + 1 == count ? first : 0;
        int free = x.dim() - count;
        int[] dims = new int[free + common.dims.length], owners = new int[dims.length];
        Arrays.fill(owners, -1);
        System.arraycopy(common.dims, 0, dims, front, common.dims.length);
        for (int d = 0, k = 0; d < x.dim(); d++) {
            if (d < indices.length && indices[d] != null) {
                continue;
            }
            if (k == front) {
                k += common.dims.length;
            }
            dims[k] = x.shape.dims[d];
            owners[k++] = d;
        }
        shape = Shape.of(dims);
        int[] offsets = offsets(x, indices, common);
        int outer = dims.length, run = 1;
        while (outer > 0 && owners[outer - 1] == x.dim() - 1 - (dims.length - outer)) {
            run *= dims[--outer];
        }
        stretch = run;
        places = new int[run == 0 ? 0 : shape.numel() / run];
        if (outer == 0 && run > 0) {
            places[0] = offsets[0];
        }
        int[] at = new int[outer];
        for (int i = 0; i < places.length && outer > 0; ) {
            int place = 0, entry = 0, inner = outer - 1, length = dims[inner];
            for (int k = 0; k < inner; k++) {
                if (owners[k] >= 0) {
                    place += at[k] * x.shape.strides[owners[k]];
                } else {
                    entry = entry * dims[k] + at[k];
                }
            }
            if (owners[inner] >= 0) {
                place += offsets[entry];
                for (int k = 0, step = x.shape.strides[owners[inner]]; k < length; k++) {
                    places[i++] = place + k * step;
                }
            } else {
                for (int k = 0; k < length; k++) {
                    places[i++] = place + offsets[entry * length + k];
                }
            }
            for (int k = inner - 1; k >= 0 && ++at[k] == dims[k]; k--) {
                at[k] = 0;
            }
        }
    }

    /** Places of all elements. */
    int[] all() {
        if (stretch == 1) {
            return places;
        }
        int[] all = new int[places.length * stretch];
        for (int i = 0; i < all.length; i++) {
            all[i] = places[i / stretch] + i % stretch;
        }
        return all;
    }

    /** For each entry of the broadcast index tensors, the part of the place that they decide. */
    private static int[] offsets(Tensor x, Tensor[] indices, Shape common) {
        int[] offsets = new int[common.numel()];
        for (int d = 0; d < indices.length; d++) {
            if (indices[d] == null) {
                continue;
            }
            Tensor index = Loops.cast(Loops.contiguous(Views.expand(indices[d].detach(), common.dims)), DType.int64);
            Selection.move("index", offsets, 0, offsets.length, index, 0, x.shape.dims[d], d, x.shape.strides[d]);
        }
        return offsets;
    }
}
