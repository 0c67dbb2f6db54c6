package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.data.Numbers;
import java.util.Arrays;

/** Draws an array as cells: rows across, columns down, layers one behind the other, blocks side by side. */
final class ArraySketch {
    private static final double CELL = 22;
    private static final double BEHIND = 9;
    private static final double GAP = 26;
    private static final int MOST = 12;
    private static final String FILL = "#dbe9f6";
    private static final String EDGE = "C0";

    private final int[] shape;
    private final double[] values;

    ArraySketch(int[] shape, double[] values) {
        if (shape.length > 4) {
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
        int depth = Numbers.depth(array, "drawArray");
        int[] shape = new int[depth];
        Object part = array;
        for (int axis = 0; axis < depth; axis++) {
            shape[axis] = Numbers.items(part, "drawArray").size();
            part = Numbers.items(part, "drawArray").get(0);
        }
        return new ArraySketch(shape, flat(array, depth));
    }

    private static double[] flat(Object array, int depth) {
        return depth <= 1
                ? Numbers.vector(array, "drawArray")
                : Numbers.items(array, "drawArray").stream()
                        .map(item -> flat(item, depth - 1))
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
    }

    Diagram draw() {
        int axes = shape.length;
        int columns = axes < 1 ? 1 : shape[axes - 1];
        int rows = axes < 2 ? 1 : shape[axes - 2];
        int layers = axes < 3 ? 1 : shape[axes - 3];
        int blocks = axes < 4 ? 1 : shape[0];
        String sizes =
                axes == 0 ? "()" : Arrays.toString(shape).replace('[', '(').replace(']', ')');
        Diagram diagram = new Diagram(
                say("plot.array-sketch.title", "kind", kind(axes), "shape", axes == 1 ? "(" + shape[0] + ",)" : sizes));
        diagram.color(EDGE).fill(FILL).linewidth(0.8).fontsize(9);
        double depth = (layers - 1) * BEHIND;
        for (int block = 0; block < blocks; block++) {
            double left = block * (columns * CELL + depth + GAP);
            for (int layer = layers - 1; layer >= 0; layer--) {
                grid(
                        diagram,
                        left + layer * BEHIND,
                        depth - layer * BEHIND,
                        rows,
                        columns,
                        (block * layers + layer) * rows * columns);
            }
        }
        name(diagram, rows, columns, layers, blocks, depth);
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

    private static String kind(int axes) {
        return switch (axes) {
            case 0 -> say("plot.array-sketch.scalar");
            case 1 -> say("plot.array-sketch.vector");
            case 2 -> say("plot.array-sketch.matrix");
            default -> say("plot.array-sketch.array", "axes", axes);
        };
    }

    private static String axis(int number, int length) {
        return say("plot.array-sketch.axis", "number", number, "length", length);
    }

    /** An arrow along each axis with its number and its size. */
    private void name(Diagram diagram, int rows, int columns, int layers, int blocks, double depth) {
        int axes = shape.length;
        diagram.color("0.35").fontsize(8).linewidth(1);
        double bottom = depth + rows * CELL;
        if (axes >= 1) {
            diagram.arrow(0, bottom + 7, columns * CELL, bottom + 7);
            diagram.text(columns * CELL / 2, bottom + 15, axis(axes - 1, columns));
        }
        if (axes >= 2) {
            diagram.arrow(-7, depth, -7, bottom);
            diagram.textTo(-11, depth + rows * CELL / 2, axis(axes - 2, rows));
        }
        if (axes >= 3) {
            diagram.arrow(-7, depth - 2, -7 + depth, -2);
            diagram.textTo(-11 + depth / 2, depth / 2 - 4, axis(axes - 3, layers));
        }
        if (axes == 4) {
            double end = blocks * (columns * CELL + depth + GAP) - GAP;
            diagram.arrow(0, bottom + 27, end, bottom + 27).text(end / 2, bottom + 35, axis(0, blocks));
        }
    }
}
