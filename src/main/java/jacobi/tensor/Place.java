package jacobi.tensor;

/**
 * A part of a tensor named once, to be read and written: what {@code X[mask] += 1} and {@code X[i++] = i} are in plain
 * Java.
 *
 * <p>Where an index gives a view, {@code X.get(i).add_(1)} does the same. Masks and lists of places copy, so that what
 * was computed must be written back; and {@code X.set(value, index)} evaluates the value before the index, not behind it.
 */
public final class Place {
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

    /** A copy of the part or, where the index gives one, a view. */
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

    /** Writes a tensor, broadcast and converted, into the part. */
    public Tensor set(Tensor value) {
        return tensor.set(value, index);
    }

    /** Writes an array or list of numbers, broadcast and converted, into the part. */
    public Tensor set(Object value) {
        return tensor.set(value, index);
    }

    /** Adds to the part. */
    public Tensor add_(Tensor other) {
        return set(get().add_(other));
    }

    /** Adds a number to the part. */
    public Tensor add_(Number other) {
        return set(get().add_(other));
    }

    /** Subtracts from the part. */
    public Tensor sub_(Tensor other) {
        return set(get().sub_(other));
    }

    /** Subtracts a number from the part. */
    public Tensor sub_(Number other) {
        return set(get().sub_(other));
    }

    /** Multiplies the part. */
    public Tensor mul_(Tensor other) {
        return set(get().mul_(other));
    }

    /** Multiplies the part by a number. */
    public Tensor mul_(Number other) {
        return set(get().mul_(other));
    }

    /** Divides the part. */
    public Tensor div_(Tensor other) {
        return set(get().div_(other));
    }

    /** Divides the part by a number. */
    public Tensor div_(Number other) {
        return set(get().div_(other));
    }

    /** Puts the remainder in the place of the part. */
    public Tensor remainder_(Tensor other) {
        return set(get().remainder_(other));
    }

    /** Puts the remainder of a division by a number in the place of the part. */
    public Tensor remainder_(Number other) {
        return set(get().remainder_(other));
    }

    /** Raises the part to a power. */
    public Tensor pow_(Tensor exponent) {
        return set(get().pow_(exponent));
    }

    /** Raises the part to a power that is a number. */
    public Tensor pow_(Number exponent) {
        return set(get().pow_(exponent));
    }
}
