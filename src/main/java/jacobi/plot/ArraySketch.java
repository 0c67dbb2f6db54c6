package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.data.GivenNumbers;
import java.util.Arrays;

/**
 * Draws an array as cells: rows across, columns down, layers one behind the other, blocks side by side, and rows of
 * blocks one below the other.
 */
final class ArraySketch {
    private static final double CELL = 22;
    private static final double BEHIND = 9;
    private static final double GAP = 26;
    private static final int MOST = 12;
    private static final int MOST_AXES = 5;
    private static final String FILL = "#dbe9f6";
    private static final String EDGE = "C0";

    private final int[] shape;
    private final double[] values;

    ArraySketch(int[] shape, double[] values) {
        if (shape.length > MOST_AXES) {
            throw new IllegalArgumentException(say("plot.array-sketch.axes", "found", shape.length));
        }
        for (int size : shape) {
            if (size < 1 || size > MOST) {
                throw new IllegalArgumentException(
                        say("plot.array-sketch.sizes", "most", MOST, "shape", Arrays.toString(shape)));
            }
        }
        this.shape = shape.clone();
        this.values = values;
    }

    static ArraySketch of(Object array) {
        int depth = GivenNumbers.depth(array, "drawArray");
        int[] shape = new int[depth];
        Object part = array;
        for (int axis = 0; axis < depth; axis++) {
            shape[axis] = GivenNumbers.items(part, "drawArray").size();
            part = GivenNumbers.items(part, "drawArray").get(0);
        }
        return new ArraySketch(shape, flat(array, depth));
    }

    private static double[] flat(Object array, int depth) {
        return depth <= 1
                ? GivenNumbers.vector(array, "drawArray")
                : GivenNumbers.items(array, "drawArray").stream()
                        .map(item -> flat(item, depth - 1))
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
    }

    /** How long the axis is that stands so far from the end; 1 where there is none. */
    private int size(int fromEnd) {
        return fromEnd < shape.length ? shape[shape.length - 1 - fromEnd] : 1;
    }

    Diagram draw() {
        int columns = size(0);
        int rows = size(1);
        int layers = size(2);
        int blocks = size(3);
        String sizes = shape.length == 1
                ? "(" + shape[0] + ",)"
                : Arrays.toString(shape).replace('[', '(').replace(']', ')');
        Diagram diagram = new Diagram(say("plot.array-sketch.title", "kind", kind(), "shape", sizes));
        diagram.color(EDGE).fill(FILL).linewidth(0.8).fontsize(9);
        double depth = (layers - 1) * BEHIND;
        for (int line = 0; line < size(4); line++) {
            for (int block = 0; block < blocks; block++) {
                double left = block * (columns * CELL + depth + GAP);
                double top = line * (rows * CELL + depth + GAP);
                int from = (line * blocks + block) * layers * rows * columns;
                for (int layer = layers - 1; layer >= 0; layer--) {
                    grid(
                            diagram,
                            left + layer * BEHIND,
                            top + depth - layer * BEHIND,
                            rows,
                            columns,
                            from + layer * rows * columns);
                }
            }
        }
        name(diagram, depth);
        return diagram;
    }

    /** @param from the number of the grid's first element; only the front layer's numbers can be read */
    private void grid(Diagram diagram, double left, double top, int rows, int columns, int from) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = values == null ? Double.NaN : values[from + row * columns + column];
                diagram.color(EDGE).box(left + column * CELL, top + row * CELL, CELL, CELL, "");
                if (!Double.isNaN(value)) {
                    diagram.color("k")
                            .text(left + (column + 0.5) * CELL, top + (row + 0.5) * CELL, Sketches.number(value));
                }
            }
        }
    }

    private String kind() {
        return switch (shape.length) {
            case 0 -> say("plot.array-sketch.scalar");
            case 1 -> say("plot.array-sketch.vector");
            case 2 -> say("plot.array-sketch.matrix");
            default -> say("plot.array-sketch.array", "axes", shape.length);
        };
    }

    /** An arrow along each axis with its number and its size: the inner axes at the last line of blocks. */
    private void name(Diagram diagram, double depth) {
        int axes = shape.length;
        double width = size(0) * CELL;
        double height = size(1) * CELL;
        double top = (size(4) - 1) * (height + depth + GAP);
        double front = top + depth;
        double bottom = front + height;
        diagram.color("0.35").fontsize(8).linewidth(1);
        if (axes >= 1) {
            diagram.arrow(0, bottom + 7, width, bottom + 7).text(width / 2, bottom + 15, named(0));
        }
        if (axes >= 2) {
            diagram.arrow(-7, front, -7, bottom).textTo(-11, front + height / 2, named(1));
        }
        if (axes >= 3) {
            diagram.arrow(-7, front - 2, -7 + depth, top - 2);
            diagram.textTo(-11 + depth / 2, top + depth / 2 - 4, named(2));
        }
        if (axes >= 4) {
            double end = size(3) * (width + depth + GAP) - GAP;
            diagram.arrow(0, bottom + 27, end, bottom + 27).text(end / 2, bottom + 35, named(3));
        }
        if (axes == 5) {
            diagram.arrow(-62, 0, -62, bottom).textTo(-66, bottom / 2, named(4));
        }
    }

    private String named(int fromEnd) {
        return say("plot.array-sketch.axis", "number", shape.length - 1 - fromEnd, "length", size(fromEnd));
    }
}
