package jacobi.plot.mark;

import jacobi.plot.axis.Span;

/**
 * A rectangle on the page, in points; y grows downwards.
 *
 * @param left the left edge
 * @param top the upper edge
 */
public record Box(double left, double top, double width, double height) {

    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }

    public double centerX() {
        return left + width / 2;
    }

    public double centerY() {
        return top + height / 2;
    }

    public boolean contains(double x, double y) {
        return left < x && x < right() && top < y && y < bottom();
    }

    /** Whether the two share some area. */
    public boolean overlaps(Box other) {
        return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
    }

    /**
     * A part of it, of its whole height or of its whole width.
     *
     * @param part from where to where: 0 is the left or lower edge, 1 the other
     * @param across whether the part is of its width
     */
    public Box part(Span part, boolean across) {
        return across
                ? new Box(left + part.lo() * width, top, part.length() * width, height)
                : new Box(left, bottom() - part.hi() * height, width, part.length() * height);
    }

    /** The smallest box that holds both. */
    public Box with(Box other) {
        double l = Math.min(left, other.left);
        double t = Math.min(top, other.top);
        return new Box(l, t, Math.max(right(), other.right()) - l, Math.max(bottom(), other.bottom()) - t);
    }
}
