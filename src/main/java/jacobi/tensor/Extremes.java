package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.operation.OrNumber;
import jacobi.tensor.cpu.Reductions;

/** Largest and smallest elements, where they are, and order. */
final class Extremes {
    /** So many of the first elements are found without sorting all. */
    private static final int FEW = 100;
    /** Elements passed over at once if none of them is among the first so far. */
    private static final int STRETCH = 256;

    private Extremes() {}

    /** The largest element; equal ones share its gradient. */
    @Op
    static Tensor max(Tensor x) {
        return extreme("MaxBackward1", true, x, null, false);
    }

    /**
     * The largest elements along an axis, and where they are; the first of equal ones, which has all the gradient.
     *
     * @param keepdim whether the axis stays, with length 1
     */
    @Op
    static ValuesIndices max(Tensor x, int axis, @Default("false") boolean keepdim) {
        return withPlaces(true, x, axis, keepdim);
    }

    /** The larger of two, element by element: {@code maximum} by another name. */
    @Op
    static Tensor max(Tensor x, Tensor other) {
        return Operators.maximum(x, other);
    }

    /** The largest elements along axes (all without any), which go away; equal ones share the gradient. */
    @Op
    static Tensor amax(Tensor x, int... axis) {
        return amax(x, axis, false);
    }

    /**
     * The largest elements along axes; equal ones share the gradient.
     *
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor amax(Tensor x, @OrNumber int[] axis, boolean keepdim) {
        return extreme("AmaxBackward0", true, x, axis, keepdim);
    }

    /** Where the first largest element is, counting in row-major order; int64. */
    @Op
    static Tensor argmax(Tensor x) {
        return place(true, x, null, false);
    }

    /**
     * Where the first largest element along an axis is; int64.
     *
     * @param keepdim whether the axis stays, with length 1
     */
    @Op
    static Tensor argmax(Tensor x, int axis, @Default("false") boolean keepdim) {
        return place(true, x, axis, keepdim);
    }

    /** The smallest element; equal ones share its gradient. */
    @Op
    static Tensor min(Tensor x) {
        return extreme("MinBackward1", false, x, null, false);
    }

    /**
     * The smallest elements along an axis, and where they are; the first of equal ones, which has all the gradient.
     *
     * @param keepdim whether the axis stays, with length 1
     */
    @Op
    static ValuesIndices min(Tensor x, int axis, @Default("false") boolean keepdim) {
        return withPlaces(false, x, axis, keepdim);
    }

    /** The smaller of two, element by element: {@code minimum} by another name. */
    @Op
    static Tensor min(Tensor x, Tensor other) {
        return Operators.minimum(x, other);
    }

    /** The smallest elements along axes (all without any), which go away; equal ones share the gradient. */
    @Op
    static Tensor amin(Tensor x, int... axis) {
        return amin(x, axis, false);
    }

    /**
     * The smallest elements along axes; equal ones share the gradient.
     *
     * @param keepdim whether the axes stay, with length 1
     */
    @Op
    static Tensor amin(Tensor x, @OrNumber int[] axis, boolean keepdim) {
        return extreme("AminBackward0", false, x, axis, keepdim);
    }

    /** Where the first smallest element is, counting in row-major order; int64. */
    @Op
    static Tensor argmin(Tensor x) {
        return place(false, x, null, false);
    }

    /**
     * Where the first smallest element along an axis is; int64.
     *
     * @param keepdim whether the axis stays, with length 1
     */
    @Op
    static Tensor argmin(Tensor x, int axis, @Default("false") boolean keepdim) {
        return place(false, x, axis, keepdim);
    }

    /**
     * The largest (or smallest) along axes; equal ones share the gradient, and so does NaN of all elements; beside NaN
     * along axes it is NaN.
     */
    static Tensor extreme(String gradName, boolean largest, Tensor x, int[] over, boolean keep) {
        ReducedAxes axes = new ReducedAxes(largest ? "max" : "min", x, over);
        DType type = x.dtype();
        Tensor y = ReduceLoops.reduce(largest ? ReduceOp.MAX : ReduceOp.MIN, axes, x, type, axes.shape(keep));
        return Sums.weighted(
                gradName,
                y,
                x,
                axes,
                keep,
                () -> {
                    Tensor top = Sums.spread(y, axes), equal = x.eq(top);
                    Tensor hits = (over == null ? equal.logicalOr(x.isnan().logicalAnd(top.isnan())) : equal).to(type);
                    return hits.div(hits.sum(axes.order == null ? new int[0] : axes.order, true));
                },
                x,
                y);
    }

    /**
     * The largest (or smallest) along one axis and where they are; the first of equal ones, which has all the gradient.
     */
    static ValuesIndices withPlaces(boolean largest, Tensor x, int axis, boolean keep) {
        String name = largest ? "max" : "min";
        int a = x.shape.axis(name, axis);
        Tensor places = place(largest, x, axis, true);
        boolean whole = keep || x.dim() == 0;
        Shape shape = whole ? places.shape : Shape.owning(Views.without(x.shape.dims, a));
        Tensor values = Picking.pick(largest ? "MaxBackward0" : "MinBackward0", x, along(x, a, places), shape);
        return new ValuesIndices(name, values, whole ? places : Tensor.over(places.storage, shape));
    }

    /** Where the first largest (or smallest) element along an axis is; of all elements if the axis is null. */
    static Tensor place(boolean largest, Tensor x, Integer axis, boolean keep) {
        ReducedAxes axes = new ReducedAxes(largest ? "argmax" : "argmin", x, axis == null ? null : new int[] {axis});
        return ReduceLoops.place(largest, axes, x, axes.shape(keep));
    }

    /** Places in x of entries counted along one axis. */
    private static int[] along(Tensor x, int axis, Tensor entries) {
        if (x.dim() == 0) {
            return new int[] {0};
        }
        int n = x.shape.dims[axis], inner = x.shape.strides[axis], width = entries.shape.dims[axis];
        long[] table = entries.storage.longs();
        int[] places = new int[table.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i / (inner * width) * (inner * n) + (int) table[i] * inner + i % inner;
        }
        return places;
    }

    /**
     * Elements in ascending or descending order along an axis, and where they were; equal ones keep their order, NaN
     * counts as largest.
     */
    @Op
    static ValuesIndices sort(Tensor x, @Default("-1") int axis, @Default("false") boolean descending) {
        int a = x.shape.axis("sort", axis);
        Tensor order = order(x, a, descending);
        return new ValuesIndices("sort", Picking.pick("SortBackward0", x, along(x, a, order), x.shape), order);
    }

    /** Which elements make ascending or descending order along an axis; int64. */
    @Op
    static Tensor argsort(Tensor x, @Default("-1") int axis, @Default("false") boolean descending) {
        return order(x, x.shape.axis("argsort", axis), descending);
    }

    /** The k largest (or smallest) elements along an axis in order, and where they are. */
    @Op
    static ValuesIndices topk(Tensor x, int k, @Default("-1") int axis, @Default("true") boolean largest) {
        int a = x.shape.axis("topk", axis), n = x.dim() == 0 ? 1 : x.shape.dims[a];
        if (k < 0 || k > n) {
            throw new IllegalArgumentException(say("tensor.extremes.axis-elements", "k", k, "a", a, "n", n));
        }
        Tensor order;
        if (x.dim() == 1 && k <= FEW && isPacked(x)) {
            order = Tensor.over(Storage.of(first(Loops.contiguous(x), k, largest)), Shape.owning(k));
        } else {
            Tensor all = order(x, a, largest);
            order = x.dim() == 0 ? all : Loops.fresh(Views.slice(all, a, 0, k, 1));
        }
        return new ValuesIndices("topk", Picking.pick("TopkBackward0", x, along(x, a, order), order.shape), order);
    }

    /** The middle element (the lower of two), NaN if one is NaN or if there are none; equal ones share the gradient. */
    @Op
    static Tensor median(Tensor x) {
        Tensor y = x.numel() == 0 && x.dtype().isFloatingPoint()
                ? Tensors.full(new int[0], Double.NaN, x.dtype())
                : median(Reshapes.reshape(x.detach(), -1), 0, false).values();
        return Sums.weighted(
                "MedianBackward0", y, x, new ReducedAxes("median", x, null), false, () -> shares(x, y), x, y);
    }

    /** For each element of x that equals y, or is NaN as it is, the same part of 1, else 0; y is 0-d. */
    private static Tensor shares(Tensor x, Tensor y) {
        Tensor hits = (y.isnan().isTrue() ? x.isnan() : x.eq(y)).to(x.dtype());
        return hits.div(hits.sum());
    }

    /**
     * The middle elements along an axis (the lower of two), NaN where one is, and where they are.
     *
     * @param keepdim whether the axis stays, with length 1
     */
    @Op
    static ValuesIndices median(Tensor x, int axis, @Default("false") boolean keepdim) {
        int a = x.shape.axis("median", axis), n = x.dim() == 0 ? 1 : x.shape.dims[a];
        if (n == 0) {
            throw new IllegalArgumentException(
                    say("tensor.extremes.there-no-element-choose", "a", a, "shape", x.shape.text()));
        }
        Tensor all = order(x, a, false);
        Tensor middle = x.dim() == 0 ? all : Loops.fresh(Views.slice(all, a, (n - 1) / 2, 1, 1));
        if (x.dtype().isFloatingPoint() && x.dim() > 0 && x.isnan().any().isTrue()) {
            // NaN comes last in order, so the first NaN is where argmax finds one.
            Tensor missing = Sums.any(x.detach().isnan(), new int[] {a}, true);
            middle = Loops.choose(missing, place(true, x, a, true), middle, middle.shape);
        }
        Tensor values = Picking.pick("MedianBackward1", x, along(x, a, middle), middle.shape);
        if (keepdim || x.dim() == 0) {
            return new ValuesIndices("median", values, middle);
        }
        Shape dropped = Shape.owning(Views.without(x.shape.dims, a));
        return new ValuesIndices(
                "median",
                Picking.pick("MedianBackward1", x, along(x, a, middle), dropped),
                Tensor.over(middle.storage, dropped));
    }

    /** For each place of an axis which element belongs there; int64. */
    private static Tensor order(Tensor x, int axis, boolean descending) {
        Tensor from = Loops.contiguous(x), out = Tensor.empty(DType.int64, x.shape);
        int n = x.dim() == 0 ? 1 : x.shape.dims[axis], inner = x.dim() == 0 ? 1 : x.shape.strides[axis];
        long[] to = out.storage.longs();
        if (isPacked(x)) {
            packedOrder(from, n, inner, descending, to);
            return out;
        }
        boolean fractions = x.dtype().isFloatingPoint();
        int[] line = new int[n], spare = new int[n];
        double[] keys = new double[fractions ? n : 0];
        long[] numbers = new long[fractions ? 0 : n];
        int lines = n == 0 ? 0 : x.numel() / n;
        for (int l = 0, work = 0; l < lines; l++) {
            int at = l / inner * (inner * n) + l % inner;
            for (int i = 0; i < n; i++) {
                line[i] = i;
                // -0.0 and 0.0 are equal here, and Double.compare puts NaN last.
                if (fractions) {
                    keys[i] = from.storage.getDouble(from.offset + at + i * inner) + 0.0;
                } else {
                    numbers[i] = from.storage.getLong(from.offset + at + i * inner);
                }
            }
            mergeSort(line, spare, 0, n, fractions ? keys : null, numbers, descending);
            for (int i = 0; i < n; i++) {
                to[at + i * inner] = line[i];
            }
            work = Loops.poll(work + 16 * n);
        }
        return out;
    }

    /**
     * Order of elements of 32 bits or less: sorted as whole numbers whose upper half is the element and whose lower
     * half its place.
     */
    private static void packedOrder(Tensor from, int n, int inner, boolean descending, long[] to) {
        long[] packed = new long[n];
        int lines = n == 0 ? 0 : from.numel() / n;
        for (int l = 0, work = 0; l < lines; l++) {
            int at = l / inner * (inner * n) + l % inner;
            for (int i = 0; i < n; i++) {
                packed[i] = packed(from, at + i * inner, descending) | i;
            }
            java.util.Arrays.sort(packed);
            for (int i = 0; i < n; i++) {
                to[at + i * inner] = (int) packed[i];
            }
            work = Loops.poll(work + 16 * n);
        }
    }

    private static boolean isPacked(Tensor x) {
        return x.dtype() != DType.float64 && x.dtype() != DType.int64;
    }

    /**
     * The upper half of a whole number that stands for element {@code at}: the order of the numbers is that of the
     * elements.
     */
    private static long packed(Tensor from, int at, boolean descending) {
        int place = from.offset + at, key;
        if (from.dtype() == DType.float32) {
            // Bits of a float in the order of its values: NaN above infinity, -0 the same as 0.
            int bits = Float.floatToIntBits(from.storage.floats()[place] + 0f);
            key = bits ^ bits >> 31 & Integer.MAX_VALUE;
        } else {
            key = (int) from.storage.getLong(place);
        }
        return (long) (descending ? ~key : key) << 32;
    }

    /**
     * Places of the first k elements in order, found in one pass: each that is among the first so far is put in its
     * place.
     */
    private static long[] first(Tensor x, int k, boolean descending) {
        long[] best = new long[k];
        for (int at = 0, count = 0, n = k == 0 ? 0 : x.numel(), work = 0; at < n; at += STRETCH) {
            int end = Math.min(n, at + STRETCH);
            if (count < k || !isBehind(x, at, end - at, (int) best[k - 1], descending)) {
                for (int i = at; i < end; i++) {
                    count = placed(packed(x, i, descending) | i, best, count);
                }
            }
            work = Loops.poll(work + STRETCH);
        }
        for (int i = 0; i < k; i++) {
            best[i] = (int) best[i];
        }
        return best;
    }

    /**
     * Whether no element of a stretch comes before element {@code last}; false also where that would take long to tell.
     */
    private static boolean isBehind(Tensor x, int at, int n, int last, boolean descending) {
        if (x.dtype() != DType.float32) {
            return false;
        }
        float[] values = x.storage.floats();
        float limit = values[x.offset + last];
        return descending
                ? Reductions.max(values, x.offset + at, n) <= limit
                : Reductions.min(values, x.offset + at, n) >= limit;
    }

    /** Puts an element in its place among the first so far, if it is one; how many there are then. */
    private static int placed(long element, long[] best, int count) {
        int k = best.length;
        if (count == k && element >= best[k - 1]) {
            return count;
        }
        int at = count < k ? count : k - 1;
        for (; at > 0 && best[at - 1] > element; at--) {
            best[at] = best[at - 1];
        }
        best[at] = element;
        return Math.min(k, count + 1);
    }

    /** Stable, as both directions must keep the order of equal elements; no boxed comparator. */
    private static void mergeSort(
            int[] line, int[] spare, int from, int to, double[] keys, long[] numbers, boolean descending) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(line, spare, from, middle, keys, numbers, descending);
        mergeSort(line, spare, middle, to, keys, numbers, descending);
        System.arraycopy(line, from, spare, from, to - from);
        for (int i = from, l = from, r = middle; i < to; i++) {
            boolean right = l == middle || r < to && before(spare[r], spare[l], keys, numbers, descending);
            line[i] = right ? spare[r++] : spare[l++];
        }
    }

    private static boolean before(int a, int b, double[] keys, long[] numbers, boolean descending) {
        int order = keys != null ? Double.compare(keys[a], keys[b]) : Long.compare(numbers[a], numbers[b]);
        return descending ? order > 0 : order < 0;
    }
}
