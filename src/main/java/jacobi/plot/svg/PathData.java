package jacobi.plot.svg;

import java.awt.geom.Path2D;

/**
 * The {@code d} attribute of a path: an absolute start for each stretch, then steps from point to point.
 *
 * <p>Points are rounded to hundredths first and steps taken between rounded points, so that no error adds up.
 */
public final class PathData {
    private final StringBuilder d = new StringBuilder();
    private long x;
    private long y;
    private long startX;
    private long startY;
    private char command;

    /** Starts a new stretch at a point. */
    public PathData move(double toX, double toY) {
        x = Decimals.hundredths(toX);
        y = Decimals.hundredths(toY);
        startX = x;
        startY = y;
        d.append('M');
        command = 'M';
        number(x, true);
        number(y, false);
        return this;
    }

    /** Draws a straight line to a point; a step too short to show is left out. */
    public PathData line(double toX, double toY) {
        long nextX = Decimals.hundredths(toX);
        long nextY = Decimals.hundredths(toY);
        long dx = nextX - x;
        long dy = nextY - y;
        if (dx == 0 && dy == 0) {
            return this;
        }
        if (dy == 0) {
            command('h');
            number(dx, fresh);
        } else if (dx == 0) {
            command('v');
            number(dy, fresh);
        } else {
            command('l');
            number(dx, fresh);
            number(dy, false);
        }
        x = nextX;
        y = nextY;
        return this;
    }

    /** A point that a round pen makes a disc. */
    public PathData dot(double atX, double atY) {
        if (d.length() == 0) {
            move(atX, atY);
        } else {
            long nextX = Decimals.hundredths(atX);
            long nextY = Decimals.hundredths(atY);
            d.append('m');
            number(nextX - x, true);
            number(nextY - y, false);
            x = nextX;
            y = nextY;
        }
        d.append("h0");
        command = 'h';
        return this;
    }

    /** Draws a cubic Bézier curve with two control points to a point. */
    public PathData curve(double x1, double y1, double x2, double y2, double toX, double toY) {
        command('c');
        number(Decimals.hundredths(x1) - x, fresh);
        number(Decimals.hundredths(y1) - y, false);
        number(Decimals.hundredths(x2) - x, false);
        number(Decimals.hundredths(y2) - y, false);
        long nextX = Decimals.hundredths(toX);
        long nextY = Decimals.hundredths(toY);
        number(nextX - x, false);
        number(nextY - y, false);
        x = nextX;
        y = nextY;
        return this;
    }

    /** A rectangle of its own. */
    public PathData rectangle(double left, double top, double width, double height) {
        return move(left, top)
                .line(left + width, top)
                .line(left + width, top + height)
                .line(left, top + height)
                .close();
    }

    /** Closes the current stretch. */
    public PathData close() {
        d.append('z');
        command = 'z';
        x = startX;
        y = startY;
        return this;
    }

    public boolean isEmpty() {
        return d.length() == 0;
    }

    @Override
    public String toString() {
        return d.toString();
    }

    /** The path for Java's own drawing. */
    public Path2D shape() {
        Path2D shape = new Path2D.Double();
        char step = 0;
        int at = 0;
        double[] p = new double[6];
        double x = 0;
        double y = 0;
        while (at < d.length()) {
            if (Character.isLetter(d.charAt(at))) {
                step = d.charAt(at++);
            }
            int count = step == 'c' ? 6 : step == 'z' ? 0 : step == 'h' || step == 'v' ? 1 : 2;
            for (int i = 0; i < count; i++) {
                at = d.charAt(at) == ' ' ? at + 1 : at;
                boolean minus = d.charAt(at) == '-';
                double number = 0;
                double unit = 0;
                for (at = minus ? at + 1 : at; at < d.length() && d.charAt(at) >= '.' && d.charAt(at) <= '9'; at++) {
                    if (d.charAt(at) == '.') {
                        unit = 1;
                    } else {
                        number = 10 * number + d.charAt(at) - '0';
                        unit *= 10;
                    }
                }
                number = unit > 1 ? number / unit : number;
                p[i] = minus ? -number : number;
            }
            switch (step) {
                case 'M' -> shape.moveTo(p[0], p[1]);
                case 'm' -> shape.moveTo(x + p[0], y + p[1]);
                case 'l' -> shape.lineTo(x + p[0], y + p[1]);
                case 'h' -> shape.lineTo(x + p[0], y);
                case 'v' -> shape.lineTo(x, y + p[0]);
                case 'c' -> shape.curveTo(x + p[0], y + p[1], x + p[2], y + p[3], x + p[4], y + p[5]);
                default -> shape.closePath();
            }
            x = shape.getCurrentPoint().getX();
            y = shape.getCurrentPoint().getY();
        }
        return shape;
    }

    private boolean fresh;

    private void command(char next) {
        fresh = next != command;
        if (fresh) {
            d.append(next);
            command = next;
        }
    }

    private void number(long hundredths, boolean first) {
        if (!first && hundredths >= 0) {
            d.append(' ');
        }
        Decimals.append(d, hundredths);
    }
}
