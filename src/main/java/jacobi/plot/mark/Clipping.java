package jacobi.plot.mark;

import java.util.Arrays;

/**
 * Cuts lines off a little beyond the frame, where nobody sees them: a zoomed view carries no hidden megabytes, and
 * coordinates stay small enough for every reader of SVG.
 */
final class Clipping {
    /** How far outside a line may go on, in points; wider than any pen. */
    private static final double ROOM = 40;

    private Clipping() {}

    /** The corners (x and y in turn), with those stretches replaced by breaks that lie wholly on one side outside. */
    static double[] trim(double[] corners, Box box) {
        double left = box.left() - ROOM;
        double right = box.right() + ROOM;
        double top = box.top() - ROOM;
        double bottom = box.bottom() + ROOM;
        if (!leaves(corners, left, right, top, bottom)) {
            return corners;
        }
        double[] kept = new double[3 * corners.length];
        int n = 0;
        boolean drawing = false;
        for (int i = 0; i + 3 < corners.length; i += 2) {
            double[] part = inside(corners, i, left, right, top, bottom);
            if (part == null) {
                drawing = false;
                continue;
            }
            if (!drawing || kept[n - 2] != part[0] || kept[n - 1] != part[1]) {
                if (n > 0) {
                    kept[n++] = Double.NaN;
                    kept[n++] = Double.NaN;
                }
                kept[n++] = part[0];
                kept[n++] = part[1];
            }
            kept[n++] = part[2];
            kept[n++] = part[3];
            drawing = true;
        }
        return Arrays.copyOf(kept, n);
    }

    private static boolean leaves(double[] corners, double left, double right, double top, double bottom) {
        for (int i = 0; i + 1 < corners.length; i += 2) {
            if (corners[i] < left || corners[i] > right || corners[i + 1] < top || corners[i + 1] > bottom) {
                return true;
            }
        }
        return false;
    }

    /** The part of a segment inside the bounds, or null. */
    private static double[] inside(double[] c, int i, double left, double right, double top, double bottom) {
        double x = c[i];
        double y = c[i + 1];
        double dx = c[i + 2] - x;
        double dy = c[i + 3] - y;
        if (!Double.isFinite(x + y + dx + dy)) {
            return null;
        }
        double from = 0;
        double to = 1;
        double[] toward = {-dx, dx, -dy, dy};
        double[] room = {x - left, right - x, y - top, bottom - y};
        for (int side = 0; side < 4; side++) {
            if (toward[side] == 0) {
                if (room[side] < 0) {
                    return null;
                }
            } else if (toward[side] < 0) {
                from = Math.max(from, room[side] / toward[side]);
            } else {
                to = Math.min(to, room[side] / toward[side]);
            }
        }
        if (from > to) {
            return null;
        }
        return new double[] {
            from == 0 ? x : x + from * dx,
            from == 0 ? y : y + from * dy,
            to == 1 ? c[i + 2] : x + to * dx,
            to == 1 ? c[i + 3] : y + to * dy
        };
    }
}
