package jacobi.plot;

import static jacobi.language.Say.say;

import java.util.ArrayList;
import java.util.List;

/** Draws which elements of a matrix an index takes; the index is read as PyTorch reads it. */
final class IndexSketch {
    private static final double CELL = 26;
    private static final int MOST = 20;

    private final double[][] matrix;
    private final String index;
    private final List<Integer> rows;
    private final List<Integer> columns;
    private final String shape;

    IndexSketch(double[][] matrix, String index) {
        this.matrix = matrix;
        this.index = index.strip();
        if (matrix.length > MOST || matrix[0].length > MOST) {
            throw new IllegalArgumentException(
                    say("plot.index-sketch.size", "most", MOST, "rows", matrix.length, "columns", matrix[0].length));
        }
        String[] parts = this.index.split(",", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException(say("plot.index-sketch.one-for-each-axis", "index", index));
        }
        rows = chosen(parts[0].strip(), matrix.length, 0);
        columns = chosen(parts.length == 1 ? ":" : parts[1].strip(), matrix[0].length, 1);
        boolean keepsRows = parts[0].contains(":");
        boolean keepsColumns = parts.length == 1 || parts[1].contains(":");
        String sizes = (keepsRows ? String.valueOf(rows.size()) : "")
                + (keepsRows && keepsColumns ? ", " : "")
                + (keepsColumns ? String.valueOf(columns.size()) : "");
        shape = "(" + sizes + (keepsRows != keepsColumns ? ",)" : ")");
    }

    Diagram draw() {
        Diagram diagram = new Diagram(say(
                "plot.index-sketch.title",
                "index",
                index,
                "shape",
                shape,
                "whole",
                "(" + matrix.length + ", " + matrix[0].length + ")"));
        diagram.linewidth(0.8);
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix[0].length; column++) {
                boolean taken = rows.contains(row) && columns.contains(column);
                diagram.fill(taken ? "#ffbf80" : "w").color("0.4").fontsize(10);
                diagram.box(column * CELL, row * CELL, CELL, CELL, "");
                diagram.color(taken ? "#000000" : "0.45");
                diagram.text((column + 0.5) * CELL, (row + 0.5) * CELL, Sketches.number(matrix[row][column]));
            }
        }
        diagram.color("0.45").fontsize(8);
        for (int row = 0; row < matrix.length; row++) {
            diagram.textTo(-6, (row + 0.5) * CELL, String.valueOf(row));
        }
        for (int column = 0; column < matrix[0].length; column++) {
            diagram.text((column + 0.5) * CELL, -8, String.valueOf(column));
        }
        diagram.color("#000000").fontsize(11);
        return diagram.textFrom(0, matrix.length * CELL + 14, "X[" + index + "] → " + shape);
    }

    /** The positions an index of one axis takes: a number, or start, stop and step. */
    private static List<Integer> chosen(String part, int size, int axis) {
        try {
            List<Integer> chosen = new ArrayList<>();
            if (!part.contains(":")) {
                int at = Integer.parseInt(part);
                if (at < -size || at >= size) {
                    throw new IndexOutOfBoundsException(say(
                            "plot.index-sketch.out-of-bounds",
                            "index",
                            at,
                            "axis",
                            axis,
                            "size",
                            size,
                            "first",
                            -size,
                            "last",
                            (size - 1)));
                }
                return List.of(Math.floorMod(at, size));
            }
            String[] bounds = part.split(":", -1);
            int start = bounds[0].isBlank() ? 0 : bound(bounds[0], size);
            int stop = bounds[1].isBlank() ? size : bound(bounds[1], size);
            int step = bounds.length < 3 || bounds[2].isBlank() ? 1 : Integer.parseInt(bounds[2].strip());
            if (step < 1 || bounds.length > 3) {
                throw new IllegalArgumentException(say("plot.index-sketch.step", "found", part));
            }
            for (int at = start; at < stop; at += step) {
                chosen.add(at);
            }
            return chosen;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(say("plot.index-sketch.form", "axis", axis, "found", part));
        }
    }

    private static int bound(String text, int size) {
        int at = Integer.parseInt(text.strip());
        return Math.max(0, Math.min(size, at < 0 ? at + size : at));
    }
}
