package jacobi.tensor;

import static jacobi.tensor.DType.bool;
import static jacobi.tensor.DType.float32;
import static jacobi.tensor.DType.float64;
import static jacobi.tensor.DType.int64;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;

/**
 * Random expressions over random shapes, views and types: values agree with a plain evaluator, gradients with
 * differences.
 *
 * <p>An expression is a list of numbers; each chooses an operation and, among the results so far, its operands.
 */
@Tag("slow")
class ExpressionPropertiesTest {

    /** A tensor and what it should be. */
    private record Pair(Tensor tensor, Plain plain) {
        DType type() {
            return plain.type;
        }

        int dim() {
            return plain.dims.length;
        }
    }

    @Property(tries = 400, seed = "174218")
    @Label("Values, shapes and types agree with the plain evaluator")
    void values(@ForAll long seed, @ForAll @Size(min = 1, max = 14) List<Integer> steps) {
        List<Pair> pool = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        // Without float32 leaves most expressions stay exact, and are held to it.
        DType fraction = random.nextBoolean() ? float32 : float64;
        for (DType type : new DType[] {float64, fraction, int64, bool}) {
            pool.add(leaf(type, random));
        }
        for (int step : steps) {
            Pair next = step(pool, new SplittableRandom(step), true);
            pool.add(next);
            agree(next, pool.stream().anyMatch(p -> p.type() == float32));
        }
    }

    /** @param coarse whether some result was rounded to float32, and may have gone into this one */
    private static void agree(Pair pair, boolean coarse) {
        assertThat(pair.tensor.shape().toArray()).containsExactly(pair.plain.dims);
        assertThat(pair.tensor.dtype()).isEqualTo(pair.type());
        double[] values = pair.tensor.toDoubleArray();
        double tolerance = !pair.type().isFloatingPoint() ? 0 : coarse ? 5e-4 : 1e-10;
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i])
                    .isCloseTo(
                            pair.plain.values[i],
                            org.assertj.core.data.Offset.offset(
                                    tolerance * Math.max(1, Math.abs(pair.plain.values[i]))));
        }
    }

    @Property(tries = 150, seed = "182137")
    @Label("Gradients, backward and forward, agree with differences")
    void gradients(@ForAll long seed, @ForAll @Size(min = 1, max = 10) List<Integer> steps) {
        SplittableRandom random = new SplittableRandom(seed);
        Pair a = leaf(float64, random), b = leaf(float64, random);
        Autograd.gradcheck(
                inputs -> {
                    List<Pair> pool = new ArrayList<>();
                    pool.add(new Pair(inputs.get(0), a.plain));
                    pool.add(new Pair(inputs.get(1), b.plain));
                    Tensor total = inputs.get(0).mul(0.5).sum();
                    for (int step : steps) {
                        Pair next = step(pool, new SplittableRandom(step), false);
                        pool.add(next);
                        total = total.add(next.tensor.mean().tanh());
                    }
                    return total;
                },
                List.of(a.tensor.contiguous(), b.tensor.contiguous()));
    }

    /** Random numbers in a random shape, as a plain tensor or as a view of a larger or turned one. */
    private static Pair leaf(DType type, SplittableRandom r) {
        int[] dims = new int[r.nextInt(4)];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = 1 + r.nextInt(3);
        }
        double[] numbers = r.doubles(27, -2, 2).toArray();
        Plain plain = new Plain(type, dims, at -> {
            int k = 0;
            for (int i : at) {
                k = 3 * k + i;
            }
            double v = numbers[k];
            return type == bool ? (v > 0 ? 1 : 0) : type.isFloatingPoint() ? v : Math.rint(3 * v);
        });
        Tensor x = Tensors.tensor(plain.values, float64).to(type).reshape(dims);
        if (dims.length > 0 && r.nextBoolean()) {
            x = x.T().clone().T();
        }
        if (dims.length > 0 && r.nextBoolean()) {
            x = x.repeatInterleave(2, 0).get(Tensors.slice(null, null, 2));
        }
        return new Pair(x, plain);
    }

    private static Pair step(List<Pair> pool, SplittableRandom r, boolean anyType) {
        Pair x = pool.get(r.nextInt(pool.size())), y = pool.get(r.nextInt(pool.size()));
        if (x.plain.values.length > 120) {
            return mean(x.type().isFloatingPoint() ? x : cast(x, float64), r);
        }
        if (x.type() == int64 && largest(x) > 1000) {
            return remainder(x);
        }
        if (x.type() == bool && r.nextBoolean()) {
            return cast(x, int64);
        }
        return switch (r.nextInt(anyType ? 18 : 15)) {
            case 0 -> binary(x, y, r.nextInt(4));
            case 1, 2 -> unary(x, r.nextInt(6));
            case 3 -> axes(x, r);
            case 4 -> slice(x, r);
            case 5 -> x.dim() == 0 ? unary(x, 0) : sum(x, r);
            case 6 -> mean(x.type().isFloatingPoint() ? x : cast(x, float64), r);
            case 7 -> flat(x);
            case 8 -> repeated(x);
            case 9 -> x.dim() == 0 ? repeated(x) : doubled(x, r.nextInt(x.dim()));
            case 10 -> product(x);
            case 11 -> chosen(x);
            case 12 -> x.dim() == 0 ? unary(x, 0) : running(x, r.nextInt(x.dim()));
            case 13 -> x.dim() == 0 ? flat(x) : flipped(x, r.nextInt(x.dim()));
            case 14 -> x.dim() == 0 ? unary(x, 1) : selected(x, r);
            case 15 -> compared(x, y);
            case 16 -> cast(x, new DType[] {float64, float32, int64}[r.nextInt(3)]);
            default -> x.dim() == 0 || x.type() == bool ? unary(x, 0) : largestAlong(x, r.nextInt(x.dim()));
        };
    }

    /** Whether a fraction is so near a place where an operation jumps that rounding could decide. */
    private static boolean isNear(Plain x, Plain jump) {
        for (int i = 0; x.type.isFloatingPoint() && i < x.values.length; i++) {
            if (Math.abs(x.values[i] - jump.values[i]) < 1e-3 * Math.max(1, Math.abs(x.values[i]))) {
                return true;
            }
        }
        return false;
    }

    private static double largest(Pair x) {
        double most = 0;
        for (double v : x.plain.values) {
            most = Math.max(most, Math.abs(v));
        }
        return most;
    }

    private static Pair remainder(Pair x) {
        return new Pair(x.tensor.remainder(7), x.plain.unary(int64, v -> Math.floorMod((long) v, 7L)));
    }

    private static Pair cast(Pair x, DType type) {
        if (!type.isFloatingPoint() && isNear(x.plain, x.plain.unary(float64, Math::rint))) {
            return flat(x);
        }
        return new Pair(x.tensor.to(type), x.plain.unary(type, v -> v));
    }

    private static DType promoted(Pair x, Pair y) {
        DType p = x.type(), q = y.type();
        boolean weakX = x.dim() == 0 && y.dim() > 0, weakY = y.dim() == 0 && x.dim() > 0;
        if (weakY && category(p) >= category(q)) {
            return p;
        }
        if (weakX && category(q) >= category(p)) {
            return q;
        }
        return p.ordinal() > q.ordinal() ? p : q;
    }

    private static int category(DType type) {
        return type == bool ? 0 : type.isFloatingPoint() ? 2 : 1;
    }

    private static Pair binary(Pair x, Pair y, int which) {
        DType type = promoted(x, y);
        if (type == bool) {
            which = 2;
        }
        Plain plain = switch (which) {
            case 0 -> x.plain.binary(y.plain, type, (a, b) -> a + b);
            case 1 -> x.plain.binary(y.plain, type, (a, b) -> a - b);
            case 2 -> x.plain.binary(y.plain, type, (a, b) -> a * b);
            default -> x.plain.binary(y.plain, type, Math::max);
        };
        if (plain == null) {
            return binary(x, x, which);
        }
        Tensor tensor = switch (which) {
            case 0 -> x.tensor.add(y.tensor);
            case 1 -> x.tensor.sub(y.tensor);
            case 2 -> x.tensor.mul(y.tensor);
            default -> x.tensor.maximum(y.tensor);
        };
        return new Pair(tensor, plain);
    }

    private static Pair unary(Pair x, int which) {
        if (x.type() == bool) {
            return cast(x, int64);
        }
        DType type = x.type(), fraction = type.isFloatingPoint() ? type : float32;
        if (largest(x) > 50) {
            which = 2;
        }
        return switch (which) {
            case 0 -> new Pair(x.tensor.neg(), x.plain.unary(type, v -> -v));
            case 1 -> new Pair(x.tensor.square(), x.plain.unary(type, v -> v * v));
            case 2 -> new Pair(x.tensor.tanh(), x.plain.unary(fraction, Math::tanh));
            case 3 -> new Pair(x.tensor.sin(), x.plain.unary(fraction, Math::sin));
            case 4 -> new Pair(x.tensor.sigmoid(), x.plain.unary(fraction, v -> 1 / (1 + Math.exp(-v))));
            default -> new Pair(x.tensor.mul(3).div(2), x.plain.unary(fraction, v -> v * 3 / 2));
        };
    }

    private static Pair axes(Pair x, SplittableRandom r) {
        int n = x.dim();
        int[] order = Views.identity(n), dims = new int[n];
        for (int i = n - 1; i > 0; i--) {
            int j = r.nextInt(i + 1), swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        for (int i = 0; i < n; i++) {
            dims[i] = x.plain.dims[order[i]];
        }
        return new Pair(x.tensor.permute(order), new Plain(x.type(), dims, at -> {
            int[] own = new int[n];
            for (int i = 0; i < n; i++) {
                own[order[i]] = at[i];
            }
            return x.plain.get(own);
        }));
    }

    private static Pair slice(Pair x, SplittableRandom r) {
        if (x.dim() == 0) {
            return unary(x, 0);
        }
        int axis = r.nextInt(x.dim()), n = x.plain.dims[axis], from = r.nextInt(n), by = 1 + r.nextInt(2);
        int[] dims = x.plain.dims.clone();
        dims[axis] = (n - from + by - 1) / by;
        Object[] index = new Object[axis + 1];
        java.util.Arrays.fill(index, Tensors.slice());
        index[axis] = Tensors.slice(from, null, by);
        return new Pair(x.tensor.get(index), new Plain(x.type(), dims, at -> {
            int[] own = at.clone();
            own[axis] = from + by * at[axis];
            return x.plain.get(own);
        }));
    }

    private static Pair selected(Pair x, SplittableRandom r) {
        int axis = r.nextInt(x.dim()), place = r.nextInt(x.plain.dims[axis]);
        int[] dims = Views.without(x.plain.dims, axis);
        return new Pair(
                x.tensor.select(axis, place - x.plain.dims[axis]),
                new Plain(x.type(), dims, at -> x.plain.get(Views.with(at, axis, place))));
    }

    private static Pair sum(Pair x, SplittableRandom r) {
        int axis = r.nextInt(x.dim());
        DType type = x.type().isFloatingPoint() ? x.type() : int64;
        return new Pair(x.tensor.sum(axis - x.dim()), x.plain.reduce(axis, type, 0, Double::sum));
    }

    private static Pair mean(Pair x, SplittableRandom r) {
        if (x.dim() == 0) {
            return unary(x, 2);
        }
        int axis = r.nextInt(x.dim()), n = x.plain.dims[axis];
        Plain sums = x.plain.reduce(axis, float64, 0, Double::sum);
        return new Pair(x.tensor.mean(axis), sums.unary(x.type(), v -> v / n));
    }

    private static Pair largestAlong(Pair x, int axis) {
        return new Pair(
                x.tensor.max(axis).values(), x.plain.reduce(axis, x.type(), Double.NEGATIVE_INFINITY, Math::max));
    }

    private static Pair flat(Pair x) {
        return new Pair(
                x.tensor.reshape(-1),
                new Plain(x.type(), new int[] {x.plain.values.length}, at -> x.plain.values[at[0]]));
    }

    private static Pair repeated(Pair x) {
        int[] dims = Views.with(x.plain.dims, 0, 2);
        return new Pair(
                x.tensor.unsqueeze(0).expand(dims), new Plain(x.type(), dims, at -> x.plain.get(Views.without(at, 0))));
    }

    private static Pair doubled(Pair x, int axis) {
        int n = x.plain.dims[axis];
        int[] dims = x.plain.dims.clone();
        dims[axis] = 2 * n;
        return new Pair(Tensors.cat(List.of(x.tensor, x.tensor), axis), new Plain(x.type(), dims, at -> {
            int[] own = at.clone();
            own[axis] %= n;
            return x.plain.get(own);
        }));
    }

    private static Pair product(Pair x) {
        if (x.dim() != 2 || x.type() == bool || largest(x) > 100) {
            return unary(x, 2);
        }
        int m = x.plain.dims[0], k = x.plain.dims[1];
        return new Pair(x.tensor.matmul(x.tensor.T()), new Plain(x.type(), new int[] {m, m}, at -> {
            double sum = 0;
            for (int i = 0; i < k; i++) {
                sum += x.plain.get(at[0], i) * x.plain.get(at[1], i);
            }
            return sum;
        }));
    }

    private static Pair chosen(Pair x) {
        if (x.type() == bool) {
            return cast(x, int64);
        }
        if (isNear(x.plain, x.plain.unary(float64, v -> 0.25))) {
            return flat(x);
        }
        return new Pair(
                Tensors.where(x.tensor.gt(0.25), x.tensor, x.tensor.neg()),
                x.plain.unary(x.type(), v -> v > 0.25 ? v : -v));
    }

    private static Pair running(Pair x, int axis) {
        DType type = x.type().isFloatingPoint() ? x.type() : int64;
        return new Pair(x.tensor.cumsum(axis), new Plain(type, x.plain.dims, at -> {
            double sum = 0;
            int[] own = at.clone();
            for (own[axis] = 0; own[axis] <= at[axis]; own[axis]++) {
                sum += x.plain.get(own);
            }
            return sum;
        }));
    }

    private static Pair flipped(Pair x, int axis) {
        return new Pair(x.tensor.flip(axis), new Plain(x.type(), x.plain.dims, at -> {
            int[] own = at.clone();
            own[axis] = x.plain.dims[axis] - 1 - at[axis];
            return x.plain.get(own);
        }));
    }

    private static Pair compared(Pair x, Pair y) {
        DType type = promoted(x, y);
        Plain distance = x.plain.binary(y.plain, float64, (a, b) -> a - b);
        if (distance != null && isNear(distance, distance.unary(float64, v -> 0))) {
            return flat(x);
        }
        Plain plain = x.plain.unary(type, v -> v).binary(y.plain.unary(type, v -> v), bool, (a, b) -> a < b ? 1 : 0);
        return plain == null ? cast(x, int64) : new Pair(x.tensor.lt(y.tensor), plain);
    }
}
