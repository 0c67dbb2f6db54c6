package jacobi.tensor;

/**
 * The numbers of a tensor as a loop outside this package goes through them: in row-major order without gaps, from
 * {@code offset} on. Writing into the array changes the tensor, if its elements lie so already, and escapes the tape:
 * it is for results not used elsewhere yet.
 *
 * @param array float[], double[], int[], long[] or boolean[] by the tensor's type
 * @param offset where the first element is
 */
public record Elements(Object array, int offset) {

    /** The tensor's own numbers if they lie so, else a copy. */
    public static Elements of(Tensor x) {
        Tensor plain = Loops.contiguous(x);
        return new Elements(plain.storage.array, plain.offset);
    }

    /** Adds the product of two matrices to a third, (rows of a, columns of b), which is modified and has no gaps. */
    public static void addProduct(Tensor a, Tensor b, Tensor to) {
        Products.multiply(a, b, to, b.size(1), true);
    }

    /** Whether all elements are one number of the storage, as those of an expanded one are. */
    public static boolean isOneNumber(Tensor x) {
        for (int i = 0; i < x.dim(); i++) {
            if (x.strides[i] != 0 && x.size(i) > 1) {
                return false;
            }
        }
        return true;
    }

    /** The array of a float32 tensor. */
    public float[] floats() {
        return (float[]) array;
    }

    /** The array of a float64 tensor. */
    public double[] doubles() {
        return (double[]) array;
    }
}
