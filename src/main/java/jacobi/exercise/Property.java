package jacobi.exercise;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What holds between any argument of a right function and its result; a file names one in lower case with hyphens. */
enum Property {
    SAME_SHAPE("the result has the argument's shape") {
        @Override
        boolean holds(Tensor before, Tensor argument, Tensor result) {
            return Arrays.equals(argument.shape().toArray(), result.shape().toArray());
        }
    },
    SAME_OBJECT("the result is the argument itself, changed in place") {
        @Override
        boolean holds(Tensor before, Tensor argument, Tensor result) {
            return argument == result && !near(before, argument, 0);
        }
    },
    ARGUMENT_UNCHANGED("the argument keeps its values") {
        @Override
        boolean holds(Tensor before, Tensor argument, Tensor result) {
            return near(before, argument, 0);
        }
    },
    NONNEGATIVE("no element is negative") {
        @Override
        boolean holds(Tensor before, Tensor argument, Tensor result) {
            return Arrays.stream(numbers(result)).allMatch(value -> value >= 0);
        }
    },
    SYMMETRIC("the result equals its transpose") {
        @Override
        boolean holds(Tensor before, Tensor argument, Tensor result) {
            return result.dim() == 2 && near(result, result.transpose(0, 1), SLACK);
        }
    },
    ROWS_SUM_TO_ZERO("each row sums to 0") {
        @Override
        boolean holds(Tensor before, Tensor argument, Tensor result) {
            return all(result.sum(1), 0);
        }
    },
    ROWS_SUM_TO_ONE("each row sums to 1") {
        @Override
        boolean holds(Tensor before, Tensor argument, Tensor result) {
            return all(result.sum(1), 1);
        }
    },
    COLUMNS_SUM_TO_ONE("each column sums to 1") {
        @Override
        boolean holds(Tensor before, Tensor argument, Tensor result) {
            return all(result.sum(0), 1);
        }
    },
    ROWS_OF_LENGTH_ONE("each row has length 1") {
        @Override
        boolean holds(Tensor before, Tensor argument, Tensor result) {
            return all(result.mul(result).sum(1), 1);
        }
    },
    LENGTH_ONE("the result has length 1") {
        @Override
        boolean holds(Tensor before, Tensor argument, Tensor result) {
            return all(result.mul(result).sum(), 1);
        }
    };

    /** What rounding in float32 may leave. */
    private static final double SLACK = 1e-4;

    private final String words;

    Property(String words) {
        this.words = words;
    }

    /** What it says, for a card. */
    String words() {
        return words;
    }

    /**
     * Whether it holds.
     *
     * @param before the argument's values as they were before the call
     * @param argument the argument after the call
     */
    abstract boolean holds(Tensor before, Tensor argument, Tensor result);

    /** Every property by its name in a file. */
    static Map<String, Property> byName() {
        Map<String, Property> names = new TreeMap<>();
        for (Property property : values()) {
            names.put(property.name().toLowerCase(Locale.ROOT).replace('_', '-'), property);
        }
        return names;
    }

    private static double[] numbers(Tensor tensor) {
        return tensor.detach().to(DType.float64).toDoubleArray();
    }

    private static boolean near(Tensor a, Tensor b, double slack) {
        double[] left = numbers(a);
        double[] right = numbers(b);
        if (left.length != right.length) {
            return false;
        }
        for (int i = 0; i < left.length; i++) {
            if (!(Math.abs(left[i] - right[i]) <= slack)) {
                return false;
            }
        }
        return true;
    }

    private static boolean all(Tensor tensor, double wanted) {
        return Arrays.stream(numbers(tensor)).allMatch(value -> Math.abs(value - wanted) <= SLACK);
    }
}
