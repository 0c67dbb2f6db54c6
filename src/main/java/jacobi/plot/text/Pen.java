package jacobi.plot.text;

import jacobi.plot.svg.PathData;

/**
 * A line or an area drawn among letters: the bar of a fraction, a root, a bracket as high as what it holds. Lengths are
 * in parts of the font size, y grows downwards from the base line.
 *
 * @param commands M, L, C or Z for each step
 * @param places the points of the steps in turn, x and y
 * @param width the width of the line, or 0 where the path is filled
 */
record Pen(String commands, double[] places, double width) {

    /** A line through points, x and y in turn. */
    static Pen line(double width, double... places) {
        return new Pen("M" + "L".repeat(places.length / 2 - 1), places, width);
    }

    /** A path of curves, each with two control points and an end, after a first point. */
    static Pen curve(double width, double... places) {
        return new Pen("M" + "C".repeat((places.length - 2) / 6), places, width);
    }

    /** A disc. */
    static Pen dot(double x, double y, double radius) {
        double k = radius * 0.5523;
        return new Pen(
                "MCCCCZ",
                new double[] {
                    x + radius,
                    y,
                    x + radius,
                    y + k,
                    x + k,
                    y + radius,
                    x,
                    y + radius,
                    x - k,
                    y + radius,
                    x - radius,
                    y + k,
                    x - radius,
                    y,
                    x - radius,
                    y - k,
                    x - k,
                    y - radius,
                    x,
                    y - radius,
                    x + k,
                    y - radius,
                    x + radius,
                    y - k,
                    x + radius,
                    y
                },
                0);
    }

    Pen moved(double dx, double dy) {
        double[] moved = places.clone();
        for (int i = 0; i < moved.length; i += 2) {
            moved[i] += dx;
            moved[i + 1] += dy;
        }
        return new Pen(commands, moved, width);
    }

    Pen scaled(double factor) {
        double[] scaled = places.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Pen(commands, scaled, width * factor);
    }

    /** Adds it to a path of the page, from an origin, at a font size. */
    void addTo(PathData path, double x, double y, double fontSize) {
        int at = 0;
        for (int i = 0; i < commands.length(); i++) {
            switch (commands.charAt(i)) {
                case 'M' -> path.move(x + places[at] * fontSize, y + places[at + 1] * fontSize);
                case 'L' -> path.line(x + places[at] * fontSize, y + places[at + 1] * fontSize);
                case 'C' ->
                    path.curve(
                            x + places[at] * fontSize,
                            y + places[at + 1] * fontSize,
                            x + places[at + 2] * fontSize,
                            y + places[at + 3] * fontSize,
                            x + places[at + 4] * fontSize,
                            y + places[at + 5] * fontSize);
                default -> path.close();
            }
            at += commands.charAt(i) == 'C' ? 6 : commands.charAt(i) == 'Z' ? 0 : 2;
        }
    }
}
