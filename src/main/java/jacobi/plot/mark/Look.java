package jacobi.plot.mark;

import jacobi.plot.style.Dash;
import jacobi.plot.style.Format;
import jacobi.plot.style.Hatch;

/** How one mark is painted. Lengths are in points. Modified by the fluent words of the axes it stands in. */
public final class Look {
    /** A colour as {@link jacobi.plot.style.Colors#named} gives it. */
    public String color = "C0";

    /** The colour of the border of an area; null for none. */
    public String edge;

    /** Whether areas are filled. */
    public boolean filled = true;
    /** Lines across areas, or null. */
    public Hatch hatch;

    public double width = 1.5;
    public Dash dash = Dash.SOLID;
    /** The marker's letter, or 0 for none. */
    public char marker;

    public double markerSize = 6;
    public double alpha = 1;
    /** What the legend calls it; empty for nothing. */
    public String label = "";
    /** Marks of a lower order are painted first. */
    public double order = 2;

    public Look() {}

    public Look(String color) {
        this.color = color;
    }

    /** The look a format string asks for, with {@code next} as colour where it names none. */
    public static Look of(Format format, String next) {
        Look look = new Look(format.color() != null ? format.color() : next);
        look.dash = format.dash();
        look.marker = format.marker();
        return look;
    }

    public Look order(double paintedAt) {
        order = paintedAt;
        return this;
    }
}
