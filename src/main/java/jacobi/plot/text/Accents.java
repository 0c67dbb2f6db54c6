package jacobi.plot.text;

import java.text.Normalizer;
import java.util.Map;

/**
 * Marks over and under letters, drawn so that they stand alike over every letter. Lengths are in parts of the font
 * size.
 */
final class Accents {
    /** The combining character that says each in plain text. */
    private static final Map<String, String> SPOKEN = Map.ofEntries(
            Map.entry("hat", "\u0302"),
            Map.entry("widehat", "\u0302"),
            Map.entry("bar", "\u0304"),
            Map.entry("overline", "\u0305"),
            Map.entry("underline", "\u0332"),
            Map.entry("tilde", "\u0303"),
            Map.entry("widetilde", "\u0303"),
            Map.entry("dot", "\u0307"),
            Map.entry("ddot", "\u0308"),
            Map.entry("vec", "\u20D7"),
            Map.entry("overrightarrow", "\u20D7"),
            Map.entry("check", "\u030C"),
            Map.entry("acute", "\u0301"),
            Map.entry("grave", "\u0300"),
            Map.entry("breve", "\u0306"));

    private static final double PEN = 0.06;
    private static final double GAP = 0.08;
    private static final double X_HEIGHT = 0.547;

    private Accents() {}

    static boolean isKnown(String name) {
        return SPOKEN.containsKey(name);
    }

    /** What stands under an accent, with it. */
    static TypeBox over(String name, TypeBox base, double size, boolean slanted) {
        double rise = Math.max(base.above(), X_HEIGHT * size);
        double y = -rise - GAP * size;
        // Over a letter that leans, the middle of its top is further to the right.
        double middle = base.width() / 2 + (slanted ? 0.1 * (rise - 0.1 * size) : 0);
        double wide = base.width();
        double pen = PEN * size;
        double high = 0.15 * size;
        String spoken = Normalizer.normalize(base.spoken() + SPOKEN.get(name), Normalizer.Form.NFC);
        TypeBox mark = switch (name) {
            case "hat" -> chevron(middle, y, 0.19 * size, high, pen);
            case "widehat" -> chevron(middle, y, Math.max(0.19 * size, wide * 0.48), 0.18 * size, pen);
            case "check" ->
                lines(
                        y,
                        high,
                        Pen.line(pen, middle - 0.19 * size, y - high, middle, y, middle + 0.19 * size, y - high));
            case "bar" -> level(middle - 0.22 * size, middle + 0.22 * size, y - 0.04 * size, pen);
            case "overline" -> level(0.04 * size, Math.max(wide - 0.04 * size, 0.1), y - 0.03 * size, pen);
            case "underline" -> {
                double at = Math.max(base.below(), 0) + 0.1 * size;
                yield TypeBox.of(0, -at, at + pen / 2, Pen.line(pen, 0.02 * size, at, wide - 0.02 * size, at));
            }
            case "tilde" -> wave(middle, y, 0.21 * size, 0.13 * size, pen);
            case "widetilde" -> wave(middle, y, Math.max(0.21 * size, wide * 0.46), 0.16 * size, pen);
            case "dot" -> lines(y, 0.12 * size, Pen.dot(middle, y - 0.06 * size, 0.055 * size));
            case "ddot" ->
                lines(
                        y,
                        0.12 * size,
                        Pen.dot(middle - 0.12 * size, y - 0.06 * size, 0.055 * size),
                        Pen.dot(middle + 0.12 * size, y - 0.06 * size, 0.055 * size));
            case "acute" -> lines(y, high, Pen.line(pen, middle - 0.08 * size, y, middle + 0.1 * size, y - high));
            case "grave" -> lines(y, high, Pen.line(pen, middle + 0.08 * size, y, middle - 0.1 * size, y - high));
            case "breve" -> {
                double half = 0.18 * size;
                yield lines(
                        y,
                        high,
                        Pen.curve(
                                pen,
                                middle - half,
                                y - high,
                                middle - half * 0.7,
                                y + 0.03 * size,
                                middle + half * 0.7,
                                y + 0.03 * size,
                                middle + half,
                                y - high));
            }
            default ->
                arrow(
                        middle,
                        y,
                        Math.max(name.equals("vec") ? 0.26 * size : 0, name.equals("vec") ? 0 : wide / 2),
                        size,
                        pen);
        };
        return base.with(mark).saying(spoken);
    }

    private static TypeBox lines(double y, double high, Pen... pens) {
        return TypeBox.of(0, -y + high, y, pens);
    }

    private static TypeBox level(double from, double to, double y, double pen) {
        return TypeBox.of(0, -y + pen / 2, y, Pen.line(pen, from, y, to, y));
    }

    private static TypeBox chevron(double middle, double y, double half, double high, double pen) {
        return lines(y, high, Pen.line(pen, middle - half, y, middle, y - high, middle + half, y));
    }

    private static TypeBox wave(double middle, double y, double half, double high, double pen) {
        return lines(
                y,
                high,
                Pen.curve(
                        pen,
                        middle - half,
                        y - 0.1 * high,
                        middle - half * 0.5,
                        y - 1.9 * high,
                        middle + half * 0.5,
                        y + 0.9 * high,
                        middle + half,
                        y - 0.9 * high));
    }

    private static TypeBox arrow(double middle, double y, double half, double size, double pen) {
        double at = y - 0.08 * size;
        double tip = middle + half;
        double head = 0.1 * size;
        return lines(
                y,
                0.18 * size,
                Pen.line(pen, middle - half, at, tip, at),
                Pen.line(pen, tip - head, at - head * 0.8, tip, at, tip - head, at + head * 0.8));
    }
}
