package jacobi.tensor;

/** Parts of a {@link Tensor}: reading and writing by numbers, slices, masks and tables of places. */
public sealed interface TensorIndexing permits Tensor {
    /** The part at a place of the first axis; a view. Negative places count from the end. */
    default Tensor get(int place) {
        return Views.select(self(), 0, place);
    }

    /**
     * {@code X[...]}. Each index stands for an axis: a number, {@code slice(1, 3)}, {@code null} for a new axis,
     * {@link Ellipsis#ELLIPSIS}, a text such as {@code "0:2, :"} with several of these, a list of places, or a mask.
     * Masks and lists copy; everything else gives a view.
     *
     * @throws IndexOutOfBoundsException if a place does not exist, or there are more indices than axes
     */
    default Tensor get(Object... index) {
        return Indexing.get(self(), index);
    }

    /**
     * Writes a number into a part; see {@link #get(Object...)} for indices. {@code X.set(9, 1, 2)} is {@code X[1, 2] =
     * 9}.
     */
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

    private Tensor self() {
        return (Tensor) this;
    }
}
