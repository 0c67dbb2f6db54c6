package jacobi.tensor;

/**
 * A part of a tensor named once, to be read and written: what {@code X[mask] += 1} and {@code X[i++] = i} are in plain
 * Java.
 *
 * <p>Where an index gives a view, {@code X.get(i).add_(1)} does the same. Masks and lists of places copy, so that what
 * was computed must be written back; and {@code X.set(value, index)} evaluates the value before the index, not after
 * it.
 */
public final class Place implements PlaceMethods {
    private final Tensor tensor;
    private final Object[] index;

    private Place(Tensor tensor, Object[] index) {
        this.tensor = tensor;
        this.index = index;
    }

    /** The part of {@code tensor} that {@link Tensor#get(Object...)} gives for {@code index}. */
    public static Place of(Tensor tensor, Object... index) {
        return new Place(tensor, index == null ? new Object[] {null} : index.clone());
    }

    @Override
    public Tensor get() {
        return tensor.get(index);
    }

    /** Writes a number into the part; the tensor is modified and returned, here and below. */
    public Tensor set(Number value) {
        return tensor.set(value, index);
    }

    /** Writes a truth value into the part. */
    public Tensor set(boolean value) {
        return tensor.set(value, index);
    }

    @Override
    public Tensor set(Tensor value) {
        return tensor.set(value, index);
    }

    /** Writes an array or list of numbers, broadcast and converted, into the part. */
    public Tensor set(Object value) {
        return tensor.set(value, index);
    }
}
