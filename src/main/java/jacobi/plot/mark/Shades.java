package jacobi.plot.mark;

import static jacobi.language.Say.say;

import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;

/**
 * Which colour means which number.
 *
 * @param range the numbers of the first and the last colour
 * @param scale whether colours change evenly or with powers of ten
 */
public record Shades(ColorMap map, Span range, Scale scale) {
    public static final String LOG = "log";

    /** Colours that change evenly. */
    public static Shades of(ColorMap map, Span range) {
        return new Shades(map, range, Scale.LINEAR);
    }

    /**
     * Colours for the numbers in a range.
     *
     * @param vmin the number of the first colour, or NaN for the least
     * @param vmax the number of the last colour, or NaN for the greatest
     * @param norm {@code "linear"} or {@code "log"}
     */
    public static Shades of(ColorMap map, Span found, double vmin, double vmax, String norm) {
        if (norm != null && !norm.equals("linear") && !norm.equals(LOG)) {
            throw new IllegalArgumentException(say("plot.norm.name", "found", norm));
        }
        double lo = Double.isNaN(vmin) ? found.lo() : vmin;
        double hi = Double.isNaN(vmax) ? found.hi() : vmax;
        if (!(lo < hi) && !(Double.isNaN(vmin) && Double.isNaN(vmax))) {
            throw new IllegalArgumentException(
                    say("plot.norm.limits", "low", lo, "high", hi, "lowest", found.lo(), "highest", found.hi()));
        }
        boolean log = LOG.equals(norm);
        if (log && !(lo > 0)) {
            throw new IllegalArgumentException(say("plot.norm.log", "found", lo));
        }
        return new Shades(map, new Span(lo, hi), log ? Scale.LOG : Scale.LINEAR);
    }

    public Shades with(ColorMap other) {
        return new Shades(other, range, scale);
    }

    public Shades over(Span other) {
        return new Shades(map, other, scale);
    }

    /** Where a number lies between the first colour, 0, and the last, 1; NaN where it has no colour. */
    public double place(double value) {
        if (range.length() == 0) {
            return Double.isNaN(value) ? value : 0.5;
        }
        if (scale == Scale.LOG && value <= 0) {
            return Double.NaN;
        }
        double from = scale.position(range.lo());
        return (scale.position(value) - from) / (scale.position(range.hi()) - from);
    }

    /** The colour of a number as {@code 0xAARRGGBB}; nothing where it has none. */
    public int argb(double value) {
        double place = place(value);
        return Double.isNaN(place) ? 0 : 0xff000000 | map.colors()[ColorMap.level(place)];
    }

    /** The colour of a number as {@code #rrggbb}, or {@code none}. */
    public String paint(double value) {
        double place = place(value);
        return Double.isNaN(place) ? "none" : map.at(place);
    }
}
