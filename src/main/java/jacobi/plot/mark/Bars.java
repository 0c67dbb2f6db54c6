package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.svg.PathData;
import java.util.ArrayList;
import java.util.List;

/** Rectangles that stand on a base line, or lie along one. */
public final class Bars implements Mark {
    private final double[] from;
    private final double[] to;
    private final double[] base;
    private final double[] end;
    private final boolean upright;
    /** The colours of the bars in turn; empty for the look's. */
    private final List<String> colors;

    private final Look look;

    /**
     * @param from where each bar begins along its axis
     * @param to where it ends along its axis
     * @param base where each bar stands
     * @param end how far it reaches
     * @param upright whether bars stand on the x axis; otherwise they lie on the y axis
     */
    public Bars(double[] from, double[] to, double[] base, double[] end, boolean upright, Look look) {
        this(from, to, base, end, upright, List.of(), look);
    }

    private Bars(
            double[] from, double[] to, double[] base, double[] end, boolean upright, List<String> colors, Look look) {
        this.colors = colors;
        this.from = from;
        this.to = to;
        this.base = base;
        this.end = end;
        this.upright = upright;
        this.look = look.order(1);
        look.width = 1;
    }

    @Override
    public double[][] places() {
        return upright ? new double[][] {middles(), end} : new double[][] {end, middles()};
    }

    @Override
    public String kind() {
        return say("plot.mark.bars");
    }

    @Override
    public int shapes(Plane plane) {
        return from.length;
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        Scale along = upright ? x : y;
        Scale across = upright ? y : x;
        Span length = Span.of(from, along).with(Span.of(to, along));
        Span ends = Span.of(end, across);
        Span height = ends.with(Span.of(base, across));
        // The foot of bars stands on the frame; bars that hang get their margin below.
        boolean firmLow = !height.isEmpty() && height.lo() < ends.lo() || height.lo() == 0;
        boolean firmHigh = !height.isEmpty() && (height.hi() > ends.hi() || height.hi() == 0);
        return upright
                ? new Extent(length, height, (firmLow ? Extent.BOTTOM : 0) | (firmHigh ? Extent.TOP : 0))
                : new Extent(height, length, (firmLow ? Extent.LEFT : 0) | (firmHigh ? Extent.RIGHT : 0));
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        int kinds = Math.max(1, colors.size());
        for (int kind = 0; kind < kinds; kind++) {
            PathData path = new PathData();
            for (int i = kind; i < from.length; i += kinds) {
                Box box = box(plane, i);
                if (box != null && box.width() > 0 && box.height() > 0) {
                    path.rectangle(box.left(), box.top(), box.width(), box.height());
                }
            }
            String one = look.color;
            look.color = colors.isEmpty() ? one : colors.get(kind);
            canvas.area(path, look);
            look.color = one;
        }
    }

    /** The same bars in these colours, in turn. */
    public Bars in(List<String> paints) {
        return new Bars(from, to, base, end, upright, List.copyOf(paints), look);
    }

    /** Parts of rings. */
    @Override
    public Mark aroundPole(double inmost) {
        List<Patch> parts = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            int steps = (int) Math.max(1, Math.ceil(Math.toDegrees(Math.abs(to[i] - from[i]))));
            double[] angles = new double[2 * steps + 2];
            double[] reaches = new double[2 * steps + 2];
            for (int step = 0; step <= steps; step++) {
                angles[step] = from[i] + (to[i] - from[i]) * step / steps;
                angles[2 * steps + 1 - step] = angles[step];
                reaches[step] = end[i];
                reaches[2 * steps + 1 - step] = base[i];
            }
            parts.add(Patch.polygon(Pole.x(angles, reaches, inmost), Pole.y(angles, reaches, inmost)));
        }
        return new Group(kind(), parts, colors, look);
    }

    @Override
    public Mark inOneColor() {
        return new Bars(from, to, base, end, upright, List.of(), look);
    }

    /** The middle of each bar along its axis. */
    public double[] middles() {
        double[] middles = new double[from.length];
        for (int i = 0; i < middles.length; i++) {
            middles[i] = (from[i] + to[i]) / 2;
        }
        return middles;
    }

    /** Where each bar stands. */
    public double[] feet() {
        return base.clone();
    }

    /** How far each bar reaches. */
    public double[] ends() {
        return end.clone();
    }

    public boolean isUpright() {
        return upright;
    }

    @Override
    public void cover(Cover cover, Plane plane) {
        for (int i = 0; i < from.length; i++) {
            Box box = box(plane, i);
            if (box != null) {
                cover.box(box);
            }
        }
    }

    private Box box(Plane plane, int i) {
        double a = upright ? plane.x(from[i]) : plane.y(from[i]);
        double b = upright ? plane.x(to[i]) : plane.y(to[i]);
        double foot = across(plane, base[i]);
        double head = across(plane, end[i]);
        if (Double.isNaN(a + b + head)) {
            return null;
        }
        double low = Double.isNaN(foot)
                ? (upright ? plane.box().bottom() : plane.box().left())
                : foot;
        double left = Math.min(a, b);
        double top = Math.min(low, head);
        return upright
                ? new Box(left, top, Math.abs(b - a), Math.abs(head - low))
                : new Box(top, left, Math.abs(head - low), Math.abs(b - a));
    }

    private double across(Plane plane, double value) {
        return upright ? plane.y(value) : plane.x(value);
    }
}
