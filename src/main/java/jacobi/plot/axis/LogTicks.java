package jacobi.plot.axis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Ticks of a logarithmic axis: labelled decades 10ᵏ with small ticks at 2 to 9 times each; where less than a decade is
 * shown, the small ticks carry labels too, and where not even two of them are shown, ticks stand as on a linear axis.
 */
final class LogTicks {
    /** Below this many decades every small tick has room for a label, up to one decade only 2, 3, 4 and 6. */
    private static final double EVERY_LABEL = 0.4;

    private LogTicks() {}

    static Ticks on(Span span, int most) {
        if (!(span.lo() > 0) || !(span.hi() > span.lo())) {
            return LinearTicks.on(span, most);
        }
        double lo = Math.log10(span.lo());
        double hi = Math.log10(span.hi());
        int first = (int) Math.ceil(lo - 1e-9);
        int last = (int) Math.floor(hi + 1e-9);
        int stride = Math.max(1, (int) Math.ceil((last - first + 1) / (double) Math.max(2, most + 1)));
        List<Ticks.Tick> major = new ArrayList<>();
        List<Ticks.Tick> minor = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            if (Math.floorMod(power - first, stride) == 0) {
                major.add(new Ticks.Tick(Math.pow(10, power), "10$^{" + power + "}$"));
            } else {
                minor.add(new Ticks.Tick(Math.pow(10, power), ""));
            }
        }
        if (stride == 1) {
            addMinor(minor, span, (int) Math.floor(lo), (int) Math.ceil(hi), hi - lo);
        }
        long labelled = minor.stream().filter(tick -> !tick.label().isEmpty()).count();
        return major.size() + labelled < 2 && hi - lo <= 1 ? LinearTicks.on(span, most) : new Ticks(major, minor, "");
    }

    /** Ticks at zero and at powers of ten on either side of it, beyond {@code threshold}. */
    static Ticks symmetric(Span span, double threshold, int most) {
        int first = (int) Math.ceil(Math.log10(threshold) - 1e-9);
        int last = (int) Math.floor(Math.log10(Math.max(Math.abs(span.lo()), Math.abs(span.hi()))) + 1e-9);
        if (last < first) {
            return LinearTicks.on(span, most);
        }
        int sides = span.lo() < 0 && span.hi() > 0 ? 2 : 1;
        int stride = Math.max(1, (int) Math.ceil(sides * (last - first + 1) / (double) Math.max(2, most)));
        List<Ticks.Tick> major = new ArrayList<>();
        for (int power = last - (last - first) % stride; power >= first; power -= stride) {
            if (span.contains(-Math.pow(10, power))) {
                major.add(new Ticks.Tick(-Math.pow(10, power), "\u221210$^{" + power + "}$"));
            }
        }
        if (span.contains(0)) {
            major.add(new Ticks.Tick(0, "0"));
        }
        for (int power = first; power <= last; power += stride) {
            if (span.contains(Math.pow(10, power))) {
                major.add(new Ticks.Tick(Math.pow(10, power), "10$^{" + power + "}$"));
            }
        }
        return major.size() < 2 ? LinearTicks.on(span, most) : new Ticks(major, List.of(), "");
    }

    private static void addMinor(List<Ticks.Tick> minor, Span span, int first, int last, double decades) {
        for (int power = first; power <= last; power++) {
            for (int digit = 2; digit <= 9; digit++) {
                double value = new BigDecimal(digit).scaleByPowerOfTen(power).doubleValue();
                if (span.contains(value)) {
                    minor.add(new Ticks.Tick(value, label(digit, power, decades)));
                }
            }
        }
    }

    private static String label(int digit, int power, double decades) {
        boolean named =
                decades <= EVERY_LABEL || decades <= 1 && (digit == 2 || digit == 3 || digit == 4 || digit == 6);
        return named ? digit + "\u2009×\u200910$^{" + power + "}$" : "";
    }
}
