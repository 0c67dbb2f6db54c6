package jacobi.plot.axis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Ticks at round values, 1, 2, 2.5 or 5 times a power of ten apart, with the same number of decimals on one axis. */
final class LinearTicks {
    private static final double[] STEPS = {1, 2, 2.5, 5};

    /** Contours say no numbers, so that more steps will do; these are matplotlib's. */
    private static final double[] FINE_STEPS = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8};

    /** Beyond these powers of ten, the axis names a common factor, as matplotlib's {@code scilimits} do. */
    private static final int SMALLEST = -5;

    private static final int LARGEST = 6;

    private LinearTicks() {}

    static Ticks on(Span span, int most) {
        return labelled(values(span, Math.max(1, most)));
    }

    /** Ticks at whole numbers only, for what is counted. */
    static Ticks whole(Span span, int most) {
        double raw = Math.max(1, span.length() / Math.max(1, most));
        double step = stepAtLeast(raw, new double[] {1, 2, 5}).doubleValue();
        List<Double> values = new ArrayList<>();
        for (double value = Math.ceil(span.lo() / step) * step; value <= span.hi(); value += step) {
            values.add(value + 0.0);
        }
        return labelled(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Ticks labelled(double[] values) {
        if (values.length == 0) {
            return Ticks.NONE;
        }
        BigDecimal offset = additiveOffset(values);
        double[] shown = values.clone();
        if (offset.signum() != 0) {
            for (int i = 0; i < shown.length; i++) {
                shown[i] = new BigDecimal(values[i]).subtract(offset).doubleValue();
            }
        }
        int power = commonPower(shown);
        double factor = Math.pow(10, -power);
        for (int i = 0; i < shown.length && power != 0; i++) {
            shown[i] *= factor;
        }
        List<String> labels = labels(shown);
        List<Ticks.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            ticks.add(new Ticks.Tick(values[i], labels.get(i)));
        }
        return new Ticks(ticks, List.of(), offsetText(offset, power));
    }

    /** The round values inside the span, with the smallest step of which at most {@code most} intervals fit in. */
    static double[] values(Span span, int most) {
        double length = span.length();
        if (!(length > 0) || Double.isInfinite(length)) {
            return Double.isFinite(span.lo()) && length == 0 ? new double[] {span.lo()} : new double[0];
        }
        // A tick may miss the edge by a rounding error of the limits, never by anything the eye sees.
        double slack = length * 1e-9;
        BigDecimal step = stepAtLeast(length / most, STEPS);
        while (true) {
            double width = step.doubleValue();
            long first = (long) Math.ceil((span.lo() - slack) / width);
            long last = (long) Math.floor((span.hi() + slack) / width);
            if (last - first >= 1 || last - first == 0 && most == 1) {
                double[] values = new double[(int) (last - first + 1)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = step.multiply(BigDecimal.valueOf(first + i)).doubleValue();
                }
                return values;
            }
            // Two ticks at the least show the scale of an axis, even where a longer step would fit better.
            step = next(step, false, STEPS);
        }
    }

    static double[] around(Span span, int most) {
        if (!(span.length() > 0)) {
            return new double[] {span.lo() - 0.1, span.lo(), span.lo() + 0.1};
        }
        BigDecimal step = stepAtLeast(span.length() / most, FINE_STEPS);
        long first = (long) Math.floor(span.lo() / step.doubleValue() + 1e-9);
        long last = (long) Math.ceil(span.hi() / step.doubleValue() - 1e-9);
        double[] values = new double[(int) (last - first + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = step.multiply(BigDecimal.valueOf(first + i)).doubleValue();
        }
        return values;
    }

    private static BigDecimal stepAtLeast(double raw, double[] steps) {
        BigDecimal step = new BigDecimal("1").scaleByPowerOfTen((int) Math.floor(Math.log10(raw)));
        while (step.doubleValue() < raw * (1 - 1e-10)) {
            step = next(step, true, steps);
        }
        return step;
    }

    private static BigDecimal next(BigDecimal step, boolean longer, double[] steps) {
        int power = step.precision() - step.scale() - 1;
        double lead = step.scaleByPowerOfTen(-power).doubleValue();
        int at = 0;
        while (steps[at] < lead) {
            at++;
        }
        at += longer ? 1 : -1;
        if (at == steps.length) {
            return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
        }
        return at < 0
                ? BigDecimal.valueOf(steps[steps.length - 1]).scaleByPowerOfTen(power - 1)
                : BigDecimal.valueOf(steps[at]).scaleByPowerOfTen(power);
    }

    /** The numbers as text, all with as many decimals as the one that needs most. */
    static List<String> labels(double[] values) {
        int decimals = 0;
        double largest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
            if (i > 0) {
                least = Math.min(least, Math.abs(values[i] - values[i - 1]));
            }
        }
        double exact = (least < Double.POSITIVE_INFINITY ? least : Math.max(largest, 1e-12)) * 1e-3;
        for (double value : values) {
            while (decimals < 15
                    && new BigDecimal(value)
                                    .subtract(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN))
                                    .abs()
                                    .doubleValue()
                            > exact) {
                decimals++;
            }
        }
        List<String> labels = new ArrayList<>();
        for (double value : values) {
            labels.add(text(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN)));
        }
        return labels;
    }

    /** A number with the typographic minus sign. */
    static String text(BigDecimal value) {
        String digits = value.abs().toPlainString();
        return value.signum() < 0 ? "\u2212" + digits : digits;
    }

    /** A common part of all labels that is worth taking out: when it saves four digits or more. */
    private static BigDecimal additiveOffset(double[] values) {
        double first = values[0];
        double last = values[values.length - 1];
        if (values.length < 2 || first == last || first <= 0 && last >= 0) {
            return BigDecimal.ZERO;
        }
        double small = Math.min(Math.abs(first), Math.abs(last));
        double large = Math.max(Math.abs(first), Math.abs(last));
        double sign = Math.signum(first);
        int power = (int) Math.ceil(Math.log10(large));
        int shared = power;
        while (shared > power - 16
                && Math.floor(large / Math.pow(10, shared)) == Math.floor(small / Math.pow(10, shared))) {
            shared--;
        }
        shared++;
        if (power - shared < 4) {
            return BigDecimal.ZERO;
        }
        double common = Math.floor(large / Math.pow(10, shared));
        return BigDecimal.valueOf(sign * common).scaleByPowerOfTen(shared).stripTrailingZeros();
    }

    private static int commonPower(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return 0;
        }
        int power = (int) Math.floor(Math.log10(largest * (1 + 1e-12)));
        return power <= SMALLEST || power >= LARGEST ? power : 0;
    }

    private static String offsetText(BigDecimal offset, int power) {
        StringBuilder text = new StringBuilder();
        if (power != 0) {
            text.append("×10$^{").append(power).append("}$");
        }
        if (offset.signum() != 0) {
            text.append(text.length() > 0 ? " " : "").append(offset.signum() < 0 ? "\u2212" : "+");
            int size = offset.precision() - offset.scale() - 1;
            text.append(
                    size < SMALLEST || size > LARGEST && offset.precision() == 1
                            ? text(
                                            offset.unscaledValue().abs().equals(BigInteger.ONE)
                                                    ? BigDecimal.ONE
                                                    : new BigDecimal(offset.unscaledValue()).abs())
                                    + "×10$^{" + (-offset.scale()) + "}$"
                            : text(offset.abs()));
        }
        return text.toString();
    }
}
