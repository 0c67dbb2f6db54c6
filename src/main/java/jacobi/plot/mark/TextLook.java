package jacobi.plot.mark;

import jacobi.plot.text.RichText;

/** How one text is written. Lengths are in points. Modified by the fluent words of the axes it stands in. */
public final class TextLook implements Cloneable {
    public double size;
    public boolean bold;
    public boolean italic;
    /** A colour as {@link jacobi.plot.style.Colors#named} gives it. */
    public String color = "#000000";
    /** How far it is turned against the clock, in degrees. */
    public double rotation;
    /** Where its point is across it: {@code left}, {@code center} or {@code right}. */
    public String ha = "left";
    /** Where its point is up it: {@code baseline}, {@code bottom}, {@code center} or {@code top}. */
    public String va = "baseline";
    /** The box behind it, or null. */
    public TextFrame frame;

    public TextLook(double size) {
        this.size = size;
    }

    public TextLook copy() {
        try {
            return (TextLook) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("this class is cloneable", e);
        }
    }

    public RichText read(String text) {
        return RichText.of(text, bold, italic);
    }

    Canvas.Anchor anchor() {
        return switch (ha) {
            case "left" -> Canvas.Anchor.START;
            case "right" -> Canvas.Anchor.END;
            default -> Canvas.Anchor.MIDDLE;
        };
    }

    /** From the text's point down to its first base line. */
    double drop(RichText text) {
        return switch (va) {
            case "top" -> text.above(size);
            case "bottom" -> -text.below(size);
            case "center", "center_baseline" -> text.middle(size);
            // The last line stands on the point, as in matplotlib.
            default -> text.bottomBase() * -size;
        };
    }
}
