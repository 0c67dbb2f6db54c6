package jacobi.tensor;

import java.util.List;

/** Other shapes of a {@link Tensor}: reshapes and transposes, which share its storage, and rearranged copies. */
public sealed interface TensorShape permits Tensor {
    /** The elements, in row-major order, in another shape; one length may be −1. A view if possible, else a copy. */
    default Tensor reshape(int... lengths) {
        return Views.reshape(self(), lengths);
    }

    /** The elements in another shape. */
    default Tensor reshape(Shape shape) {
        return Views.reshape(self(), shape.dims);
    }

    /** The elements in another tensor's shape. */
    default Tensor reshapeAs(Tensor other) {
        return Views.reshape(self(), other.shape.dims);
    }

    /** As {@link #reshape(int...)}, but an error where only a copy would do. */
    default Tensor view(int... lengths) {
        return Views.view(self(), lengths);
    }

    /** All elements as a vector. */
    default Tensor flatten() {
        return Views.flatten(self(), 0, -1);
    }

    /** The axes {@code first} to {@code last} made one. */
    default Tensor flatten(int first, int last) {
        return Views.flatten(self(), first, last);
    }

    /** An axis split into several, whose lengths multiply to its own; one may be −1. */
    default Tensor unflatten(int axis, int... lengths) {
        return Views.unflatten(self(), axis, lengths);
    }

    /** The transposed matrix: a view with all axes in reverse order. */
    default Tensor T() {
        return Views.reversed(self());
    }

    /** The transposed matrix; a vector stays as it is. */
    default Tensor t() {
        return Views.matrixTransposed(self());
    }

    /** The matrices of the last two axes transposed. */
    default Tensor mT() {
        return Views.transpose(self(), -2, -1);
    }

    /** Two axes exchanged; a view. */
    default Tensor transpose(int first, int second) {
        return Views.transpose(self(), first, second);
    }

    /** The axes in another order; a view. */
    default Tensor permute(int... axes) {
        return Views.permute(self(), axes);
    }

    /** An axis moved to another place among the axes; a view. */
    default Tensor movedim(int from, int to) {
        return Views.movedim(self(), from, to);
    }

    /** Without axes of length 1; a view. */
    default Tensor squeeze() {
        return Views.squeeze(self());
    }

    /** Without the axis, if its length is 1; a view. */
    default Tensor squeeze(int axis) {
        return Views.squeeze(self(), axis);
    }

    /** With a new axis of length 1 at a place; a view. */
    default Tensor unsqueeze(int axis) {
        return Views.unsqueeze(self(), axis);
    }

    /** Axes of length 1 repeated without copying; −1 keeps a length. */
    default Tensor expand(int... lengths) {
        return Views.expand(self(), lengths);
    }

    /** Repeated to another tensor's shape without copying. */
    default Tensor expandAs(Tensor other) {
        return Views.expand(self(), other.shape.dims);
    }

    /** Repeated to a shape without copying. */
    default Tensor broadcastTo(int... lengths) {
        return Views.expand(self(), lengths);
    }

    /** Copies of the whole tensor, so many along each axis; further numbers make new axes in front. */
    default Tensor repeat(int... times) {
        return Rearrangement.repeat(self(), times);
    }

    /** As {@link #repeat}, with numbers for the last axes only, as NumPy's {@code tile}. */
    default Tensor tile(int... times) {
        int[] all = new int[Math.max(times.length, self().dim())];
        java.util.Arrays.fill(all, 1);
        System.arraycopy(times, 0, all, all.length - times.length, times.length);
        return repeat(all);
    }

    /** Every element of the flattened tensor repeated. */
    default Tensor repeatInterleave(int times) {
        return Rearrangement.repeatInterleave(Views.flatten(self(), 0, -1), times, 0);
    }

    /** Every place of an axis repeated. */
    default Tensor repeatInterleave(int times, int axis) {
        return Rearrangement.repeatInterleave(self(), times, axis);
    }

    /** Axes reversed; a copy. */
    default Tensor flip(int... axes) {
        return Rearrangement.flip(self(), axes);
    }

    /** Elements moved along an axis, those beyond the end coming back at the beginning. */
    default Tensor roll(int shift, int axis) {
        return Rearrangement.roll(self(), shift, axis);
    }

    /** Elements of the flattened tensor moved, those beyond the end coming back at the beginning. */
    default Tensor roll(int shift) {
        return Views.reshape(Rearrangement.roll(Views.flatten(self(), 0, -1), shift, 0), self().shape.dims);
    }

    /** Of a matrix the elements on and below a diagonal, the rest 0; 0 is the main diagonal, 1 the one above. */
    default Tensor tril(int diagonal) {
        return Rearrangement.triangle("TrilBackward0", self(), diagonal, true);
    }

    /** Of a matrix the elements on and below the main diagonal, the rest 0. */
    default Tensor tril() {
        return tril(0);
    }

    /** Of a matrix the elements on and above a diagonal, the rest 0; 0 is the main diagonal, 1 the one above. */
    default Tensor triu(int diagonal) {
        return Rearrangement.triangle("TriuBackward0", self(), diagonal, false);
    }

    /** Of a matrix the elements on and above the main diagonal, the rest 0. */
    default Tensor triu() {
        return triu(0);
    }

    /** The main diagonal of a matrix; a view. */
    default Tensor diagonal() {
        return Views.diagonal(self(), 0, 0, 1);
    }

    /** A diagonal of the matrices of two axes, as a last axis; a view. Offset 1 is the diagonal above. */
    default Tensor diagonal(int offset, int first, int second) {
        return Views.diagonal(self(), offset, first, second);
    }

    /** Of a vector the matrix with it on the diagonal; of a matrix its diagonal. */
    default Tensor diag() {
        return diag(0);
    }

    /** As {@link #diag()}, of the diagonal {@code offset} places above the main one. */
    default Tensor diag(int offset) {
        return Rearrangement.diag(self(), offset);
    }

    /** Windows of an axis as a new last axis; a view. */
    default Tensor unfold(int axis, int size, int step) {
        return Views.unfold(self(), axis, size, step);
    }

    /** Zeros put around: (left, right) of the last axis, then (top, bottom) of the one before, and so on. Negative numbers cut off. */
    default Tensor pad(int... margins) {
        return Rearrangement.pad(self(), margins, 0);
    }

    /** A number put around, as {@link #pad(int...)} does zeros. */
    default Tensor pad(int[] margins, Number value) {
        return Rearrangement.pad(self(), margins, value);
    }

    /** Pieces of one length along an axis, the last one shorter if need be; views. */
    default List<Tensor> split(int length, int axis) {
        return Joins.split(self(), length, axis);
    }

    /** Pieces of the given lengths along an axis; views. */
    default List<Tensor> split(int[] lengths, int axis) {
        return Joins.split(self(), lengths, axis);
    }

    /** At most so many pieces of equal length along an axis; views. */
    default List<Tensor> chunk(int count, int axis) {
        return Joins.chunk(self(), count, axis);
    }

    /** The places of an axis; views. */
    default List<Tensor> unbind(int axis) {
        return Joins.unbind(self(), axis);
    }

    private Tensor self() {
        return (Tensor) this;
    }
}
