package jacobi.plot;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.axis.Ticks;
import jacobi.plot.mark.Extent;
import jacobi.plot.mark.Line;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Rule;
import jacobi.plot.style.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One frame of a figure with its two axes and what is drawn in it. Thread-safety is its figure's: one thread draws.
 */
public final class Axes extends Drawing<Axes> {
    static final double MARGIN = 0.05;

    final List<Mark> marks = new ArrayList<>();
    String xLabel = "";
    String yLabel = "";
    String title = "";
    String insetTitle = "";
    boolean legend;
    LegendPlace legendPlace = LegendPlace.BEST;
    Span xLimits;
    Span yLimits;
    Scale xScale = Scale.LINEAR;
    Scale yScale = Scale.LINEAR;
    Ticks xTicks;
    Ticks yTicks;
    boolean grid;
    boolean equal;
    boolean framed = true;
    boolean downwards;
    /** Whether what is drawn stands in space instead of the plane. */
    boolean solid;

    /** Axes with the same frame and x axis and a y axis of their own on the right. */
    final List<Axes> twins = new ArrayList<>();

    ColorBar colorBar;
    boolean xTicksLabelled = true;
    boolean yTicksLabelled = true;
    private int colors;

    private final Figure figure;
    /** All axes that have this one's limits of x, itself among them. */
    List<Axes> sameX = List.of(this);

    List<Axes> sameY = List.of(this);

    Axes(Figure figure) {
        this.figure = figure;
    }

    /** The figure these axes are part of. */
    public Figure figure() {
        return figure;
    }

    /** The limits given for the x axis, left and right; empty while it is scaled to what is drawn. */
    public Optional<Span> xLimits() {
        return Optional.ofNullable(xLimits);
    }

    /** The limits given for the y axis, bottom and top; empty while it is scaled to what is drawn. */
    public Optional<Span> yLimits() {
        return Optional.ofNullable(yLimits);
    }

    /** The lines drawn so far, in their order; limits, grids and other marks are not among them. */
    public List<Line> lines() {
        return marks.stream()
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .toList();
    }

    /**
     * New axes in the same frame, with the same x axis and a y axis of their own on the right; their colours go on
     * where these stopped.
     */
    public Axes twinx() {
        Axes twin = new Axes(figure);
        twin.sameX = new ArrayList<>(sameX);
        twin.sameX.add(twin);
        sameX = twin.sameX;
        twin.colors = colors;
        twins.add(twin);
        return twin;
    }

    @Override
    Axes target() {
        return this;
    }

    @Override
    Axes self() {
        return this;
    }

    /** Removes everything drawn and every setting. */
    public Axes cla() {
        marks.clear();
        xLabel = "";
        yLabel = "";
        title = "";
        insetTitle = "";
        legend = false;
        legendPlace = LegendPlace.BEST;
        xLimits = null;
        yLimits = null;
        xScale = Scale.LINEAR;
        yScale = Scale.LINEAR;
        xTicks = null;
        yTicks = null;
        grid = false;
        equal = false;
        framed = true;
        downwards = false;
        solid = false;
        colorBar = null;
        twins.clear();
        colors = 0;
        return this;
    }

    /** Draws what other axes show, in their look, in place of what these showed. */
    void take(Axes other) {
        cla();
        marks.addAll(other.marks);
        xLabel = other.xLabel;
        yLabel = other.yLabel;
        title = other.title;
        insetTitle = other.insetTitle;
        legend = other.legend;
        legendPlace = other.legendPlace;
        xLimits = other.xLimits;
        yLimits = other.yLimits;
        xScale = other.xScale;
        yScale = other.yScale;
        xTicks = other.xTicks;
        yTicks = other.yTicks;
        grid = other.grid;
        equal = other.equal;
        framed = other.framed;
        downwards = other.downwards;
        solid = other.solid;
        colorBar = other.colorBar;
        colors = other.colors;
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    /** The colour series without one of their own take next. */
    String nextColor() {
        return "C" + colors++ % 10;
    }

    void replaceLast(Mark mark) {
        marks.set(marks.size() - 1, mark);
    }

    Mark last(String word) {
        if (marks.isEmpty()) {
            throw new IllegalStateException(word + ": expected something drawn before, found empty axes");
        }
        return marks.get(marks.size() - 1);
    }

    /** What a legend names: everything but lines across the frame, which are named by {@code label} alone. */
    List<Mark> series() {
        return marks.stream().filter(mark -> !(mark instanceof Rule)).toList();
    }

    /** Gives the series new formats, in turn; those without a colour take the theme's anew. */
    void format(List<Format> formats) {
        colors = 0;
        int i = 0;
        for (Mark mark : series()) {
            Format format = formats.get(i++ % formats.size());
            Look look = mark.look();
            look.color = format.color() != null ? format.color() : nextColor();
            look.dash = format.dash();
            look.marker = format.marker();
        }
    }

    /** What everything drawn covers. */
    Extent extent() {
        Extent extent = Extent.NOTHING;
        for (Mark mark : marks) {
            extent = extent.with(mark.extent(xScale, yScale));
        }
        return extent;
    }

    Span xSpan() {
        Extent extent = Extent.NOTHING;
        for (Axes axes : sameX) {
            if (axes.xLimits != null) {
                return checked(axes.xLimits, xScale, "xlim");
            }
            extent = extent.with(axes.extent());
        }
        return extent.x().padded(MARGIN, xScale, extent.isFirm(Extent.LEFT), extent.isFirm(Extent.RIGHT));
    }

    Span ySpan() {
        Extent extent = Extent.NOTHING;
        for (Axes axes : sameY) {
            if (axes.yLimits != null) {
                return checked(axes.yLimits, yScale, "ylim");
            }
            extent = extent.with(axes.extent());
        }
        return extent.y().padded(MARGIN, yScale, extent.isFirm(Extent.BOTTOM), extent.isFirm(Extent.TOP));
    }

    int dropped() {
        return marks.stream().mapToInt(mark -> mark.dropped(xScale, yScale)).sum();
    }

    private static Span checked(Span limits, Scale scale, String name) {
        if (!scale.shows(limits.lo())) {
            throw new IllegalArgumentException(
                    name + ": expected limits above zero on a log axis, found " + limits.lo() + " and " + limits.hi());
        }
        return limits;
    }
}
