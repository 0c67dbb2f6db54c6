package jacobi.tensor;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * An array evaluated in the plainest way, to compare tensors with: no strides, no views, every element computed from
 * its position. Whole numbers are exact as long as they stay below 2⁵³.
 */
final class Plain {
    final DType type;
    final int[] dims;
    final double[] values;

    Plain(DType type, int[] dims, ToDoubleFunction<int[]> element) {
        this.type = type;
        this.dims = dims;
        values = new double[Shape.of(dims).numel()];
        int[] at = new int[dims.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rounded(element.applyAsDouble(at));
            for (int d = dims.length - 1; d >= 0 && ++at[d] == dims[d]; d--) {
                at[d] = 0;
            }
        }
    }

    private double rounded(double v) {
        return switch (type) {
            case bool -> v != 0 ? 1 : 0;
            case int32 -> (int) v;
            case int64 -> (long) v;
            case float32 -> (float) v;
            case float64 -> v;
        };
    }

    double get(int... at) {
        int place = 0;
        for (int d = 0; d < dims.length; d++) {
            place = place * dims[d] + at[d];
        }
        return values[place];
    }

    Plain unary(DType result, DoubleUnaryOperator f) {
        return new Plain(result, dims, at -> f.applyAsDouble(get(at)));
    }

    /**
     * Element by element, repeated where a length is 1 or an axis is missing; null if the shapes do not go together.
     */
    Plain binary(Plain other, DType result, DoubleBinaryOperator f) {
        int n = Math.max(dims.length, other.dims.length);
        int[] common = new int[n];
        for (int i = 1; i <= n; i++) {
            int p = i <= dims.length ? dims[dims.length - i] : 1,
                    q = i <= other.dims.length ? other.dims[other.dims.length - i] : 1;
            if (p != q && p != 1 && q != 1) {
                return null;
            }
            common[n - i] = p == 1 ? q : p;
        }
        return new Plain(result, common, at -> f.applyAsDouble(repeated(at), other.repeated(at)));
    }

    private double repeated(int[] at) {
        int[] own = new int[dims.length];
        for (int d = 0; d < own.length; d++) {
            own[d] = dims[d] == 1 ? 0 : at[at.length - dims.length + d];
        }
        return get(own);
    }

    /** One number made of all along an axis, which goes away. */
    Plain reduce(int axis, DType result, double start, DoubleBinaryOperator f) {
        return new Plain(result, Views.without(dims, axis), at -> {
            double sum = start;
            for (int i = 0; i < dims[axis]; i++) {
                sum = f.applyAsDouble(sum, get(Views.with(at, axis, i)));
            }
            return sum;
        });
    }
}
