package jacobi.plot.mark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines of one height on a grid, by marching squares: where a height lies between two neighbours, the line crosses the
 * edge between them, and the crossings of one cell are joined.
 */
final class Isolines {
    private final Grid grid;
    private final double level;

    Isolines(Grid grid, double level) {
        this.grid = grid;
        this.level = level;
    }

    /** The lines as grid coordinates, column and row in turn; a closed line ends where it began. */
    List<double[]> lines() {
        Map<Integer, List<Integer>> next = new LinkedHashMap<>();
        for (int row = 0; row + 1 < grid.rows(); row++) {
            for (int column = 0; column + 1 < grid.columns(); column++) {
                cell(next, row, column);
            }
        }
        List<double[]> lines = new ArrayList<>();
        // Open lines begin at the border, where an edge belongs to one cell only.
        for (int edge : List.copyOf(next.keySet())) {
            if (next.get(edge).size() == 1) {
                lines.add(follow(next, edge));
            }
        }
        for (int edge : List.copyOf(next.keySet())) {
            if (!next.get(edge).isEmpty()) {
                lines.add(follow(next, edge));
            }
        }
        return lines;
    }

    private void cell(Map<Integer, List<Integer>> next, int row, int column) {
        double a = grid.z()[row][column];
        double b = grid.z()[row][column + 1];
        double c = grid.z()[row + 1][column + 1];
        double d = grid.z()[row + 1][column];
        if (Double.isNaN(a + b + c + d)) {
            return;
        }
        int[] edges = {
            horizontal(row, column), vertical(row, column + 1), horizontal(row + 1, column), vertical(row, column)
        };
        boolean[] crossed = {above(a) != above(b), above(b) != above(c), above(c) != above(d), above(d) != above(a)};
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (crossed[i]) {
                found.add(edges[i]);
            }
        }
        if (found.size() == 2) {
            join(next, found.get(0), found.get(1));
        } else if (found.size() == 4) {
            // A saddle: the height in the middle decides which corners belong together.
            boolean middle = above((a + b + c + d) / 4);
            if (middle == above(a)) {
                join(next, edges[0], edges[1]);
                join(next, edges[2], edges[3]);
            } else {
                join(next, edges[3], edges[0]);
                join(next, edges[1], edges[2]);
            }
        }
    }

    private static void join(Map<Integer, List<Integer>> next, int one, int other) {
        next.computeIfAbsent(one, k -> new ArrayList<>()).add(other);
        next.computeIfAbsent(other, k -> new ArrayList<>()).add(one);
    }

    private double[] follow(Map<Integer, List<Integer>> next, int start) {
        List<Integer> edges = new ArrayList<>();
        int at = start;
        edges.add(at);
        while (!next.get(at).isEmpty()) {
            int to = next.get(at).remove(0);
            next.get(to).remove((Integer) at);
            edges.add(to);
            at = to;
        }
        double[] line = new double[2 * edges.size()];
        for (int i = 0; i < edges.size(); i++) {
            crossing(edges.get(i), line, 2 * i);
        }
        return line;
    }

    /** The region at or above the level as closed outlines in grid coordinates. */
    List<double[]> region() {
        Map<Integer, Set<Integer>> outline = new LinkedHashMap<>();
        for (int row = 0; row + 1 < grid.rows(); row++) {
            for (int column = 0; column + 1 < grid.columns(); column++) {
                patch(outline, row, column);
            }
        }
        List<double[]> loops = new ArrayList<>();
        for (int start : List.copyOf(outline.keySet())) {
            while (!outline.getOrDefault(start, Set.of()).isEmpty()) {
                loops.add(loop(outline, start));
            }
        }
        return loops;
    }

    /** Adds the part of a cell at or above the level; borders between parts of neighbouring cells cancel. */
    private void patch(Map<Integer, Set<Integer>> outline, int row, int column) {
        int[][] corner = {{row, column}, {row, column + 1}, {row + 1, column + 1}, {row + 1, column}};
        int[] edges = {
            horizontal(row, column), vertical(row, column + 1), horizontal(row + 1, column), vertical(row, column)
        };
        double sum = 0;
        List<Integer> points = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double here = grid.z()[corner[i][0]][corner[i][1]];
            double there = grid.z()[corner[(i + 1) % 4][0]][corner[(i + 1) % 4][1]];
            sum += here;
            if (above(here)) {
                points.add(-1 - (corner[i][0] * grid.columns() + corner[i][1]));
            }
            if (above(here) != above(there)) {
                points.add(edges[i]);
            }
        }
        if (Double.isNaN(sum) || points.size() < 3) {
            return;
        }
        if (points.size() == 6 && saddleApart(points, sum)) {
            // Two corners that do not touch: each with the crossings beside it.
            int first = points.get(0) < 0 ? 0 : 1;
            polygon(outline, List.of(points.get((first + 5) % 6), points.get(first), points.get(first + 1)));
            polygon(outline, List.of(points.get(first + 2), points.get(first + 3), points.get((first + 4) % 6)));
        } else {
            polygon(outline, points);
        }
    }

    private boolean saddleApart(List<Integer> points, double sum) {
        return points.stream().filter(point -> point < 0).count() == 2 && !above(sum / 4);
    }

    private static void polygon(Map<Integer, Set<Integer>> outline, List<Integer> points) {
        for (int i = 0; i < points.size(); i++) {
            int from = points.get(i);
            int to = points.get((i + 1) % points.size());
            if (!outline.getOrDefault(to, new HashSet<>()).remove(from)) {
                outline.computeIfAbsent(from, k -> new LinkedHashSet<>()).add(to);
            }
        }
    }

    private double[] loop(Map<Integer, Set<Integer>> outline, int start) {
        List<Integer> points = new ArrayList<>();
        int at = start;
        do {
            points.add(at);
            Set<Integer> ways = outline.get(at);
            int to = ways.iterator().next();
            ways.remove(to);
            at = to;
        } while (at != start);
        double[] line = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            crossing(points.get(i), line, 2 * i);
        }
        return line;
    }

    /** Writes a point's column and row: a grid corner has a negative number, a crossing that of its edge. */
    private void crossing(int point, double[] line, int at) {
        if (point < 0) {
            line[at] = (-1 - point) % grid.columns();
            line[at + 1] = (-1 - point) / grid.columns();
            return;
        }
        int column = point / 2 % grid.columns();
        int row = point / 2 / grid.columns();
        boolean down = point % 2 == 1;
        double here = grid.z()[row][column];
        double there = down ? grid.z()[row + 1][column] : grid.z()[row][column + 1];
        double part = (level - here) / (there - here);
        line[at] = column + (down ? 0 : part);
        line[at + 1] = row + (down ? part : 0);
    }

    private boolean above(double value) {
        return value >= level;
    }

    private int horizontal(int row, int column) {
        return 2 * (row * grid.columns() + column);
    }

    private int vertical(int row, int column) {
        return 2 * (row * grid.columns() + column) + 1;
    }
}
