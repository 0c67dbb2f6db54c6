package jacobi.plot.mark;

import jacobi.plot.axis.Span;

/**
 * What a mark covers in data values, and which of its edges are firm: limits found from the data get no margin there.
 *
 * @param firm the firm edges, any of {@link #LEFT}, {@link #RIGHT}, {@link #BOTTOM} and {@link #TOP} together
 */
public record Extent(Span x, Span y, int firm) {
    public static final int LEFT = 1;
    public static final int RIGHT = 2;
    public static final int BOTTOM = 4;
    public static final int TOP = 8;
    public static final int ALL = LEFT | RIGHT | BOTTOM | TOP;
    public static final Extent NOTHING = new Extent(Span.EMPTY, Span.EMPTY, 0);

    public Extent(Span x, Span y) {
        this(x, y, 0);
    }

    /** What both cover; an edge is firm if the mark that reaches furthest there says so. */
    public Extent with(Extent other) {
        int edges = outer(other, LEFT, x.lo(), other.x.lo(), true)
                | outer(other, RIGHT, x.hi(), other.x.hi(), false)
                | outer(other, BOTTOM, y.lo(), other.y.lo(), true)
                | outer(other, TOP, y.hi(), other.y.hi(), false);
        return new Extent(x.with(other.x), y.with(other.y), edges);
    }

    public boolean isFirm(int edge) {
        return (firm & edge) != 0;
    }

    private int outer(Extent other, int edge, double mine, double theirs, boolean low) {
        if (mine == theirs) {
            return (firm | other.firm) & edge;
        }
        return ((low == mine < theirs) ? firm : other.firm) & edge;
    }
}
