package jacobi.tensor;

/** Parts of a {@link Tensor}: reading and writing by numbers, slices, masks and tables of places. */
public sealed interface TensorIndexing permits Tensor {
    /** The part at a place of the first axis; a view. Negative places count from the end. */
    default Tensor get(int place) {
        return Views.select(self(), 0, place);
    }

    /**
     * {@code X[...]}. Each index stands for an axis: a number, {@code slice(1, 3)}, {@code null} for a new axis,
     * {@link Ellipsis#ELLIPSIS}, a text such as {@code "0:2, :"} with several of these, a list of places, or a mask. Masks and lists
     * copy; everything else gives a view.
     *
     * @throws IndexOutOfBoundsException if a place does not exist, or there are more indices than axes
     */
    default Tensor get(Object... index) {
        return Indexing.get(self(), index);
    }

    /** Writes a number into a part; see {@link #get(Object...)} for indices. {@code X.set(9, 1, 2)} is {@code X[1, 2] = 9}. */
    default Tensor set(Number value, Object... index) {
        Indexing.set(self(), Tensor.weak(value), index);
        return self();
    }

    /** Writes a truth value into a part. Boxed, because beside {@code Object} a {@code boolean} would be ambiguous. */
    default Tensor set(Boolean value, Object... index) {
        Indexing.set(self(), Tensors.tensor(value), index);
        return self();
    }

    /** Writes a tensor, broadcast and converted to this type, into a part. */
    default Tensor set(Tensor value, Object... index) {
        Indexing.set(self(), value, index);
        return self();
    }

    /** Writes an array or list of numbers, broadcast and converted to this type, into a part. */
    default Tensor set(Object value, Object... index) {
        Indexing.set(self(), Tensors.tensor(value), index);
        return self();
    }

    /** The part at a place of an axis; a view. */
    default Tensor select(int axis, int place) {
        return Views.select(self(), axis, place);
    }

    /** So many places of an axis from one on; a view. */
    default Tensor narrow(int axis, int start, int length) {
        return Views.narrow(self(), axis, start, length);
    }

    /** The places of an axis named by a vector. */
    default Tensor indexSelect(int axis, Tensor index) {
        return Selection.indexSelect(self(), axis, index);
    }

    /** Elements found along an axis at the places a table names: {@code y[i][j] = x[index[i][j]][j]} for axis 0. */
    default Tensor gather(int axis, Tensor index) {
        return Selection.gather(self(), axis, index);
    }

    /** A copy with elements of {@code source} at the places along an axis that a table names. */
    default Tensor scatter(int axis, Tensor index, Tensor source) {
        return Selection.scatter(self(), axis, index, source);
    }

    /** A copy with a number at the places along an axis that a table names. */
    default Tensor scatter(int axis, Tensor index, Number value) {
        return Selection.scatter(self(), axis, index, Tensor.weak(value));
    }

    /** A copy with elements of {@code source} added at the places along an axis that a table names. */
    default Tensor scatterAdd(int axis, Tensor index, Tensor source) {
        return Selection.scatterAdd(self(), axis, index, source);
    }

    /** As {@link #scatter(int, Tensor, Tensor)}, in place. */
    default Tensor scatter_(int axis, Tensor index, Tensor source) {
        return InPlace.apply("scatter_", self(), source, x -> Selection.scatter(x, axis, index, source));
    }

    /** As {@link #scatter(int, Tensor, Number)}, in place. */
    default Tensor scatter_(int axis, Tensor index, Number value) {
        return scatter_(axis, index, Tensor.weak(value));
    }

    /** As {@link #scatterAdd}, in place. */
    default Tensor scatterAdd_(int axis, Tensor index, Tensor source) {
        return InPlace.apply("scatterAdd_", self(), source, x -> Selection.scatterAdd(x, axis, index, source));
    }

    /** Elements of the flattened tensor at places. */
    default Tensor take(Tensor index) {
        return Selection.take(self(), index);
    }

    /** Elements where a mask is true, as a vector. */
    default Tensor maskedSelect(Tensor mask) {
        return Selection.maskedSelect(self(), mask);
    }

    /** A copy with a number where a mask is true. */
    default Tensor maskedFill(Tensor mask, Number value) {
        return Selection.maskedFill(self(), mask, Tensor.weak(value));
    }

    /** A copy with a 0-d tensor's value where a mask is true. */
    default Tensor maskedFill(Tensor mask, Tensor value) {
        return Selection.maskedFill(self(), mask, value);
    }

    /** A number where a mask is true, in place. */
    default Tensor maskedFill_(Tensor mask, Number value) {
        return InPlace.apply("maskedFill_", self(), self(), x -> Selection.maskedFill(x, mask, Tensor.weak(value)));
    }

    /** This tensor's elements where a condition holds, else the other's. */
    default Tensor where(Tensor condition, Tensor other) {
        return Selection.where(condition, self(), other);
    }

    /** This tensor's elements where a condition holds, else a number. */
    default Tensor where(Tensor condition, Number other) {
        return Selection.where(condition, self(), Tensor.weak(other));
    }

    /** Positions of elements other than 0, one row each; int64. */
    default Tensor nonzero() {
        return Selection.nonzero(self());
    }

    private Tensor self() {
        return (Tensor) this;
    }
}
