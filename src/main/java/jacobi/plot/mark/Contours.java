package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Dash;
import jacobi.plot.svg.PathData;
import jacobi.plot.text.Numerals;
import jacobi.plot.text.RichText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lines of equal height over a grid, or the areas between them.
 *
 * @param map the colours of the levels; null paints all lines in the look's colour or in {@code colors}
 * @param colors the colours of the lines in turn, or empty
 * @param dashed whether lines below zero are dashed
 * @param letters the size of the heights on the lines, or 0 for none
 */
public record Contours(
        Grid grid,
        double[] levels,
        boolean filled,
        ColorMap map,
        List<String> colors,
        boolean dashed,
        double letters,
        Look look)
        implements Mark {
    /** How much straightness a height on a line gives up to stand in its middle. */
    private static final double NEAR_MIDDLE = 0.05;

    public Contours(Grid grid, double[] levels, boolean filled, ColorMap map, Look look) {
        this(grid, levels, filled, map, List.of(), false, 0, look);
        if (filled) {
            look.order(1);
        }
    }

    /** The same lines in colours of their own, in turn. */
    public Contours in(List<String> paints, boolean dashedBelowZero) {
        boolean one = paints.size() == 1;
        return new Contours(grid, levels, filled, null, paints, one && dashedBelowZero, letters, look);
    }

    /** The same lines with their heights on them, in letters of that size. */
    public Contours labelled(double size) {
        return new Contours(grid, levels, filled, map, colors, dashed, size, look);
    }

    /** The heights lines are drawn at. */
    public double[] levels() {
        return levels.clone();
    }

    @Override
    public String kind() {
        return say("plot.mark.contours");
    }

    @Override
    public Extent extent(Scale x, Scale y) {
        return grid.extent(x, y, Extent.ALL);
    }

    @Override
    public void draw(Canvas canvas, Plane plane) {
        for (int i = 0; i < (filled ? levels.length - 1 : levels.length); i++) {
            Isolines at = new Isolines(grid, levels[i]);
            PathData path = new PathData();
            if (filled) {
                // What lies higher is painted over what lies lower, so that no seam shows between bands.
                for (double[] loop : at.region()) {
                    outline(path, placed(loop, plane));
                }
                canvas.fill(path, paint(canvas, (i + 0.5) / (levels.length - 1)), look.alpha);
            } else {
                String paint = line(canvas, i);
                for (double[] line : at.lines()) {
                    double[] corners = placed(line, plane);
                    Polyline.add(path, letters == 0 ? corners : label(canvas, corners, levels[i], paint));
                }
                Dash dash = dashed && levels[i] < 0 && look.dash == Dash.SOLID ? Dash.DASHED : look.dash;
                canvas.stroke(path, paint, look.width, dash, look.alpha);
            }
        }
    }

    private String line(Canvas canvas, int level) {
        return colors.isEmpty()
                ? paint(canvas, levels.length == 1 ? 0.5 : level / (levels.length - 1.0))
                : canvas.theme().paint(colors.get(level % colors.size()));
    }

    /** Writes the height over the straightest stretch of a line; returns the line with a gap for it. */
    private double[] label(Canvas canvas, double[] corners, double height, String paint) {
        RichText text = RichText.plain(Numerals.of(height));
        double room = text.width(letters) + 3;
        int n = corners.length / 2;
        double[] along = new double[n];
        for (int i = 1; i < n; i++) {
            along[i] = along[i - 1]
                    + Math.hypot(corners[2 * i] - corners[2 * i - 2], corners[2 * i + 1] - corners[2 * i - 1]);
        }
        if (!(along[n - 1] > 2 * room)) {
            return corners;
        }
        int best = -1;
        double straightest = Double.NEGATIVE_INFINITY;
        for (int from = 0, to = 0; from < n; from++) {
            while (to < n - 1 && along[to] - along[from] < room) {
                to++;
            }
            double way = along[to] - along[from];
            double direct =
                    Math.hypot(corners[2 * to] - corners[2 * from], corners[2 * to + 1] - corners[2 * from + 1]);
            // Of stretches that are as straight, the one nearest the middle.
            double off = Math.abs(along[from] + along[to] - along[n - 1]) / along[n - 1];
            double good = direct / way - NEAR_MIDDLE * off;
            if (way >= room && good > straightest) {
                straightest = good;
                best = from;
            }
        }
        int end = best;
        while (along[end] - along[best] < room) {
            end++;
        }
        double middle = (along[best] + along[end]) / 2;
        double[] from = at(corners, along, middle - room / 2);
        double[] to = at(corners, along, middle + room / 2);
        double angle = Math.toDegrees(Math.atan2(from[1] - to[1], to[0] - from[0]));
        // Never upside down.
        angle = angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle;
        double turn = Math.toRadians(angle);
        double down = text.middle(letters);
        canvas.text(
                text,
                (from[0] + to[0]) / 2 + Math.sin(turn) * down,
                (from[1] + to[1]) / 2 + Math.cos(turn) * down,
                letters,
                Canvas.Anchor.MIDDLE,
                angle,
                paint);
        double[] broken = new double[corners.length + 6];
        int count = 0;
        for (int k = 0; k < n && along[k] < middle - room / 2; k++) {
            broken[count++] = corners[2 * k];
            broken[count++] = corners[2 * k + 1];
        }
        for (double[] place : new double[][] {from, {Double.NaN, Double.NaN}, to}) {
            broken[count++] = place[0];
            broken[count++] = place[1];
        }
        for (int k = 0; k < n; k++) {
            if (along[k] > middle + room / 2) {
                broken[count++] = corners[2 * k];
                broken[count++] = corners[2 * k + 1];
            }
        }
        return Arrays.copyOf(broken, count);
    }

    /** The place on a line at a distance along it. */
    private static double[] at(double[] corners, double[] along, double distance) {
        int k = 0;
        while (k + 2 < along.length && along[k + 1] < distance) {
            k++;
        }
        double length = along[k + 1] - along[k];
        double part = length == 0 ? 0 : (distance - along[k]) / length;
        return new double[] {
            corners[2 * k] + part * (corners[2 * k + 2] - corners[2 * k]),
            corners[2 * k + 1] + part * (corners[2 * k + 3] - corners[2 * k + 1])
        };
    }

    private String paint(Canvas canvas, double place) {
        return map == null ? canvas.theme().paint(look.color) : map.at(place);
    }

    private static void outline(PathData path, double[] corners) {
        path.move(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.line(corners[i], corners[i + 1]);
        }
        path.close();
    }

    /** Grid coordinates as places on the page. */
    private double[] placed(double[] line, Plane plane) {
        double[] corners = new double[line.length];
        for (int i = 0; i < line.length; i += 2) {
            corners[i] = plane.x(between(grid.x(), line[i]));
            corners[i + 1] = plane.y(between(grid.y(), line[i + 1]));
        }
        return corners;
    }

    static double between(double[] values, double at) {
        int i = Math.min(values.length - 2, (int) at);
        return values[i] + (values[i + 1] - values[i]) * (at - i);
    }

    @Override
    public void sample(Canvas canvas, Box box) {
        PathData line = new PathData().move(box.left(), box.centerY()).line(box.right(), box.centerY());
        canvas.stroke(line, colors.isEmpty() ? paint(canvas, 0.5) : line(canvas, 0), look.width, look.dash, look.alpha);
    }

    @Override
    public Optional<Key> key() {
        List<Double> heights = Arrays.stream(levels).boxed().toList();
        return map == null || levels.length < 2
                ? Optional.empty()
                : Optional.of(new Key(Shades.of(map, new Span(levels[0], levels[levels.length - 1])), heights));
    }

    @Override
    public Mark inOneColor() {
        return filled ? this : new Contours(grid, levels, false, null, List.of(), dashed, letters, look);
    }

    @Override
    public Mark with(ColorMap other) {
        return new Contours(grid, levels, filled, other, List.of(), false, letters, look);
    }
}
