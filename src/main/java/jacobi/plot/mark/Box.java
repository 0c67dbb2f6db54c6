package jacobi.plot.mark;

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

    /** The smallest box that holds both. */
    public Box with(Box other) {
        double l = Math.min(left, other.left);
        double t = Math.min(top, other.top);
        return new Box(l, t, Math.max(right(), other.right()) - l, Math.max(bottom(), other.bottom()) - t);
    }
}
