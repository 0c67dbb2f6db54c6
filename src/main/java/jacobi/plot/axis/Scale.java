package jacobi.plot.axis;

import java.util.Locale;

/** How values lie along an axis: evenly, or by their powers of ten. */
public enum Scale {
    LINEAR {
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
    },
    LOG {
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

    /** Where a value lies, on an even line. */
    public abstract double position(double value);

    /** The value at a place on the even line; the inverse of {@link #position}. */
    public abstract double value(double position);

    /** Whether a value has a place on this scale. */
    public abstract boolean shows(double value);

    /** The scale of that name, as matplotlib's {@code set_xscale} takes it. */
    public static Scale named(String name, String axis) {
        for (Scale scale : values()) {
            if (scale.name().toLowerCase(Locale.ROOT).equals(name)) {
                return scale;
            }
        }
        throw new IllegalArgumentException(
                axis + "scale: expected \"linear\" or \"log\", found " + (name == null ? "null" : '"' + name + '"'));
    }
}
