package jacobi.plot.mark;

import jacobi.plot.axis.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What stands in space, for a script that draws it from any side: points in thousandths of the box, and lines, faces
 * and discs that name them.
 */
public final class SpaceModel {
    private static final int LINE = 0;
    private static final int FACE = 1;
    private static final int DISC = 2;
    /** More lines, faces and discs than this do not turn as fast as a hand, and make a notebook large. */
    private static final int MOST = 3000;
    /** A model of every 64th line or point is no likeness. */
    private static final int COARSEST = 64;

    private final Span x;
    private final Span y;
    private final Span z;
    private final int every;
    private final Map<String, Integer> points = new LinkedHashMap<>();
    private final Map<String, Integer> paints = new LinkedHashMap<>();
    private final List<String> shapes = new ArrayList<>();

    private SpaceModel(Span x, Span y, Span z, int every) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.every = every;
    }

    /**
     * What {@code told} says of it: all, or where that is too much every second line of a grid and point of a series,
     * or every fourth, and so on.
     *
     * @return null if even a coarse model is too large for a page: the picture stands still
     */
    public static SpaceModel of(Span x, Span y, Span z, Consumer<SpaceModel> told) {
        for (int every = 1; every <= COARSEST; every *= 2) {
            SpaceModel model = new SpaceModel(x, y, z, every);
            told.accept(model);
            if (model.shapes.size() <= MOST) {
                return model;
            }
        }
        return null;
    }

    /** Which lines of a grid, or points of a series, are to be told: every so many, and the last. */
    public int every() {
        return every;
    }

    /**
     * A line from point to point (of those to be told), in pieces so that what is nearer hides what is further away;
     * NaN breaks it.
     */
    public void line(double[] px, double[] py, double[] pz, String paint, double width, double alpha) {
        for (int i = 0; i + 1 < px.length; i += every) {
            int next = Math.min(i + every, px.length - 1);
            if (Double.isFinite(px[i] + py[i] + pz[i] + px[next] + py[next] + pz[next])) {
                add(LINE, paint, width, alpha, point(px[i], py[i], pz[i]), point(px[next], py[next], pz[next]));
            }
        }
    }

    /** A filled face with a border in its own colour. */
    public void face(double[][] corners, String paint, double border, double alpha) {
        int[] at = new int[corners.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = point(corners[i][0], corners[i][1], corners[i][2]);
        }
        add(FACE, paint, border, alpha, at);
    }

    /** A point, drawn as a disc. */
    public void disc(double px, double py, double pz, String paint, double diameter, double alpha) {
        if (Double.isFinite(px + py + pz)) {
            add(DISC, paint, diameter, alpha, point(px, py, pz));
        }
    }

    private void add(int kind, String paint, double width, double alpha, int... at) {
        StringBuilder shape = new StringBuilder("[" + kind + "," + paints.computeIfAbsent(paint, p -> paints.size())
                + "," + Math.round(width * 100) / 100.0 + "," + alpha);
        for (int point : at) {
            shape.append(',').append(point);
        }
        shapes.add(shape.append(']').toString().replace(".0,", ","));
    }

    private int point(double px, double py, double pz) {
        String key = thousandths(x, px) + "," + thousandths(y, py) + "," + thousandths(z, pz);
        return points.computeIfAbsent(key, k -> points.size());
    }

    private static long thousandths(Span span, double value) {
        return Math.round(1000 * (value - span.lo()) / span.length());
    }

    /** As the fields of an object of a script. */
    public String script() {
        return "points:[" + String.join(",", points.keySet()) + "],paints:['" + String.join("','", paints.keySet())
                + "'],shapes:[" + String.join(",", shapes) + "]";
    }
}
