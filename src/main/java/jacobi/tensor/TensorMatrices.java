package jacobi.tensor;

/** Products of a {@link Tensor} as vector or matrix. */
public sealed interface TensorMatrices permits Tensor {
    /** Dot product of two vectors of one type. */
    default Tensor dot(Tensor other) {
        return Products.dot(self(), other);
    }

    /** Matrix times vector. */
    default Tensor mv(Tensor vector) {
        return Products.mv(self(), vector);
    }

    /** Matrix times matrix. */
    default Tensor mm(Tensor other) {
        return Products.mm(self(), other);
    }

    /** Stack of matrices times stack of matrices, pair by pair. */
    default Tensor bmm(Tensor other) {
        return Products.bmm(self(), other);
    }

    /** Product as Python's {@code @}: of vectors, matrices, and stacks of matrices, which broadcast. */
    default Tensor matmul(Tensor other) {
        return Products.matmul(self(), other);
    }

    /** Every element of this vector times every element of another: shape (m, n). */
    default Tensor outer(Tensor other) {
        return Products.outer(self(), other);
    }

    /** Sum of the diagonal of a matrix. */
    default Tensor trace() {
        return Rearrangement.trace(self());
    }

    private Tensor self() {
        return (Tensor) this;
    }
}
