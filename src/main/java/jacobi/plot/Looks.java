package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.plot.mark.Look;
import jacobi.plot.mark.Mark;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Format;
import jacobi.plot.style.Hatch;
import jacobi.plot.style.Marker;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The words that say how what the last word drew looks: colours, lines, markers, names. */
public abstract sealed class Looks<T extends Drawing<T>> extends TickWords<T> permits ImageWords {

    /** The legend's name for what was drawn last. */
    public T label(String name) {
        target().last("label").look().label = text(name);
        target().state.legend = true;
        return self();
    }

    /** The legend's names for the series the last word drew, in their order. */
    public T label(List<String> names) {
        List<Mark> marks = target().lastMarks("label");
        if (names.size() > marks.size()) {
            throw new IllegalArgumentException(
                    say("plot.label.name-for-each", "marks", marks.size(), "count", names.size(), "names", names));
        }
        for (int i = 0; i < names.size(); i++) {
            marks.get(i).look().label = text(names.get(i));
        }
        target().state.legend = true;
        return self();
    }

    /** The colour of what was drawn last: a letter, {@code C0} to {@code C9}, a name or hex. */
    public T color(String name) {
        String color = Colors.named(name);
        target().changeLast("color", Mark::inOneColor);
        return each("color", look -> {
            look.color = color;
            look.edge = look.edge == null ? null : color;
        });
    }

    /** The colours of the series the last word drew, in turn. */
    public T color(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException(say("plot.colors.none"));
        }
        List<String> colors = names.stream().map(Colors::named).toList();
        target().changeLast("color", Mark::inOneColor);
        List<Mark> marks = target().lastMarks("color");
        for (int i = 0; i < marks.size(); i++) {
            marks.get(i).look().color = colors.get(i % colors.size());
        }
        return self();
    }

    /** The colour of the borders of the bars, areas or markers drawn last; {@code "none"} for no border. */
    public T edgecolor(String name) {
        String color = Colors.named(name);
        return each("edgecolor", look -> look.edge = color);
    }

    /** The colour of the insides of the bars or areas drawn last; {@code "none"} leaves them empty. */
    public T facecolor(String name) {
        String color = Colors.named(name);
        return each("facecolor", look -> {
            look.filled = !color.equals(Colors.NONE);
            look.color = look.filled ? color : look.color;
        });
    }

    /** Whether the areas drawn last are filled. */
    public T fill(boolean filled) {
        return each("fill", look -> look.filled = filled);
    }

    /**
     * Lines across the bars or areas drawn last, so that they are told apart without colour: {@code "/"}, {@code "\\"},
     * {@code "|"}, {@code "-"}, {@code "+"}, {@code "x"}, {@code "."} or {@code "o"}; more of a sign are denser.
     */
    public T hatch(String pattern) {
        Hatch hatch = Hatch.of(pattern);
        return each("hatch", look -> look.hatch = hatch);
    }

    private T each(String word, Consumer<Look> change) {
        target().lastMarks(word).forEach(mark -> change.accept(mark.look()));
        return self();
    }

    /** The width in points of the line drawn last. */
    public T linewidth(double points) {
        return each("linewidth", look -> look.width = positive("linewidth", points));
    }

    /** The style of the line drawn last: {@code "--"} or {@code "dashed"} and so on. */
    public T linestyle(String name) {
        Dash dash = Dash.named(name);
        return each("linestyle", look -> look.dash = dash);
    }

    /** The marker at each point of the line drawn last, by matplotlib's letter. */
    public T marker(String letter) {
        char marker = Marker.named(letter);
        return each("marker", look -> look.marker = marker);
    }

    /** The size in points of the markers drawn last. */
    public T markersize(double points) {
        return each("markersize", look -> look.markerSize = positive("markersize", points));
    }

    /** How opaque what was drawn last is: 0 lets everything through, 1 nothing. */
    public T alpha(double opacity) {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException(say("plot.alpha", "found", opacity));
        }
        return each("alpha", look -> look.alpha = opacity);
    }

    /** What is drawn over what: marks of a higher order cover those of a lower; lines have 2, bars 1. */
    public T zorder(double order) {
        return each("zorder", look -> look.order = order);
    }

    /** Format strings for the series in the order they were drawn, taken in turn. */
    public T fmts(String... formats) {
        target().format(Arrays.stream(formats).map(Format::of).toList());
        return self();
    }

    /** As {@link #fmts(String...)}. */
    public T fmts(List<String> formats) {
        return fmts(formats.toArray(String[]::new));
    }
}
