package jacobi.plot.mark;

import jacobi.plot.svg.PathData;
import java.util.Arrays;

/**
 * The line through many points as a path short enough for a page.
 *
 * <p>Of points that lie within a strip a quarter of a point wide only the first, the highest, the lowest and the last
 * are kept, in their order: the eye sees the same line, spikes included.
 */
final class Polyline {
    private static final double STRIP = 0.25;

    private final PathData path;
    private boolean drawing;
    /** The points of the current strip that may be needed: first, lowest, highest, last; with their positions. */
    private final double[] xs = new double[4];

    private final double[] ys = new double[4];
    private final int[] at = new int[4];
    private int count;

    private Polyline(PathData path) {
        this.path = path;
    }

    /** Adds the line through the corners (x and y in turn) to a path; a NaN breaks it. */
    static void add(PathData path, double[] corners) {
        Polyline line = new Polyline(path);
        for (int i = 0; i + 1 < corners.length; i += 2) {
            line.point(corners[i], corners[i + 1]);
        }
        line.flush();
    }

    /** How often the line through points over these x comes to another strip: only there its path grows. */
    static int strips(double[] x, Plane plane) {
        int count = 0;
        long strip = Long.MIN_VALUE;
        for (double at : x) {
            long next = (long) Math.floor(plane.x(at) / STRIP);
            count += next == strip ? 0 : 1;
            strip = next;
        }
        return count;
    }

    private void point(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            flush();
            drawing = false;
            return;
        }
        if (count > 0 && Math.abs(x - xs[0]) >= STRIP) {
            flush();
        }
        if (count == 0) {
            Arrays.fill(xs, x);
            Arrays.fill(ys, y);
            Arrays.fill(at, 0);
        }
        if (y < ys[1]) {
            keep(1, x, y);
        }
        if (y > ys[2]) {
            keep(2, x, y);
        }
        keep(3, x, y);
        count++;
    }

    private void keep(int role, double x, double y) {
        xs[role] = x;
        ys[role] = y;
        at[role] = count;
    }

    private void flush() {
        if (count == 0) {
            return;
        }
        int early = at[1] <= at[2] ? 1 : 2;
        emit(0, -1);
        int before = 0;
        for (int role : new int[] {early, 3 - early, 3}) {
            if (emit(role, before)) {
                before = role;
            }
        }
        count = 0;
    }

    /** Draws to a kept point unless it is next to the one drawn before it. */
    private boolean emit(int role, int before) {
        if (before >= 0 && Math.abs(xs[role] - xs[before]) < STRIP && Math.abs(ys[role] - ys[before]) < STRIP) {
            return false;
        }
        if (drawing) {
            path.line(xs[role], ys[role]);
        } else {
            path.move(xs[role], ys[role]);
            drawing = true;
        }
        return true;
    }
}
