package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.PathData;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A surface in space as a net of wires along its rows and columns.
 *
 * @param rowStride every how many rows have a wire; 0 for at most 50 wires
 * @param columnStride every how many columns have one
 */
public record Wireframe(Grid grid, int rowStride, int columnStride, Look look) implements Solid {
    /** How many wires there are in each direction at the most, as in matplotlib. */
    private static final int WIRES = 50;

    public Wireframe {
        look.width = 1;
    }

    @Override
    public String kind() {
        return say("plot.mark.surface");
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        return grid.extent(x, y, 0);
    }

    @Override
    public Span heights() {
        return grid.heights();
    }

    @Override
    public void draw(Canvas canvas, Space space) {
        PathData path = new PathData();
        for (int row : wires(grid.rows(), rowStride)) {
            double[] corners = new double[2 * grid.columns()];
            for (int column = 0; column < grid.columns(); column++) {
                space.place(grid.x()[column], grid.y()[row], grid.z()[row][column], corners, 2 * column);
            }
            Polyline.add(path, corners);
        }
        for (int column : wires(grid.columns(), columnStride)) {
            double[] corners = new double[2 * grid.rows()];
            for (int row = 0; row < grid.rows(); row++) {
                space.place(grid.x()[column], grid.y()[row], grid.z()[row][column], corners, 2 * row);
            }
            Polyline.add(path, corners);
        }
        canvas.stroke(path, look);
    }

    @Override
    public void tell(SpaceModel model, Theme theme) {
        String paint = theme.paint(look.color);
        for (int row : every(model.every(), wires(grid.rows(), rowStride))) {
            double[] y = new double[grid.columns()];
            Arrays.fill(y, grid.y()[row]);
            model.line(grid.x(), y, grid.z()[row], paint, look.width, look.alpha);
        }
        for (int column : every(model.every(), wires(grid.columns(), columnStride))) {
            double[] x = new double[grid.rows()];
            double[] z = new double[grid.rows()];
            for (int row = 0; row < z.length; row++) {
                x[row] = grid.x()[column];
                z[row] = grid.z()[row][column];
            }
            model.line(x, grid.y(), z, paint, look.width, look.alpha);
        }
    }

    /** Every so many of the wires, and the last one. */
    static int[] every(int step, int[] wires) {
        return IntStream.range(0, wires.length)
                .filter(i -> i % step == 0 || i == wires.length - 1)
                .map(i -> wires[i])
                .toArray();
    }

    /** The numbers of the lines that get a wire: evenly spaced, the last one always. */
    static int[] wires(int count, int asked) {
        int stride = asked > 0 ? asked : (count + WIRES - 1) / WIRES;
        int wires = (count - 1 + stride - 1) / stride + 1;
        int[] chosen = new int[wires];
        for (int i = 0; i < wires; i++) {
            chosen[i] = Math.min(count - 1, i * stride);
        }
        return chosen;
    }
}
