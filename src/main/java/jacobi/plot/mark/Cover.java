package jacobi.plot.mark;

import java.util.ArrayList;
import java.util.List;

/** The places of the page that marks take up, which a legend asks before it chooses its own. */
public final class Cover {
    /** What hiding a single point costs, in points of a line's length: markers are about that wide. */
    private static final double POINT = 6;

    private final List<double[]> points = new ArrayList<>();
    private final List<double[]> single = new ArrayList<>();
    private final List<double[]> paths = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();

    /** Adds the corners of a line, as x and y in turn; NaN breaks it. */
    public void path(double[] corners) {
        points.add(corners);
        paths.add(corners);
    }

    /** Adds single points, as x and y in turn. */
    public void points(double[] places) {
        points.add(places);
        single.add(places);
    }

    /** How many points and corners there are. */
    public int size() {
        return points.stream().mapToInt(places -> places.length / 2).sum() + boxes.size();
    }

    public void box(Box box) {
        boxes.add(box);
    }

    /**
     * How much a legend in {@code box} would hide: points under it, lines through it, boxes it touches; of boxes, the
     * part that would be hidden decides between places that are otherwise alike.
     */
    public double under(Box box) {
        double hidden = 0;
        for (double[] places : points) {
            for (int i = 0; i + 1 < places.length; i += 2) {
                hidden += box.contains(places[i], places[i + 1]) ? 1 : 0;
            }
        }
        for (Box other : boxes) {
            hidden += box.overlaps(other) ? 1 + 0.001 * shared(box, other) / (box.width() * box.height()) : 0;
        }
        for (double[] path : paths) {
            hidden += crosses(box, path) ? 1 : 0;
        }
        return hidden;
    }

    /** The length in points of what would lie under a legend in {@code box}, single points and boxes by their size. */
    public double hidden(Box box) {
        double length = 0;
        for (double[] path : paths) {
            for (int i = 0; i + 3 < path.length; i += 2) {
                double part = inside(box, path[i], path[i + 1], path[i + 2], path[i + 3]);
                length += part == 0 ? 0 : part * Math.hypot(path[i + 2] - path[i], path[i + 3] - path[i + 1]);
            }
        }
        for (double[] places : single) {
            for (int i = 0; i + 1 < places.length; i += 2) {
                length += box.contains(places[i], places[i + 1]) ? POINT : 0;
            }
        }
        for (Box other : boxes) {
            length += box.overlaps(other) ? POINT + Math.sqrt(shared(box, other)) : 0;
        }
        return length;
    }

    private static double shared(Box a, Box b) {
        double width = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        return width * height;
    }

    private static boolean crosses(Box box, double[] path) {
        for (int i = 0; i + 3 < path.length; i += 2) {
            if (0 < inside(box, path[i], path[i + 1], path[i + 2], path[i + 3])) {
                return true;
            }
        }
        return false;
    }

    /** Clips the segment at each side of the box in turn, after Liang and Barsky: the part of it that is inside. */
    private static double inside(Box box, double x1, double y1, double x2, double y2) {
        double from = 0;
        double to = 1;
        double dx = x2 - x1;
        double dy = y2 - y1;
        double[] toward = {-dx, dx, -dy, dy};
        double[] room = {x1 - box.left(), box.right() - x1, y1 - box.top(), box.bottom() - y1};
        for (int side = 0; side < 4; side++) {
            if (Double.isNaN(room[side]) || Double.isNaN(toward[side])) {
                return 0;
            }
            if (toward[side] == 0) {
                if (room[side] < 0) {
                    return 0;
                }
            } else {
                double at = room[side] / toward[side];
                if (toward[side] < 0) {
                    from = Math.max(from, at);
                } else {
                    to = Math.min(to, at);
                }
            }
        }
        return Math.max(0, to - from);
    }
}
