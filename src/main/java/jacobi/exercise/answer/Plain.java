package jacobi.exercise.answer;

import java.util.List;

/** A value as plain data: what a check compares, whichever process made it. */
public sealed interface Plain {

    /** What the value was, in the words of a cell, such as {@code Tensor}, {@code List} or {@code double}. */
    String type();

    /**
     * Numbers with a shape: a tensor, an array, a list, a column, a single number or truth value.
     *
     * @param dtype a tensor's dtype, such as {@code float32}; {@code bool} for truth values; empty where there is none
     * @param shape axis lengths, empty for a single number
     * @param values all elements, the last axis running fastest; truth values are 0 and 1
     */
    record Numbers(String type, String dtype, List<Integer> shape, double[] values) implements Plain {
        public Numbers {
            shape = List.copyOf(shape);
        }

        /** Whether it is one number, whatever its shape. */
        public boolean isSingle() {
            return values.length == 1;
        }

        /** The index of element {@code flat} along each axis. */
        public List<Integer> index(int flat) {
            Integer[] index = new Integer[shape.size()];
            int rest = flat;
            for (int axis = shape.size() - 1; axis >= 0; axis--) {
                index[axis] = rest % shape.get(axis);
                rest /= shape.get(axis);
            }
            return List.of(index);
        }
    }

    /**
     * A text, or texts in a list, an array or a column.
     *
     * @param shape empty for a single text
     */
    record Texts(String type, List<Integer> shape, List<String> values) implements Plain {
        public Texts {
            shape = List.copyOf(shape);
            values = List.copyOf(values);
        }
    }

    /**
     * A figure.
     *
     * @param xlim two numbers, or null where the figure chooses
     * @param ylim two numbers, or null where the figure chooses
     */
    record Drawing(String type, List<Curve> curves, double[] xlim, double[] ylim) implements Plain {
        public Drawing {
            curves = List.copyOf(curves);
        }
    }

    /** One line of a figure, in data coordinates. */
    record Curve(double[] x, double[] y) {}

    /**
     * Anything else.
     *
     * @param printed its {@code toString}
     */
    record Other(String type, String printed) implements Plain {}
}
