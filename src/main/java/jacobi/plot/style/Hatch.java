package jacobi.plot.style;

import static jacobi.language.Say.say;

import jacobi.plot.svg.PathData;

/**
 * Lines or dots across an area, by matplotlib's signs.
 *
 * @param signs the signs, one or more of {@code / \ | - + x . o}; a sign given twice is twice as dense
 */
public record Hatch(String signs) {
    private static final String KNOWN = "/\\|-+x.o";
    /** The way between two lines of a sign given once, in points. */
    private static final double TILE = 16;

    public static Hatch of(String signs) {
        if (signs == null || signs.isEmpty()) {
            return null;
        }
        for (char sign : signs.toCharArray()) {
            if (KNOWN.indexOf(sign) < 0) {
                throw new IllegalArgumentException(say("plot.hatch", "found", signs));
            }
        }
        return new Hatch(signs);
    }

    /** The side of the square that repeats. */
    public double tile() {
        int most = 1;
        for (char sign : signs.toCharArray()) {
            most = Math.max(most, (int) signs.chars().filter(c -> c == sign).count());
        }
        return TILE / most;
    }

    /** The lines of one square, which go on in its neighbours. */
    public PathData lines() {
        double t = tile();
        PathData path = new PathData();
        if (has('/') || has('x')) {
            path.move(-t / 4, t / 4).line(t / 4, -t / 4).move(0, t).line(t, 0);
            path.move(3 * t / 4, 5 * t / 4).line(5 * t / 4, 3 * t / 4);
        }
        if (has('\\') || has('x')) {
            path.move(-t / 4, 3 * t / 4).line(t / 4, 5 * t / 4).move(0, 0).line(t, t);
            path.move(3 * t / 4, -t / 4).line(5 * t / 4, t / 4);
        }
        if (has('|') || has('+')) {
            path.move(t / 2, 0).line(t / 2, t);
        }
        if (has('-') || has('+')) {
            path.move(0, t / 2).line(t, t / 2);
        }
        return path;
    }

    /** The radius of the disc or the ring in the middle of a square; 0 for none. */
    public double radius() {
        return has('o') ? tile() / 4 : has('.') ? tile() / 9 : 0;
    }

    public boolean isRing() {
        return has('o');
    }

    private boolean has(char sign) {
        return signs.indexOf(sign) >= 0;
    }
}
