package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.svg.PathData;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that follow a field of arrows, evenly spread: each starts in a cell of a coarse net that no line has come
 * through yet and ends where it would enter one that another came through.
 */
public final class Streams implements Mark {
    /** How many cells the net has in each direction at density 1. */
    private static final int NET = 30;

    private static final double STEP = 0.01;
    /** The shortest line that is drawn, in parts of the frame. */
    private static final double SHORTEST = 0.1;

    /** The length of the heads, in points. */
    private static final double HEAD = 8;

    private final Grid right;
    private final Grid up;
    private final int net;
    private final Look look;

    /**
     * @param right how far the field points to the right at each place of the grid
     * @param up how far it points up
     */
    public Streams(Grid right, Grid up, double density, Look look) {
        this.right = right;
        this.up = up;
        this.net = (int) Math.max(2, Math.round(NET * density));
        this.look = look;
    }

    @Override
    public String kind() {
        return say("plot.mark.streams");
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        return right.extent(x, y, Extent.ALL);
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        PathData lines = new PathData();
        PathData heads = new PathData();
        for (List<double[]> line : lines()) {
            double[] corners = new double[2 * line.size()];
            for (int i = 0; i < line.size(); i++) {
                corners[2 * i] = plane.x(between(right.x(), line.get(i)[0]));
                corners[2 * i + 1] = plane.y(between(right.y(), line.get(i)[1]));
            }
            Polyline.add(lines, corners);
            int middle = corners.length / 4 * 2;
            if (middle >= 2 && middle + 1 < corners.length) {
                double dx = corners[middle] - corners[middle - 2];
                double dy = corners[middle + 1] - corners[middle - 1];
                double length = Math.hypot(dx, dy);
                double size = HEAD;
                Arrows.head(
                        heads,
                        corners[middle - 2],
                        corners[middle - 1],
                        corners[middle] + dx / length * size / 2,
                        corners[middle + 1] + dy / length * size / 2,
                        size);
            }
        }
        canvas.stroke(lines, look);
        canvas.fill(heads, look);
    }

    /** A value between the values of a side; {@code at} goes from 0 to 1. */
    private static double between(double[] side, double at) {
        double place = at * (side.length - 1);
        int i = (int) Math.min(side.length - 2, Math.max(0, Math.floor(place)));
        return side[i] + (side[i + 1] - side[i]) * (place - i);
    }

    /** The lines, in places from 0 to 1 across and up. */
    private List<List<double[]>> lines() {
        boolean[][] taken = new boolean[net][net];
        List<List<double[]>> lines = new ArrayList<>();
        for (int[] cell : fromTheEdge()) {
            if (!taken[cell[1]][cell[0]]) {
                double x = (cell[0] + 0.5) / net;
                double y = (cell[1] + 0.5) / net;
                List<int[]> through = new ArrayList<>();
                List<double[]> back = follow(taken, through, x, y, -1);
                List<double[]> line = new ArrayList<>();
                for (int i = back.size() - 1; i > 0; i--) {
                    line.add(back.get(i));
                }
                line.addAll(follow(taken, through, x, y, 1));
                if (length(line) >= SHORTEST) {
                    lines.add(line);
                } else {
                    through.forEach(c -> taken[c[1]][c[0]] = false);
                }
            }
        }
        return lines;
    }

    /** The cells of the net, ring by ring from its border to its middle. */
    private List<int[]> fromTheEdge() {
        List<int[]> cells = new ArrayList<>();
        for (int ring = 0; 2 * ring < net; ring++) {
            for (int i = ring; i < net - ring; i++) {
                cells.add(new int[] {i, ring});
                cells.add(new int[] {net - 1 - ring, i});
                cells.add(new int[] {net - 1 - i, net - 1 - ring});
                cells.add(new int[] {ring, net - 1 - i});
            }
        }
        return cells;
    }

    /** Walks with the field or against it, by the midpoint rule, and takes the cells it comes through. */
    private List<double[]> follow(boolean[][] taken, List<int[]> through, double x, double y, int way) {
        List<double[]> line = new ArrayList<>();
        int[] last = {-1, -1};
        double step = STEP * NET / Math.max(net, NET);
        while (x >= 0 && x <= 1 && y >= 0 && y <= 1 && line.size() < 4000) {
            int column = Math.min(net - 1, (int) (x * net));
            int row = Math.min(net - 1, (int) (y * net));
            if (column != last[0] || row != last[1]) {
                boolean start = line.isEmpty();
                if (taken[row][column] && !start) {
                    break;
                }
                if (!taken[row][column]) {
                    through.add(new int[] {column, row});
                }
                taken[row][column] = true;
                last = new int[] {column, row};
            }
            line.add(new double[] {x, y});
            double[] here = direction(x, y);
            double[] half = here == null ? null : direction(x + way * here[0] * step / 2, y + way * here[1] * step / 2);
            if (half == null) {
                break;
            }
            x += way * half[0] * step;
            y += way * half[1] * step;
        }
        return line;
    }

    private static double length(List<double[]> line) {
        double length = 0;
        for (int i = 1; i < line.size(); i++) {
            length += Math.hypot(line.get(i)[0] - line.get(i - 1)[0], line.get(i)[1] - line.get(i - 1)[1]);
        }
        return length;
    }

    /** The direction of the field at a place, of length 1 in parts of the frame; null where there is none. */
    private double[] direction(double x, double y) {
        double dx = at(right.z(), x, y) / (right.x()[right.columns() - 1] - right.x()[0]);
        double dy = at(up.z(), x, y) / (right.y()[right.rows() - 1] - right.y()[0]);
        double length = Math.hypot(dx, dy);
        return length > 0 && Double.isFinite(length) ? new double[] {dx / length, dy / length} : null;
    }

    private static double at(double[][] values, double x, double y) {
        double column = Math.max(0, Math.min(values[0].length - 1, x * (values[0].length - 1)));
        double row = Math.max(0, Math.min(values.length - 1, y * (values.length - 1)));
        int c = (int) Math.min(values[0].length - 2, column);
        int r = (int) Math.min(values.length - 2, row);
        double low = values[r][c] + (values[r][c + 1] - values[r][c]) * (column - c);
        double high = values[r + 1][c] + (values[r + 1][c + 1] - values[r + 1][c]) * (column - c);
        return low + (high - low) * (row - r);
    }
}
