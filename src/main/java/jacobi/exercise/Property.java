package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What holds between any argument of a right function and its result; a file names one in lower case with hyphens. */
enum Property {
    SAME_SHAPE(
            "exercise.property.result-argument-shape",
            (before, argument, result) ->
                    Arrays.equals(argument.shape().toArray(), result.shape().toArray())),
    SAME_OBJECT(
            "exercise.property.result-argument-itself-changed",
            (before, argument, result) -> argument == result && !near(before, argument, 0)),
    ARGUMENT_UNCHANGED(
            "exercise.property.argument-keeps-its-values", (before, argument, result) -> near(before, argument, 0)),
    NONNEGATIVE(
            "exercise.property.no-element-negative",
            result -> Arrays.stream(numbers(result)).allMatch(value -> value >= 0)),
    SYMMETRIC("exercise.property.result-equals-its-transpose", Property::isSymmetric),
    ROWS_SUM_TO_ZERO("exercise.property.each-row-sums-to-zero", result -> all(result.sum(1), 0)),
    ROWS_SUM_TO_ONE("exercise.property.each-row-sums-to-one", result -> all(result.sum(1), 1)),
    COLUMNS_SUM_TO_ONE("exercise.property.each-column-sums", result -> all(result.sum(0), 1)),
    ROWS_OF_LENGTH_ONE(
            "exercise.property.each-row-length",
            result -> all(result.mul(result).sum(1), 1)),
    LENGTH_ONE(
            "exercise.property.result-length", result -> all(result.mul(result).sum(), 1));

    /** Whether a property holds of a call. */
    private interface Condition {
        boolean holds(Tensor before, Tensor argument, Tensor result);
    }

    /** What rounding in float32 may leave. */
    private static final double SLACK = 1e-4;

    /** The key of what it says. */
    private final String message;

    private final Condition condition;

    Property(String message, Condition condition) {
        this.message = message;
        this.condition = condition;
    }

    Property(String message, Predicate<Tensor> condition) {
        this(message, (before, argument, result) -> condition.test(result));
    }

    /** What it says, for a card. */
    String words() {
        return say(message);
    }

    /**
     * Whether it holds.
     *
     * @param before the argument's values as they were before the call
     * @param argument the argument after the call
     */
    boolean holds(Tensor before, Tensor argument, Tensor result) {
        return condition.holds(before, argument, result);
    }

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

    private static boolean isSymmetric(Tensor matrix) {
        return matrix.dim() == 2 && near(matrix, matrix.transpose(0, 1), SLACK);
    }

    private static boolean all(Tensor tensor, double wanted) {
        return Arrays.stream(numbers(tensor)).allMatch(value -> Math.abs(value - wanted) <= SLACK);
    }
}
