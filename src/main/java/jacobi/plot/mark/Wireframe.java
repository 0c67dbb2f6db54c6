package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.PathData;
import java.util.Arrays;

/** A surface in space as a net of wires along its rows and columns. */
public record Wireframe(Wires wires, Look look) implements Solid {
    public Wireframe {
        look.width = 1;
    }

    @Override
    public String kind() {
        return say("plot.mark.surface");
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        return wires.grid().extent(x, y, 0);
    }

    @Override
    public Span heights() {
        return wires.grid().heights();
    }

    @Override
    public void draw(Canvas canvas, Space space) {
        Grid grid = wires.grid();
        PathData path = new PathData();
        for (int row : wires.rows()) {
            double[] corners = new double[2 * grid.columns()];
            for (int column = 0; column < grid.columns(); column++) {
                space.place(grid.x()[column], grid.y()[row], grid.z()[row][column], corners, 2 * column);
            }
            Polyline.add(path, corners);
        }
        for (int column : wires.columns()) {
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
        Grid grid = wires.grid();
        String paint = theme.paint(look.color);
        for (int row : Wires.every(model.every(), wires.rows())) {
            double[] y = new double[grid.columns()];
            Arrays.fill(y, grid.y()[row]);
            model.line(grid.x(), y, grid.z()[row], paint, look.width, look.alpha);
        }
        for (int column : Wires.every(model.every(), wires.columns())) {
            double[] x = new double[grid.rows()];
            double[] z = new double[grid.rows()];
            for (int row = 0; row < z.length; row++) {
                x[row] = grid.x()[column];
                z[row] = grid.z()[row][column];
            }
            model.line(x, grid.y(), z, paint, look.width, look.alpha);
        }
    }
}
