package jacobi.plot.axis;

import static jacobi.language.Say.say;

/** How values lie along an axis: evenly, by their powers of ten, or by powers on both sides of an even middle. */
public abstract class Scale {
    /** Evenly. */
    public static final Scale LINEAR = new Scale("linear") {
        @Override
        public double position(double value) {
            return value;
        }

        @Override
        public double value(double position) {
            return position;
        }

        @Override
        public boolean shows(double value) {
            return Double.isFinite(value);
        }
    };

    /** By powers of ten. */
    public static final Scale LOG = new Scale("log") {
        @Override
        public double position(double value) {
            return Math.log10(value);
        }

        @Override
        public double value(double position) {
            return Math.pow(10, position);
        }

        @Override
        public boolean shows(double value) {
            return value > 0 && value < Double.POSITIVE_INFINITY;
        }
    };

    private final String name;

    private Scale(String name) {
        this.name = name;
    }

    /**
     * By powers of ten on both sides of zero, evenly between −{@code linthresh} and {@code linthresh}, which is as wide
     * on either side as a decade.
     */
    public static Scale symlog(double linthresh) {
        if (!(linthresh > 0 && linthresh < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(say("plot.number.positive", "name", "linthresh", "found", linthresh));
        }
        return new SymmetricLog(linthresh);
    }

    /** Where a value lies, on an even line. */
    public abstract double position(double value);

    /** The value at a place on the even line; the inverse of {@link #position}. */
    public abstract double value(double position);

    /** Whether a value has a place on this scale. */
    public abstract boolean shows(double value);

    /** The ticks of an axis from {@code span.lo()} to {@code span.hi()} with about {@code most} intervals. */
    Ticks ticks(Span span, int most) {
        return this == LOG ? LogTicks.on(span, most) : LinearTicks.on(span, most);
    }

    /** The scale of that name, as matplotlib's {@code set_xscale} takes it. */
    public static Scale named(String name, String axis) {
        if (LINEAR.name.equals(name)) {
            return LINEAR;
        }
        if (LOG.name.equals(name)) {
            return LOG;
        }
        if (SymmetricLog.NAME.equals(name)) {
            return symlog(2);
        }
        throw new IllegalArgumentException(
                say("plot.scale.name", "axis", axis, "found", (name == null ? "null" : '"' + name + '"')));
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class SymmetricLog extends Scale {
        static final String NAME = "symlog";

        private final double threshold;

        SymmetricLog(double threshold) {
            super(NAME);
            this.threshold = threshold;
        }

        @Override
        public double position(double value) {
            double size = Math.abs(value) / threshold;
            return Math.signum(value) * (size <= 1 ? size : 1 + Math.log10(size));
        }

        @Override
        public double value(double position) {
            double size = Math.abs(position);
            return Math.signum(position) * threshold * (size <= 1 ? size : Math.pow(10, size - 1));
        }

        @Override
        public boolean shows(double value) {
            return Double.isFinite(value);
        }

        @Override
        Ticks ticks(Span span, int most) {
            return LogTicks.symmetric(span, threshold, most);
        }
    }
}
