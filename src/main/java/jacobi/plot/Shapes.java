package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.operation.Also;
import jacobi.operation.Default;
import jacobi.plot.axis.Span;
import jacobi.plot.data.GivenNumbers;
import jacobi.plot.mark.Arrow;
import jacobi.plot.mark.Image;
import jacobi.plot.mark.Line;
import jacobi.plot.mark.Look;
import jacobi.plot.mark.Note;
import jacobi.plot.mark.Patch;
import jacobi.plot.mark.Rule;
import jacobi.plot.mark.Segments;
import jacobi.plot.mark.Strip;
import jacobi.plot.mark.TextLook;
import jacobi.plot.style.Colors;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words that draw single lines, strips, shapes, arrows and text. */
public abstract sealed class Shapes<T extends Drawing<T>> extends Fields<T> permits Statistics {
    /** From edge to edge of the frame. */
    private static final Span WHOLE = new Span(0, 1);

    /** A line across the frame at {@code y}. */
    public T axhline(double y) {
        return axhline(y, 0, 1);
    }

    /**
     * A line at {@code y} across the part of the frame from {@code xmin} to {@code xmax}: 0 is its left edge, 1 its
     * right.
     */
    public T axhline(@Default("0") double y, @Default("0") double xmin, @Default("1") double xmax) {
        target().add(new Rule(y, true, part("xmin", xmin, "xmax", xmax), new Look(target().nextColor())));
        return self();
    }

    private static Span part(String first, double from, String last, double to) {
        if (!(from >= 0 && from < to && to <= 1)) {
            throw new IllegalArgumentException(
                    say("plot.part-of-frame", "first", first, "last", last, "from", from, "to", to));
        }
        return new Span(from, to);
    }

    /** A line across the frame at {@code y}, in a format as {@code "k--"}. */
    public T axhline(double y, String format) {
        target().add(new Rule(y, true, WHOLE, Look.of(Format.of(format), "#000000")));
        return self();
    }

    /** A line up the frame at {@code x}. */
    public T axvline(double x) {
        return axvline(x, 0, 1);
    }

    /**
     * A line at {@code x} up the part of the frame from {@code ymin} to {@code ymax}: 0 is its lower edge, 1 its
     * upper.
     */
    public T axvline(@Default("0") double x, @Default("0") double ymin, @Default("1") double ymax) {
        target().add(new Rule(x, false, part("ymin", ymin, "ymax", ymax), new Look(target().nextColor())));
        return self();
    }

    /** A line up the frame at {@code x}, in a format as {@code "k--"}. */
    public T axvline(double x, String format) {
        target().add(new Rule(x, false, WHOLE, Look.of(Format.of(format), "#000000")));
        return self();
    }

    /** An area across the frame from {@code ymin} to {@code ymax}. */
    public T axhspan(double ymin, double ymax) {
        return axhspan(ymin, ymax, 0, 1);
    }

    /** As {@link #axhspan(double, double)}, across a part of the frame as {@code axhline} has it. */
    public T axhspan(double ymin, double ymax, @Default("0") double xmin, @Default("1") double xmax) {
        target().add(new Strip(ymin, ymax, true, part("xmin", xmin, "xmax", xmax), new Look(target().nextColor())));
        return self();
    }

    /** An area up the frame from {@code xmin} to {@code xmax}. */
    public T axvspan(double xmin, double xmax) {
        return axvspan(xmin, xmax, 0, 1);
    }

    /** As {@link #axvspan(double, double)}, up a part of the frame as {@code axvline} has it. */
    public T axvspan(double xmin, double xmax, @Default("0") double ymin, @Default("1") double ymax) {
        target().add(new Strip(xmin, xmax, false, part("ymin", ymin, "ymax", ymax), new Look(target().nextColor())));
        return self();
    }

    /**
     * Upright lines.
     *
     * @param x where they stand
     * @param ymin where they begin, one for all or one for each
     * @param ymax where they end
     * @param colors a colour for all or one for each in turn
     */
    public T vlines(
            Object x,
            Object ymin,
            Object ymax,
            @Default("\"C0\"") @Also("color") Object colors,
            @Default("\"-\"") @Also("linestyle") String linestyles,
            @Default("1.5") @Also({"lw", "linewidth"}) double linewidths) {
        return segments("vlines", target().state.x, x, ymin, ymax, colors, linestyles, linewidths, true);
    }

    /** Upright lines at {@code x} from {@code ymin} to {@code ymax}. */
    public T vlines(Object x, Object ymin, Object ymax) {
        return vlines(x, ymin, ymax, "C0", "-", 1.5);
    }

    /** Level lines, as {@link #vlines(Object, Object, Object, Object, String, double)}. */
    public T hlines(
            Object y,
            Object xmin,
            Object xmax,
            @Default("\"C0\"") @Also("color") Object colors,
            @Default("\"-\"") @Also("linestyle") String linestyles,
            @Default("1.5") @Also({"lw", "linewidth"}) double linewidths) {
        return segments("hlines", target().state.y, y, xmin, xmax, colors, linestyles, linewidths, false);
    }

    /** Level lines at {@code y} from {@code xmin} to {@code xmax}. */
    public T hlines(Object y, Object xmin, Object xmax) {
        return hlines(y, xmin, xmax, "C0", "-", 1.5);
    }

    private T segments(
            String word,
            AxisState axis,
            Object places,
            Object from,
            Object to,
            Object colors,
            String style,
            double width,
            boolean upright) {
        double[] at = Coordinates.of(axis, places, upright ? "x" : "y");
        double[] starts = Drawing.level(word, from, upright ? "ymin" : "xmin", at);
        double[] ends = Drawing.level(word, to, upright ? "ymax" : "xmax", at);
        List<String> paints = names(colors, "colors");
        List<Segments> marks = new ArrayList<>();
        for (int c = 0; c < Math.min(paints.size(), Math.max(1, at.length)); c++) {
            Look look = new Look(paints.get(c));
            look.dash = Dash.named(style);
            look.width = positive("linewidths", width);
            marks.add(new Segments(
                    every(at, c, paints.size()),
                    every(starts, c, paints.size()),
                    every(ends, c, paints.size()),
                    upright,
                    look));
        }
        target().add(marks);
        return self();
    }

    private static double[] every(double[] values, int first, int step) {
        double[] some = new double[Math.max(0, (values.length - first + step - 1) / step)];
        for (int i = 0; i < some.length; i++) {
            some[i] = values[first + i * step];
        }
        return some;
    }

    /** A stem from zero to each value over 0, 1, 2 and so on, with a disc at its end. */
    public T stem(Object y) {
        return stem(Drawing.indices(GivenNumbers.vector(y, "y").length), y);
    }

    /** A stem from zero to each y with a disc at its end. */
    public T stem(Object x, Object y) {
        return stem(x, y, null, null, null, 0, null);
    }

    /**
     * Stems.
     *
     * @param linefmt the format of the stems, as {@code "C0-"}
     * @param markerfmt the format of their ends, as {@code "o"}
     * @param basefmt the format of the line they stand on, as {@code "r-"}; {@code " "} for none
     * @param bottom where they stand
     */
    public T stem(
            Object x,
            Object y,
            @Default("null") String linefmt,
            @Default("null") String markerfmt,
            @Default("null") String basefmt,
            @Default("0") double bottom,
            @Default("null") String label) {
        double[] xs = Coordinates.of(target().state.x, x, "x");
        double[] ys = GivenNumbers.vector(y, "y");
        Drawing.nonEmpty(List.of(xs), "x");
        Drawing.sameLength("stem", "x", xs, "y", ys);
        Look stems = Look.of(Format.of(linefmt == null ? "-" : linefmt), linefmt == null ? target().nextColor() : "C0");
        Look ends = Look.of(Format.of(markerfmt == null ? "o" : markerfmt), stems.color);
        ends.label = text(label);
        double[] feet = new double[xs.length];
        Arrays.fill(feet, bottom);
        List<jacobi.plot.mark.Mark> marks = new ArrayList<>();
        if (basefmt == null || !basefmt.isBlank()) {
            double lo = Arrays.stream(xs).min().orElse(0);
            double hi = Arrays.stream(xs).max().orElse(1);
            Look base = Look.of(Format.of(basefmt == null ? "C3-" : basefmt), "C3");
            marks.add(new Line(new double[] {lo, hi}, new double[] {bottom, bottom}, base));
        }
        marks.add(new Segments(xs, feet, ys, true, stems));
        marks.add(new Line(xs, ys, ends));
        target().add(marks);
        target().state.legend |= label != null;
        return self();
    }

    /** Draws a shape made by {@code rectangle}, {@code circle}, {@code ellipse} or {@code polygon}. */
    public T addPatch(Patch patch) {
        if (patch == null) {
            throw new IllegalArgumentException(say("plot.patch.null"));
        }
        boolean onImage = target().state.marks.stream().anyMatch(Image.class::isInstance);
        target().add(onImage ? patch.framing(false) : patch);
        return self();
    }

    /** A rectangle with its lower left corner at {@code xy}. */
    public T rectangle(Object xy, double width, double height) {
        return addPatch(Plots.rectangle(xy, width, height).color(target().nextColor()));
    }

    /** A circle about {@code xy}. */
    public T circle(Object xy, double radius) {
        return addPatch(Plots.circle(xy, radius).color(target().nextColor()));
    }

    /** A filled polygon with these corners, as x and y in turn. */
    public T polygon(double... corners) {
        return addPatch(Plots.polygon(corners).facecolor(target().nextColor()));
    }

    /** An arrow from a point that goes {@code dx} to the right and {@code dy} up. */
    public T arrow(double x, double y, double dx, double dy) {
        return vector(x, y, x + dx, y + dy);
    }

    /**
     * An arrow, as {@link #arrow(double, double, double, double)}.
     *
     * @param headWidth the width of its head, in units of the axes; NaN for a head of usual size
     * @param headLength the length of its head, in units of the axes
     * @param lengthIncludesHead whether the tip, and not the neck, reaches {@code dx} and {@code dy}
     */
    public T arrow(
            double x,
            double y,
            double dx,
            double dy,
            @Default("Double.NaN") double headWidth,
            @Default("Double.NaN") double headLength,
            @Default("false") boolean lengthIncludesHead,
            @Default("null") String color) {
        double width = Double.isNaN(headWidth) && !Double.isNaN(headLength) ? headLength / 1.5 : headWidth;
        double head = Double.isNaN(headLength) ? 1.5 * width : headLength;
        double distance = Math.hypot(dx, dy);
        double more = Double.isNaN(head) || lengthIncludesHead || distance == 0 ? 0 : head / distance;
        Look look = new Look(color == null ? target().nextColor() : Colors.named(color));
        target().add(new Arrow(x, y, x + dx * (1 + more), y + dy * (1 + more), width, head, look));
        return self();
    }

    /** An arrow from point to point. */
    public T vector(double x1, double y1, double x2, double y2) {
        target().add(new Arrow(x1, y1, x2, y2, Double.NaN, Double.NaN, new Look(target().nextColor())));
        return self();
    }

    /** Text that begins at a point; mathematics between dollar signs. */
    public T text(double x, double y, String text) {
        target().add(Note.at(text(text), x, y));
        return self();
    }

    /**
     * Text at a point.
     *
     * @param ha where its point is across it: {@code "left"}, {@code "center"} or {@code "right"}
     * @param va where its point is up it: {@code "baseline"}, {@code "bottom"}, {@code "center"} or {@code "top"}
     * @param fontsize the size of its letters in points
     * @param rotation how far it is turned against the clock, in degrees
     * @param bbox the box behind it: a colour, or a map with matplotlib's keys {@code facecolor}, {@code edgecolor},
     *     {@code alpha}, {@code pad}, {@code lw} and {@code boxstyle}
     */
    public T text(
            Object x,
            Object y,
            @Also("s") String text,
            @Default("\"left\"") @Also("horizontalalignment") String ha,
            @Default("\"baseline\"") @Also("verticalalignment") String va,
            @Default("10") @Also("size") double fontsize,
            @Default("null") @Also("weight") String fontweight,
            @Default("null") @Also("style") String fontstyle,
            @Default("null") @Also("c") String color,
            @Default("0") double rotation,
            @Default("null") Object bbox) {
        TextLook look = TextWords.look(ha, va, fontsize, fontweight, fontstyle, color, rotation, bbox);
        double px = Coordinates.of(target().state.x, x instanceof Number ? x : List.of(x), "x")[0];
        double py = Coordinates.of(target().state.y, y instanceof Number ? y : List.of(y), "y")[0];
        target().add(new Note(text(text), px, py, new double[2], null, null, look));
        return self();
    }

    /** Text beside a point. */
    public T annotate(String text, double x, double y) {
        return text(x, y, text);
    }

    /**
     * Text that begins at ({@code textX}, {@code textY}) with an arrow to the point ({@code x}, {@code y}) it is about.
     */
    public T annotate(String text, double x, double y, double textX, double textY) {
        double[] place = {x, y};
        TextLook look = new TextLook(10);
        target().add(new Note(text(text), textX, textY, new double[2], place, Note.Pointer.USUAL, look));
        return self();
    }

    /**
     * Text about a point.
     *
     * @param xy the point, two numbers
     * @param xytext where the text stands; at the point if null
     * @param arrowprops an arrow from the text to the point: matplotlib's style as {@code "->"}, or a map with its keys
     *     {@code arrowstyle}, {@code color}, {@code lw}, {@code headwidth}, {@code shrink} and {@code linestyle}; null
     * for none
     * @param textcoords {@code "data"}, or {@code "offset points"} if {@code xytext} says how far the text is from its
     * point
     */
    public T annotate(
            String text,
            Object xy,
            @Default("null") Object xytext,
            @Default("null") Object arrowprops,
            @Default("\"data\"") String textcoords,
            @Default("\"left\"") @Also("horizontalalignment") String ha,
            @Default("\"baseline\"") @Also("verticalalignment") String va,
            @Default("10") @Also("size") double fontsize,
            @Default("null") @Also("weight") String fontweight,
            @Default("null") @Also("c") String color,
            @Default("0") double rotation,
            @Default("null") Object bbox) {
        double[] place = two("xy", xy);
        double[] at = xytext == null ? place : two("xytext", xytext);
        boolean offset = oneOf("textcoords", textcoords, "data", "offset points", "offset pixels")
                .startsWith("offset");
        TextLook look = TextWords.look(ha, va, fontsize, fontweight, null, color, rotation, bbox);
        double[] base = offset && xytext != null ? place : at;
        double[] away = offset && xytext != null ? at : new double[2];
        Note.Pointer pointer = arrowprops == null ? null : TextWords.pointer(arrowprops);
        target().add(new Note(text(text), base[0], base[1], away, place, pointer, look));
        return self();
    }

    static double[] two(String name, Object values) {
        double[] pair = GivenNumbers.vector(values, name);
        if (pair.length != 2) {
            throw new IllegalArgumentException(say("plot.pair.x-and-y", "name", name, "found", pair.length));
        }
        return pair;
    }

    /** Where the point of the text written last is across it: {@code "left"}, {@code "center"} or {@code "right"}. */
    public T ha(String place) {
        letters("ha").ha = oneOf("ha", place, "left", "center", "right");
        return self();
    }

    /**
     * Where the point of the text written last is up it: {@code "baseline"}, {@code "bottom"}, {@code "center"} or
     * {@code "top"}.
     */
    public T va(String place) {
        letters("va").va = oneOf("va", place, TextWords.UP);
        return self();
    }

    /** The size of the letters of the text written last, in points. */
    public T fontsize(double points) {
        letters("fontsize").size = positive("fontsize", points);
        return self();
    }

    /** {@code "bold"} or {@code "normal"} letters for the text written last. */
    public T fontweight(String weight) {
        letters("fontweight").bold = isBold(weight);
        return self();
    }

    /** How far the text written last is turned against the clock, in degrees. */
    public T rotation(double degrees) {
        letters("rotation").rotation = degrees;
        return self();
    }

    /** The box behind the text written last: a colour, or a map of what matplotlib's {@code bbox} has. */
    public T bbox(Object box) {
        letters("bbox").frame = TextWords.frame(box);
        return self();
    }

    private TextLook letters(String word) {
        if (target().last(word) instanceof Note note) {
            return note.letters();
        }
        throw new IllegalStateException(say(
                "plot.text.drawn-last",
                "word",
                word,
                "kind",
                target().last(word).kind()));
    }
}
