package jacobi.plot;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Extent;
import jacobi.plot.mark.Line;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Mark;
import jacobi.plot.mark.Plane;
import jacobi.plot.mark.Rule;
import jacobi.plot.style.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One frame of a figure with its two axes and what is drawn in it. Thread-safety is its figure's: one thread draws.
 */
public final class Axes extends Drawing<Axes> implements DisplayDataRenderable {
    static final double MARGIN = 0.05;

    AxesState state = new AxesState();
    boolean xTicksLabelled = true;
    boolean yTicksLabelled = true;
    /** Where they stand among the rows and columns of their figure; a twin has none of its own. */
    AxesPlace place;

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
        return Optional.ofNullable(state.x.limits);
    }

    /** The limits given for the y axis, bottom and top; empty while it is scaled to what is drawn. */
    public Optional<Span> yLimits() {
        return Optional.ofNullable(state.y.limits);
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

    /** Draws in space ({@code "3d"}), around a pole ({@code "polar"}) or, with null, in the plane. */
    Axes projection(String name) {
        if (name != null) {
            switch (name) {
                case "3d" -> state.solid = true;
                case "polar" -> state.polar = true;
                case "rectilinear" -> {}
                default -> throw new IllegalArgumentException(say("plot.axes.projection", "name", name));
            }
        }
        return this;
    }

    private Axes twin() {
        Axes twin = new Axes(figure);
        twin.sameX = new ArrayList<>(sameX);
        twin.sameX.add(twin);
        sameX = twin.sameX;
        state.twins.add(twin);
        return twin;
    }

    /** Axes are shown as the figure they are part of. */
    @Override
    public void render(RenderContext context) {
        figure.render(context);
    }

    @Override
    public Set<MIMEType> getSupportedRenderTypes() {
        return figure.getSupportedRenderTypes();
    }

    /** What their figure shows, in one line. */
    @Override
    public String toString() {
        return figure.toString();
    }

    @Override
    Axes target() {
        return this;
    }

    @Override
    Axes self() {
        return this;
    }

    /** Whether nothing is drawn in them. */
    boolean isBlank() {
        return state.marks.isEmpty() && state.twins.isEmpty();
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
        add(List.of(mark));
    }

    /** Adds what one word draws; the last of the marks is the one a name given afterwards is for. */
    void add(List<? extends Mark> marks) {
        Gallery.drawnIn(figure);
        state.lastFrom = state.marks.size();
        state.marks.addAll(marks);
    }

    /** The marks that the last word drew. */
    List<Mark> lastMarks(String word) {
        last(word);
        return state.marks.subList(state.lastFrom, state.marks.size());
    }

    void changeLast(String word, UnaryOperator<Mark> change) {
        lastMarks(word).replaceAll(change);
    }

    /** The colour series without one of their own take next. */
    String nextColor() {
        return "C" + state.colors++ % 10;
    }

    /** What a colour bar is about: of the marks whose colours mean numbers, the last. */
    Mark coloured() {
        List<Mark> drawn = lastMarks("colorbar");
        for (int i = state.marks.size() - 1; i >= 0; i--) {
            if (state.marks.get(i).key().isPresent()) {
                return state.marks.get(i);
            }
        }
        throw new IllegalStateException(say(
                "plot.colorbar.drawn-last", "kind", drawn.get(drawn.size() - 1).kind()));
    }

    void replace(Mark mark, Mark by) {
        state.marks.replaceAll(each -> each == mark ? by : each);
    }

    void replaceLast(Mark mark) {
        state.marks.set(state.marks.size() - 1, mark);
    }

    Mark last(String word) {
        if (state.marks.isEmpty()) {
            throw new IllegalStateException(say("plot.axes.nothing-drawn", "word", word));
        }
        return state.marks.get(state.marks.size() - 1);
    }

    /** What a legend names: everything but lines across the frame, which are named by {@code label} alone. */
    List<Mark> series() {
        return state.marks.stream().filter(mark -> !(mark instanceof Rule)).toList();
    }

    /** Gives the series new formats, in turn; those without a colour take the theme's again. */
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

    /** Where values lie on the page when the frame is this box. */
    Plane plane(Box box) {
        return new Plane(box, state.x.scale, xSpan(), state.y.scale, ySpan(), state.x.inverted, state.y.inverted);
    }

    /** What everything drawn covers. */
    Extent extent() {
        return state.marks.stream()
                .map(mark -> mark.extent(state.x.scale, state.y.scale))
                .reduce(Extent.NOTHING, Extent::with);
    }

    Span xSpan() {
        Extent extent = extent(sameX);
        Span found = extent.x().padded(MARGIN, state.x.scale, extent.isFirm(Extent.LEFT), extent.isFirm(Extent.RIGHT));
        return limits(asked(sameX, axes -> axes.state.x.limits), found, state.x.scale, "xlim");
    }

    Span ySpan() {
        Extent extent = extent(sameY);
        Span found = extent.y().padded(MARGIN, state.y.scale, extent.isFirm(Extent.BOTTOM), extent.isFirm(Extent.TOP));
        return limits(asked(sameY, axes -> axes.state.y.limits), found, state.y.scale, "ylim");
    }

    private static Extent extent(List<Axes> together) {
        return together.stream().map(Axes::extent).reduce(Extent.NOTHING, Extent::with);
    }

    /** The limits that one of some axes was given, or null. */
    private static Span asked(List<Axes> together, Function<Axes, Span> limits) {
        return together.stream()
                .map(limits)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The limits asked for, with what is left open (NaN) found from the data. */
    static Span limits(Span asked, Span found, Scale scale, String name) {
        if (asked == null) {
            return found;
        }
        double lo = Double.isNaN(asked.lo()) ? Math.min(found.lo(), asked.hi() - Math.ulp(asked.hi())) : asked.lo();
        double hi = Double.isNaN(asked.hi()) ? Math.max(found.hi(), asked.lo() + Math.ulp(asked.lo())) : asked.hi();
        return checked(new Span(lo, hi), scale, name);
    }

    int dropped() {
        return state.marks.stream()
                .mapToInt(mark -> mark.dropped(state.x.scale, state.y.scale))
                .sum();
    }

    private static Span checked(Span limits, Scale scale, String name) {
        if (!scale.shows(limits.lo())) {
            throw new IllegalArgumentException(
                    say("plot.axes.log-limits", "name", name, "lo", limits.lo(), "hi", limits.hi()));
        }
        return limits;
    }
}
