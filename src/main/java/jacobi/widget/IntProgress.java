package jacobi.widget;

/** A bar that shows how far something has come, in whole numbers. */
public final class IntProgress extends ProgressBar<Integer, IntProgress> {
    IntProgress(int min, int max, int value) {
        super("IntProgress", Kind.WHOLE, min, max, value);
    }
}
