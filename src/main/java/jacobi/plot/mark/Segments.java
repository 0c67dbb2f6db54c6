package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.svg.PathData;

/**
 * Straight lines that stand at some places, each from one value to another: {@code vlines}, {@code hlines}, the stems
 * of a stem plot.
 */
public record Segments(double[] at, double[] from, double[] to, boolean upright, Look look) implements Mark {
    @Override
    public String kind() {
        return say(upright ? "plot.mark.upright-lines" : "plot.mark.level-lines");
    }

    @Override
    public int shapes(Plane plane) {
        return at.length;
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        Span places = Span.of(at, upright ? x : y);
        Span ends = Span.of(from, upright ? y : x).with(Span.of(to, upright ? y : x));
        return upright ? new Extent(places, ends) : new Extent(ends, places);
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        PathData path = new PathData();
        for (int i = 0; i < at.length; i++) {
            double[] ends = ends(plane, i);
            if (Double.isFinite(ends[0] + ends[1] + ends[2] + ends[3])) {
                path.move(ends[0], ends[1]).line(ends[2], ends[3]);
            }
        }
        canvas.stroke(path, look);
    }

    /** The ends on the page; what a logarithmic axis cannot show ends at the frame. */
    double[] ends(Plane plane, int i) {
        if (upright) {
            double foot = plane.y(from[i]);
            return new double[] {
                plane.x(at[i]), Double.isNaN(foot) ? plane.box().bottom() : foot, plane.x(at[i]), plane.y(to[i])
            };
        }
        double foot = plane.x(from[i]);
        return new double[] {
            Double.isNaN(foot) ? plane.box().left() : foot, plane.y(at[i]), plane.x(to[i]), plane.y(at[i])
        };
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        for (int i = 0; i < at.length; i++) {
            cover.path(ends(plane, i));
        }
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        canvas.stroke(new PathData().move(box.left(), box.centerY()).line(box.right(), box.centerY()), look);
    }
}
