package jacobi.plot.mark;

import java.util.stream.IntStream;

/**
 * The rows and columns of a grid along which a surface in space is drawn.
 *
 * @param rowStride every how many rows there is one; 0 for at most 50
 * @param columnStride every how many columns there is one
 */
public record Wires(Grid grid, int rowStride, int columnStride) {
    /** How many there are in each direction at the most, as in matplotlib. */
    private static final int MOST = 50;

    int[] rows() {
        return chosen(grid.rows(), rowStride);
    }

    int[] columns() {
        return chosen(grid.columns(), columnStride);
    }

    /** Every so many of the lines, and the last one. */
    static int[] every(int step, int[] lines) {
        return IntStream.range(0, lines.length)
                .filter(i -> i % step == 0 || i == lines.length - 1)
                .map(i -> lines[i])
                .toArray();
    }

    /** Numbers of lines, evenly spaced, the last one always. */
    private static int[] chosen(int count, int asked) {
        int stride = asked > 0 ? asked : (count + MOST - 1) / MOST;
        int lines = (count - 1 + stride - 1) / stride + 1;
        return IntStream.range(0, lines)
                .map(i -> Math.min(count - 1, i * stride))
                .toArray();
    }
}
