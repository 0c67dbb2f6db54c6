package jacobi.plot;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
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

    AxesState state = new AxesState();
    boolean xTicksLabelled = true;
    boolean yTicksLabelled = true;

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
        return Optional.ofNullable(state.xLimits);
    }

    /** The limits given for the y axis, bottom and top; empty while it is scaled to what is drawn. */
    public Optional<Span> yLimits() {
        return Optional.ofNullable(state.yLimits);
    }

    /** The lines drawn so far, in their order; limits, grids and other marks are not among them. */
    public List<Line> lines() {
        return state.marks.stream()
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .toList();
    }

    /**
     * New axes in the same frame, with the same x axis and a y axis of their own on the right; their colours go on
     * where these stopped.
     */
    public Axes twinx() {
        Axes twin = twin();
        twin.state.colors = state.colors;
        return twin;
    }

    private Axes twin() {
        Axes twin = new Axes(figure);
        twin.sameX = new ArrayList<>(sameX);
        twin.sameX.add(twin);
        sameX = twin.sameX;
        state.twins.add(twin);
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
        sameX = sameX.stream().filter(axes -> !state.twins.contains(axes)).toList();
        state = new AxesState();
        return this;
    }

    /** Draws what other axes show, in their look, in place of what these showed. */
    void take(Axes other) {
        cla();
        state = other.state.copy();
        other.state.twins.forEach(twin -> twin().take(twin));
    }

    void add(Mark mark) {
        state.marks.add(mark);
    }

    /** The colour series without one of their own take next. */
    String nextColor() {
        return "C" + state.colors++ % 10;
    }

    void replaceLast(Mark mark) {
        state.marks.set(state.marks.size() - 1, mark);
    }

    Mark last(String word) {
        if (state.marks.isEmpty()) {
            throw new IllegalStateException(word + ": expected something drawn before, found empty axes");
        }
        return state.marks.get(state.marks.size() - 1);
    }

    /** What a legend names: everything but lines across the frame, which are named by {@code label} alone. */
    List<Mark> series() {
        return state.marks.stream().filter(mark -> !(mark instanceof Rule)).toList();
    }

    /** Gives the series new formats, in turn; those without a colour take the theme's anew. */
    void format(List<Format> formats) {
        state.colors = 0;
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
        for (Mark mark : state.marks) {
            extent = extent.with(mark.extent(state.xScale, state.yScale));
        }
        return extent;
    }

    Span xSpan() {
        Extent extent = Extent.NOTHING;
        for (Axes axes : sameX) {
            if (axes.state.xLimits != null) {
                return checked(axes.state.xLimits, state.xScale, "xlim");
            }
            extent = extent.with(axes.extent());
        }
        return extent.x().padded(MARGIN, state.xScale, extent.isFirm(Extent.LEFT), extent.isFirm(Extent.RIGHT));
    }

    Span ySpan() {
        Extent extent = Extent.NOTHING;
        for (Axes axes : sameY) {
            if (axes.state.yLimits != null) {
                return checked(axes.state.yLimits, state.yScale, "ylim");
            }
            extent = extent.with(axes.extent());
        }
        return extent.y().padded(MARGIN, state.yScale, extent.isFirm(Extent.BOTTOM), extent.isFirm(Extent.TOP));
    }

    int dropped() {
        return state.marks.stream()
                .mapToInt(mark -> mark.dropped(state.xScale, state.yScale))
                .sum();
    }

    private static Span checked(Span limits, Scale scale, String name) {
        if (!scale.shows(limits.lo())) {
            throw new IllegalArgumentException(
                    name + ": expected limits above zero on a log axis, found " + limits.lo() + " and " + limits.hi());
        }
        return limits;
    }
}
