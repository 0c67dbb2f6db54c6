package jacobi.plot.mark;

import jacobi.plot.axis.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in space, for a script that draws it from any side: points in thousandths of the box, and lines, faces and
 * discs that name them.
 */
public final class SpaceModel {
    private static final int LINE = 0;
    private static final int FACE = 1;
    private static final int DISC = 2;
    /** More lines, faces and discs than this make no model: the picture stands still. */
    private static final int MOST = 3000;

    private final Span x;
    private final Span y;
    private final Span z;
    private final Map<String, Integer> points = new LinkedHashMap<>();
    private final Map<String, Integer> paints = new LinkedHashMap<>();
    private final List<String> shapes = new ArrayList<>();

    public SpaceModel(Span x, Span y, Span z) {
        this.x = x;
        this.y = y;
        this.z = z;
    }

    /** A line from point to point, in pieces so that what is nearer hides what is further away; NaN breaks it. */
    public void line(double[] px, double[] py, double[] pz, String paint, double width, double alpha) {
        for (int i = 0; i + 1 < px.length; i++) {
            if (Double.isFinite(px[i] + py[i] + pz[i] + px[i + 1] + py[i + 1] + pz[i + 1])) {
                add(LINE, paint, width, alpha, point(px[i], py[i], pz[i]), point(px[i + 1], py[i + 1], pz[i + 1]));
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

    /** Whether it is small enough for a page. */
    public boolean fits() {
        return shapes.size() <= MOST;
    }

    /** As the fields of an object of a script. */
    public String script() {
        return "points:[" + String.join(",", points.keySet()) + "],paints:['" + String.join("','", paints.keySet())
                + "'],shapes:[" + String.join(",", shapes) + "]";
    }
}
