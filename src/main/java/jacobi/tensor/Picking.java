package jacobi.tensor;

/**
 * Taking elements from named places, and putting them there: the two halves of every operation that rearranges
 * elements. Each is the other's gradient.
 */
public final class Picking {
    private Picking() {}

    /** The elements of x at {@code places} in row-major order, in a new shape. */
    public static Tensor pick(String gradName, Tensor x, int[] places, Shape shape) {
        return pick(gradName, x, places, 1, shape);
    }

    /** As {@link #pick(String, Tensor, int[], Shape)}, of {@code stretch} elements from each place on. */
    static Tensor pick(String gradName, Tensor x, int[] places, int stretch, Shape shape) {
        Tensor from = Loops.contiguous(x), y = Tensor.empty(x.dtype(), shape);
        Storage source = from.storage, target = y.storage;
        int at = from.offset;
        if (stretch > 1) {
            for (int i = 0, work = 0; i < places.length; i++, work = Loops.poll(work + stretch)) {
                System.arraycopy(source.array, at + places[i], target.array, i * stretch, stretch);
            }
        } else if (x.dtype().isFloatingPoint()) {
            ElementLoops.pick(source.array, at, places, places.length, target.array, 0);
        } else {
            for (int i = 0; i < places.length; i++) {
                target.setLong(i, source.getLong(at + places[i]));
            }
        }
        Shape whole = x.shape;
        return Operation.of(gradName, y)
                .input(
                        x,
                        t -> pick(gradName, t, places, stretch, shape),
                        g -> spread(gradName, g, places, stretch, whole))
                .result();
    }

    /**
     * The elements of x, which are fractions, at the places of a table; without history, and so without a list of all
     * places.
     */
    static Tensor pick(Tensor x, AxisTable table, Shape shape) {
        Tensor from = Loops.contiguous(x), y = Tensor.empty(x.dtype(), shape);
        for (int i = 0, work = 0; i < table.runs; i++, work = Loops.poll(work + table.run)) {
            table.pick(i, from.storage.array, from.offset, y.storage.array, i * table.run);
        }
        return y;
    }

    /** Zeros of a shape, with the elements of x added at {@code places}. */
    public static Tensor spread(String gradName, Tensor x, int[] places, Shape shape) {
        return spread(gradName, x, places, 1, shape);
    }

    /** As {@link #spread(String, Tensor, int[], Shape)}, with {@code stretch} elements from each place on. */
    static Tensor spread(String gradName, Tensor x, int[] places, int stretch, Shape shape) {
        Tensor from = Loops.contiguous(x), y = Tensor.empty(x.dtype(), shape);
        if (stretch > 1) {
            addStretches(from, places, stretch, y);
        } else {
            add(from, places, y);
        }
        Shape part = x.shape;
        return Operation.of(gradName, y)
                .input(
                        x,
                        t -> spread(gradName, t, places, stretch, shape),
                        g -> pick(gradName, g, places, stretch, part))
                .result();
    }

    private static void addStretches(Tensor from, int[] places, int stretch, Tensor y) {
        if (from.dtype().isFloatingPoint()) {
            int some = Math.max(1, Loops.PIECE / stretch);
            for (int i = 0, work = 0; i < places.length; i += some, work = Loops.poll(work + some * stretch)) {
                int n = Math.min(some, places.length - i), at = from.offset + i * stretch;
                ElementLoops.addAt(places, i, n, stretch, from.storage.array, at, y.storage.array);
            }
            return;
        }
        Shape row = Shape.of(stretch);
        for (int i = 0, work = 0; i < places.length; i++, work = Loops.poll(work + stretch)) {
            Tensor target = y.look(places[i], row, row.strides);
            Loops.binaryInto(BinaryOp.ADD, target, from.look(from.offset + i * stretch, row, row.strides), target);
        }
    }

    private static void add(Tensor from, int[] places, Tensor y) {
        Storage source = from.storage, target = y.storage;
        if (from.dtype().isFloatingPoint()) {
            ElementLoops.addAt(places, places.length, source.array, from.offset, target.array);
            return;
        }
        for (int i = 0; i < places.length; i++) {
            target.setLong(places[i], target.getLong(places[i]) + source.getLong(from.offset + i));
        }
    }

    /**
     * x with the elements of values added at {@code places}, in order, as often as each is named; both are of one type.
     */
    static Tensor accumulate(String gradName, Tensor x, int[] places, Tensor values) {
        Tensor y = Loops.fresh(x);
        add(Loops.contiguous(values), places, y);
        Shape part = values.shape, whole = x.shape;
        return Operation.of(gradName, y)
                .elementwise(x, d -> d)
                .input(values, t -> spread(gradName, t, places, whole), g -> pick(gradName, g, places, part))
                .result();
    }

    /** As {@link #accumulate(String, Tensor, int[], Tensor)} of fractions at the places of a table, without history. */
    static Tensor accumulate(Tensor x, AxisTable table, Tensor values) {
        Tensor from = Loops.contiguous(values), y = Loops.fresh(x);
        for (int i = 0, work = 0; i < table.runs; i++, work = Loops.poll(work + table.run)) {
            table.add(i, from.storage.array, from.offset + i * table.run, y.storage.array);
        }
        return y;
    }

    /**
     * x with the elements at {@code places} replaced by those of values, in order; the last one wins a place named
     * twice.
     */
    static Tensor replace(String gradName, Tensor x, int[] places, Tensor values) {
        Tensor y = Loops.fresh(x), from = Loops.contiguous(Loops.cast(values, x.dtype()));
        boolean fractions = x.dtype().isFloatingPoint();
        for (int i = 0; i < places.length; i++) {
            if (fractions) {
                y.storage.setDouble(places[i], from.storage.getDouble(from.offset + i));
            } else {
                y.storage.setLong(places[i], from.storage.getLong(from.offset + i));
            }
        }
        Shape part = values.shape, whole = x.shape;
        return Operation.of(gradName, y)
                .input(
                        x,
                        t -> replace(gradName, t, places, Tensor.empty(t.dtype(), part)),
                        g -> replace(gradName, g, places, Tensor.empty(g.dtype(), part)))
                .input(
                        values,
                        t -> replace(gradName, Tensor.empty(t.dtype(), whole), places, t),
                        g -> pick(gradName, g, places, part))
                .result();
    }

    /** Numbers 0, 1, 2 … of a shape's elements, to be rearranged as the elements are. */
    static Tensor numbers(Shape shape) {
        int[] all = new int[shape.numel()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return Tensor.over(Storage.of(all), shape);
    }

    /** The numbers of a tensor made by rearranging {@link #numbers}, in row-major order. */
    static int[] places(Tensor numbers) {
        Tensor flat = Loops.contiguous(numbers);
        if (flat.offset == 0 && flat.storage.length == flat.numel()) {
            return flat.storage.ints();
        }
        return java.util.Arrays.copyOfRange(flat.storage.ints(), flat.offset, flat.offset + flat.numel());
    }
}
