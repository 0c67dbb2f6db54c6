package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.svg.PathData;
import java.util.List;

/**
 * The area between two lines over the same x; NaN in either breaks it.
 *
 * @param where where there is an area; null for everywhere
 * @param crossing whether the area goes on to where the lines cross before the next x
 */
public record Band(double[] x, double[] low, double[] high, boolean[] where, boolean crossing, Look look)
        implements Mark {
    public Band {
        look.order(1);
    }

    @Override
    public String kind() {
        return say("plot.mark.area");
    }

    @Override
    public Extent extent(Scale xScale, Scale yScale) {
        return Line.extent(x, low, xScale, yScale).with(Line.extent(x, high, xScale, yScale));
    }

    @Override
    public Mark aroundPole(double inmost) {
        double[] angles = new double[2 * x.length];
        double[] reaches = new double[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            angles[i] = x[i];
            angles[2 * x.length - 1 - i] = x[i];
            reaches[i] = high[i];
            reaches[2 * x.length - 1 - i] = low[i];
        }
        Patch area = Patch.polygon(Pole.x(angles, reaches, inmost), Pole.y(angles, reaches, inmost));
        return new Group(kind(), List.of(area), List.of(), look);
    }

    @Override
    public int dropped(Scale xScale, Scale yScale) {
        return Line.dropped(x, low, xScale, yScale) + Line.dropped(x, high, xScale, yScale);
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        PathData path = new PathData();
        int start = -1;
        for (int i = 0; i <= x.length; i++) {
            boolean shown = i < x.length
                    && (where == null || where[i])
                    && Double.isFinite(plane.x(x[i]) + plane.y(low[i]) + plane.y(high[i]));
            if (shown && start < 0) {
                start = i;
            } else if (!shown && start >= 0) {
                stretch(path, plane, start, i);
                start = -1;
            }
        }
        canvas.area(path, look);
    }

    private void stretch(PathData path, Plane plane, int start, int end) {
        double[] before = crossing ? crossing(start - 1, start) : null;
        double[] after = crossing ? crossing(end - 1, end) : null;
        if (before == null) {
            path.move(plane.x(x[start]), plane.y(low[start]));
        } else {
            path.move(plane.x(before[0]), plane.y(before[1])).line(plane.x(x[start]), plane.y(low[start]));
        }
        for (int i = start + 1; i < end; i++) {
            path.line(plane.x(x[i]), plane.y(low[i]));
        }
        if (after != null) {
            path.line(plane.x(after[0]), plane.y(after[1]));
        }
        for (int i = end - 1; i >= start; i--) {
            path.line(plane.x(x[i]), plane.y(high[i]));
        }
        path.close();
    }

    /** Where the lines cross between two neighbours, or null. */
    private double[] crossing(int from, int to) {
        if (from < 0 || to >= x.length) {
            return null;
        }
        double a = high[from] - low[from];
        double b = high[to] - low[to];
        if (!(a * b <= 0) || a == b) {
            return null;
        }
        double part = a / (a - b);
        return new double[] {x[from] + part * (x[to] - x[from]), low[from] + part * (low[to] - low[from])};
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        double[] corners = new double[4 * x.length];
        for (int i = 0; i < x.length; i++) {
            corners[4 * i] = plane.x(x[i]);
            corners[4 * i + 1] = plane.y(low[i]);
            corners[4 * i + 2] = corners[4 * i];
            corners[4 * i + 3] = plane.y(high[i]);
        }
        cover.path(corners);
    }
}
