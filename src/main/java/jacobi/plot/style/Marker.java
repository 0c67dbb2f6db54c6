package jacobi.plot.style;

import static jacobi.language.Say.say;

import jacobi.plot.svg.PathData;

/** The small signs that stand at points, by matplotlib's letters. */
public final class Marker {
    private static final String KNOWN = ".,ov^<>12348spP*hH+xXDd|_";
    private static final String STROKED = "1234+x|_";

    private Marker() {}

    public static boolean isKnown(char marker) {
        return KNOWN.indexOf(marker) >= 0;
    }

    /** The marker's letter of a word of one letter. */
    public static char named(String name) {
        if (name == null || name.length() != 1 || !isKnown(name.charAt(0))) {
            throw new IllegalArgumentException(say(
                    "plot.marker.name",
                    "known",
                    String.join(" ", KNOWN.split("")),
                    "found",
                    (name == null ? "null" : '"' + name + '"')));
        }
        return name.charAt(0);
    }

    /** Whether the marker is made of strokes and has no inside to fill. */
    public static boolean isStroked(char marker) {
        return STROKED.indexOf(marker) >= 0;
    }

    /** Whether the marker is a disc: a point for a round pen as wide as {@link #diameter} says. */
    public static boolean isDisc(char marker) {
        return marker == 'o' || marker == '.';
    }

    /** The width in points of a disc that is {@code size} points inside its edge, the edge being one point wide. */
    public static double diameter(char marker, double size) {
        return (marker == '.' ? size / 2 : size) + 1;
    }

    /** Adds the marker to a path, centred on a point, {@code size} points wide. */
    public static void add(PathData path, char marker, double x, double y, double size) {
        double r = size / 2;
        switch (marker) {
            case 'o', '.' -> path.dot(x, y);
            case ',' -> path.rectangle(x - 0.36, y - 0.36, 0.72, 0.72);
            case 'v' -> polygon(path, x, y, -r, -r, r, -r, 0, r);
            case '^' -> polygon(path, x, y, -r, r, r, r, 0, -r);
            case '<' -> polygon(path, x, y, r, -r, r, r, -r, 0);
            case '>' -> polygon(path, x, y, -r, -r, -r, r, r, 0);
            case 's' -> path.rectangle(x - r, y - r, size, size);
            case 'D' -> polygon(path, x, y, 0, -r * 1.41, r * 1.41, 0, 0, r * 1.41, -r * 1.41, 0);
            case 'd' -> polygon(path, x, y, 0, -r * 1.41, r * 0.85, 0, 0, r * 1.41, -r * 0.85, 0);
            case 'p' -> regular(path, x, y, r, 5, -90);
            case 'h' -> regular(path, x, y, r, 6, -90);
            case 'H' -> regular(path, x, y, r, 6, 0);
            case '8' -> regular(path, x, y, r, 8, 22.5);
            case '*' -> star(path, x, y, r);
            case 'P' -> cross(path, x, y, r, 0);
            case 'X' -> cross(path, x, y, r, 45);
            case '+' -> path.move(x - r, y).line(x + r, y).move(x, y - r).line(x, y + r);
            case 'x' ->
                path.move(x - r, y - r).line(x + r, y + r).move(x - r, y + r).line(x + r, y - r);
            case '|' -> path.move(x, y - r).line(x, y + r);
            case '_' -> path.move(x - r, y).line(x + r, y);
            case '1', '2', '3', '4' -> tripod(path, x, y, r, marker);
            default -> throw new IllegalArgumentException("no such marker: " + marker);
        }
    }

    private static void polygon(PathData path, double x, double y, double... corners) {
        path.move(x + corners[0], y + corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.line(x + corners[i], y + corners[i + 1]);
        }
        path.close();
    }

    private static void regular(PathData path, double x, double y, double r, int corners, double from) {
        for (int i = 0; i < corners; i++) {
            corner(path, x, y, r, from + i * 360.0 / corners, i == 0);
        }
        path.close();
    }

    private static void star(PathData path, double x, double y, double r) {
        for (int i = 0; i < 10; i++) {
            corner(path, x, y, i % 2 == 0 ? r : r * 0.382, -90 + i * 36, i == 0);
        }
        path.close();
    }

    private static void cross(PathData path, double x, double y, double r, double turn) {
        double arm = Math.hypot(r, r / 3);
        double half = Math.toDegrees(Math.atan(1.0 / 3));
        for (int i = 0; i < 4; i++) {
            corner(path, x, y, arm, turn + i * 90 - half, i == 0);
            corner(path, x, y, arm, turn + i * 90 + half, false);
            corner(path, x, y, r / 3 * Math.sqrt(2), turn + i * 90 + 45, false);
        }
        path.close();
    }

    private static void tripod(PathData path, double x, double y, double r, char marker) {
        double down = switch (marker) {
            case '1' -> 90;
            case '2' -> -90;
            case '3' -> 180;
            default -> 0;
        };
        for (int i = 0; i < 3; i++) {
            path.move(x, y);
            corner(path, x, y, r, down + i * 120, false);
        }
    }

    private static void corner(PathData path, double x, double y, double r, double degrees, boolean first) {
        double toX = x + r * Math.cos(Math.toRadians(degrees));
        double toY = y + r * Math.sin(Math.toRadians(degrees));
        if (first) {
            path.move(toX, toY);
        } else {
            path.line(toX, toY);
        }
    }
}
