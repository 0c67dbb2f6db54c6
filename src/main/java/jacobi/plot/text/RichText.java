package jacobi.plot.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of a label: lines of letters, with mathematics between dollar signs set as TeX sets it.
 *
 * @param lines the lines from the top
 */
public record RichText(List<TypeBox> lines) {
    /** How far letters rise above their base line and reach below it at the least, in parts of the font size. */
    private static final double ASCENT = 0.76;

    private static final double DESCENT = 0.21;
    /** From one base line to the next. */
    private static final double LEADING = 1.2;
    /** From the base line to the middle of digits. */
    private static final double MIDDLE = 0.36;

    public RichText {
        lines = List.copyOf(lines);
    }

    /** Reads a label: plain text, with mathematics between dollar signs. */
    public static RichText of(String label) {
        return of(label, false, false);
    }

    /** As {@link #of(String)}, with what is no mathematics in bold or slanted letters. */
    public static RichText of(String label, boolean bold, boolean italic) {
        List<TypeBox> lines = new ArrayList<>();
        for (String line : label.split("\n", -1)) {
            lines.add(line(line, bold, italic));
        }
        return new RichText(lines);
    }

    /** Text that is shown as it stands. */
    public static RichText plain(String text) {
        return new RichText(List.of(TypeBox.of(text, 1, false, false)));
    }

    private static TypeBox line(String label, boolean bold, boolean italic) {
        if (label.indexOf('$') < 0) {
            return TypeBox.of(label, 1, italic, bold);
        }
        List<TypeBox> parts = new ArrayList<>();
        int from = 0;
        int first = dollar(label, 0);
        while (first >= 0) {
            int second = dollar(label, first + 1);
            if (second < 0) {
                break;
            }
            parts.add(words(label.substring(from, first), bold, italic));
            parts.add(Formula.read(label.substring(first + 1, second), bold));
            from = second + 1;
            first = dollar(label, from);
        }
        parts.add(words(label.substring(from), bold, italic));
        return TypeBox.row(parts.stream().filter(part -> part != TypeBox.EMPTY).toList());
    }

    private static TypeBox words(String text, boolean bold, boolean italic) {
        return TypeBox.of(text.replace("\\$", "$"), 1, italic, bold);
    }

    /** The next dollar sign that no backslash makes a sign like others; −1 if there is none. */
    private static int dollar(String label, int from) {
        int at = label.indexOf('$', from);
        while (at > 0 && label.charAt(at - 1) == '\\') {
            at = label.indexOf('$', at + 1);
        }
        return at;
    }

    /** The width in points at a font size in points. */
    public double width(double fontSize) {
        double width = 0;
        for (TypeBox line : lines) {
            width = Math.max(width, line.width());
        }
        return width * fontSize;
    }

    /** How far it rises above its first base line, in points. */
    public double above(double fontSize) {
        return rise(0) * fontSize;
    }

    /** How far it reaches below its first base line, with all further lines, in points. */
    public double below(double fontSize) {
        return (base(lines.size() - 1) + reach(lines.size() - 1)) * fontSize;
    }

    public double height(double fontSize) {
        return above(fontSize) + below(fontSize);
    }

    /** From its vertical middle down to its first base line, in points: half the height of digits for a plain line. */
    public double middle(double fontSize) {
        double above = above(fontSize);
        double below = below(fontSize);
        boolean plain = above == ASCENT * fontSize && below == DESCENT * fontSize;
        return plain ? MIDDLE * fontSize : (above - below) / 2;
    }

    /** The base line of a line below the first, in parts of the font size. */
    double base(int line) {
        double base = 0;
        for (int i = 1; i <= line; i++) {
            base += Math.max(LEADING, reach(i - 1) + rise(i) + 0.1);
        }
        return base;
    }

    /** How far the last base line stands below the first, in parts of the font size. */
    public double bottomBase() {
        return base(lines.size() - 1);
    }

    private double rise(int line) {
        return Math.max(ASCENT, lines.get(line).above());
    }

    private double reach(int line) {
        return Math.max(DESCENT, lines.get(line).below());
    }

    /** What it says, without any look. */
    public String spoken() {
        return String.join(" ", lines.stream().map(TypeBox::spoken).toList());
    }
}
