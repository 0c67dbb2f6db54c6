package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.PathData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A surface in space, filled: in one colour with light from the left and above, as matplotlib sheds it, or in colours
 * that mean heights.
 *
 * @param shades what colours mean, or null for the look's colour
 */
public record Surface(Wires wires, Shades shades, boolean lit, Look look) implements Solid {
    /** The direction light comes from: 225° against the clock from north, 19.47° above the floor. */
    private static final double[] LIGHT = {
        Math.cos(Math.toRadians(90 - 225)) * Math.cos(Math.toRadians(19.4712)),
        Math.sin(Math.toRadians(90 - 225)) * Math.cos(Math.toRadians(19.4712)),
        Math.sin(Math.toRadians(19.4712))
    };

    /** How bright a face in full shadow is. */
    private static final double DARKEST = 0.3;

    private record Face(double[] corners, double depth, String paint) {}

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
    public int shapes() {
        return wires.rows().length * wires.columns().length;
    }

    /** What is further away is painted first. */
    @Override
    public void draw(Canvas canvas, Space space) {
        List<Face> faces = new ArrayList<>();
        int[] rows = wires.rows();
        int[] columns = wires.columns();
        String plain = canvas.theme().paint(look.color);
        for (int i = 0; i + 1 < rows.length; i++) {
            for (int j = 0; j + 1 < columns.length; j++) {
                Face face = face(space, rows[i], rows[i + 1], columns[j], columns[j + 1], plain);
                if (face != null) {
                    faces.add(face);
                }
            }
        }
        faces.sort(Comparator.comparingDouble(Face::depth));
        String edge = canvas.edge(look);
        for (Face face : faces) {
            PathData path = new PathData().move(face.corners[0], face.corners[1]);
            for (int k = 2; k < face.corners.length; k += 2) {
                path.line(face.corners[k], face.corners[k + 1]);
            }
            path.close();
            if (edge != null) {
                canvas.fill(path, face.paint, look.alpha);
                canvas.stroke(path, edge, look.width, Dash.SOLID, look.alpha);
            } else if (look.alpha < 1) {
                canvas.fill(path, face.paint, look.alpha);
            } else {
                // The line hides the seams between neighbours.
                canvas.outlined(path, face.paint, face.paint, 0.3, 1);
            }
        }
    }

    @Override
    public void tell(SpaceModel model, Theme theme) {
        int[] rows = Wires.every(model.every(), wires.rows());
        int[] columns = Wires.every(model.every(), wires.columns());
        Space space = new Space(
                extent(Scale.LINEAR, Scale.LINEAR).x(),
                extent(Scale.LINEAR, Scale.LINEAR).y(),
                heights(),
                Space.View.USUAL,
                new Box(0, 0, 1, 1));
        String plain = theme.paint(look.color);
        for (int i = 0; i + 1 < rows.length; i++) {
            for (int j = 0; j + 1 < columns.length; j++) {
                Face face = face(space, rows[i], rows[i + 1], columns[j], columns[j + 1], plain);
                if (face != null) {
                    model.face(
                            points(rows[i], rows[i + 1], columns[j], columns[j + 1]),
                            face.paint,
                            look.alpha < 1 ? 0 : 0.5,
                            look.alpha);
                }
            }
        }
    }

    private double[][] points(int row, int nextRow, int column, int nextColumn) {
        int[][] at = {{row, column}, {row, nextColumn}, {nextRow, nextColumn}, {nextRow, column}};
        Grid grid = wires.grid();
        double[][] points = new double[4][];
        for (int k = 0; k < 4; k++) {
            points[k] = new double[] {grid.x()[at[k][1]], grid.y()[at[k][0]], grid.z()[at[k][0]][at[k][1]]};
        }
        return points;
    }

    private Face face(Space space, int row, int nextRow, int column, int nextColumn, String plain) {
        double[][] points = points(row, nextRow, column, nextColumn);
        double[] corners = new double[8];
        double depth = 0;
        double height = 0;
        for (int k = 0; k < 4; k++) {
            if (!Double.isFinite(points[k][2])) {
                return null;
            }
            space.place(points[k][0], points[k][1], points[k][2], corners, 2 * k);
            depth += space.depth(points[k][0], points[k][1], points[k][2]) / 4;
            height += points[k][2] / 4;
        }
        String paint = shades != null ? shades.paint(height) : plain;
        return new Face(corners, depth, lit ? shaded(paint, space.normal(points[0], points[1], points[3])) : paint);
    }

    /** A colour on a face with that normal. */
    private static String shaded(String paint, double[] normal) {
        double facing = normal[0] * LIGHT[0] + normal[1] * LIGHT[1] + normal[2] * LIGHT[2];
        double bright = DARKEST + (1 - DARKEST) * (facing + 1) / 2;
        int rgb = Integer.parseInt(paint.substring(1), 16);
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            result |= (int) Math.round((rgb >> shift & 255) * bright) << shift;
        }
        return ColorMap.hex(result);
    }

    @Override
    public Optional<Key> key() {
        return shades == null ? Optional.empty() : Optional.of(new Key(shades, List.of()));
    }

    @Override
    public Mark with(ColorMap map) {
        Shades other = shades == null ? Shades.of(map, heights()) : shades.with(map);
        return new Surface(wires, other, false, look);
    }

    @Override
    public Mark over(Span numbers) {
        return shades == null ? Solid.super.over(numbers) : new Surface(wires, shades.over(numbers), lit, look);
    }

    @Override
    public Mark inOneColor() {
        return new Surface(wires, null, true, look);
    }
}
