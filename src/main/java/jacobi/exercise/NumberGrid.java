package jacobi.exercise;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Numbers with a shape, whatever held them: a tensor, an array, a list, a single number or truth value.
 *
 * @param shape axis lengths, empty for a single number
 * @param values all elements, the last axis running fastest
 */
record NumberGrid(List<Integer> shape, double[] values) {

    /** Reads a value; empty for what holds no numbers, and for lists of uneven length. */
    static Optional<NumberGrid> of(Object value) {
        if (value instanceof Tensor tensor) {
            return Optional.of(of(tensor));
        }
        List<Integer> shape = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        return gather(value, 0, shape, values)
                ? Optional.of(new NumberGrid(
                        shape, values.stream().mapToDouble(Double::doubleValue).toArray()))
                : Optional.empty();
    }

    private static NumberGrid of(Tensor tensor) {
        List<Integer> shape = Arrays.stream(tensor.shape().toArray()).boxed().toList();
        return new NumberGrid(shape, tensor.detach().to(DType.float64).toDoubleArray());
    }

    private static boolean gather(Object value, int depth, List<Integer> shape, List<Double> values) {
        if (value instanceof Number number) {
            return depth == shape.size() && values.add(number.doubleValue());
        }
        if (value instanceof Boolean truth) {
            return depth == shape.size() && values.add(truth ? 1.0 : 0.0);
        }
        List<?> items = items(value);
        if (items == null) {
            return false;
        }
        if (depth == shape.size()) {
            if (!values.isEmpty()) {
                return false;
            }
            shape.add(items.size());
        } else if (shape.get(depth) != items.size()) {
            return false;
        }
        for (Object item : items) {
            Object inner = item instanceof Tensor tensor && tensor.numel() == 1 ? tensor.item() : item;
            if (!gather(inner, depth + 1, shape, values)) {
                return false;
            }
        }
        return true;
    }

    private static List<?> items(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value == null || !value.getClass().isArray()) {
            return null;
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            items.add(Array.get(value, i));
        }
        return items;
    }

    /** The index of element {@code flat} along each axis. */
    List<Integer> index(int flat) {
        Integer[] index = new Integer[shape.size()];
        int rest = flat;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.get(axis);
            rest /= shape.get(axis);
        }
        return List.of(index);
    }
}
