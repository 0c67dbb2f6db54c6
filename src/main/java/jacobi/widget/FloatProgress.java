package jacobi.widget;

/** A bar that shows how far something has come. */
public final class FloatProgress extends ProgressBar<Double, FloatProgress> {
    FloatProgress(double min, double max, double value) {
        super("FloatProgress", Kind.NUMBER, min, max, value);
    }
}
