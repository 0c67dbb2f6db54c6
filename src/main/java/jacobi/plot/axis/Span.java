package jacobi.plot.axis;

/**
 * A stretch of an axis in data values.
 *
 * @param lo the lower end
 * @param hi the upper end; lower than {@code lo} when the span is empty
 */
public record Span(double lo, double hi) {
    public static final Span EMPTY = new Span(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** The span of those values the scale can show. */
    public static Span of(double[] values, Scale scale) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (scale.shows(value)) {
                lo = Math.min(lo, value);
                hi = Math.max(hi, value);
            }
        }
        return new Span(lo, hi);
    }

    /** The span of a few values on a scale. */
    public static Span of(Scale scale, double... values) {
        return of(values, scale);
    }

    public boolean isEmpty() {
        return !(lo <= hi);
    }

    public double length() {
        return hi - lo;
    }

    public boolean contains(double value) {
        return lo <= value && value <= hi;
    }

    /** The shortest span that holds both. */
    public Span with(Span other) {
        return new Span(Math.min(lo, other.lo), Math.max(hi, other.hi));
    }

    /**
     * This span with a margin at each end, a fraction of its length as the scale sees it; an end that is {@code firm}
     * (the foot of bars, the edge of an image) gets none.
     */
    public Span padded(double fraction, Scale scale, boolean firmLo, boolean firmHi) {
        if (isEmpty()) {
            return scale == Scale.LOG ? new Span(1, 10) : new Span(0, 1);
        }
        double from = scale.position(lo);
        double to = scale.position(hi);
        if (from == to) {
            double half = scale == Scale.LOG ? 0.5 : from == 0 ? 0.05 : Math.abs(from) * 0.05;
            return new Span(scale.value(from - half), scale.value(to + half));
        }
        double margin = (to - from) * fraction;
        return new Span(firmLo ? lo : scale.value(from - margin), firmHi ? hi : scale.value(to + margin));
    }
}
