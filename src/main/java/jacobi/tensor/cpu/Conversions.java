package jacobi.tensor.cpu;

/** Copies of stretches of arrays from one type to another, as Java converts numbers; truth values become 0 and 1. */
public final class Conversions {
    private Conversions() {}

    /** Copies {@code n} elements; false, and nothing is modified, for types that are seldom met. */
    public static boolean run(Object x, int xAt, Object out, int outAt, int n) {
        if (x instanceof float[] from) {
            if (out instanceof double[] to) {
                for (int i = 0; i < n; i++) {
                    to[outAt + i] = from[xAt + i];
                }
            } else if (out instanceof long[] to) {
                for (int i = 0; i < n; i++) {
                    to[outAt + i] = (long) from[xAt + i];
                }
            } else if (out instanceof int[] to) {
                for (int i = 0; i < n; i++) {
                    to[outAt + i] = (int) from[xAt + i];
                }
            } else {
                return false;
            }
        } else if (x instanceof double[] from) {
            if (out instanceof float[] to) {
                for (int i = 0; i < n; i++) {
                    to[outAt + i] = (float) from[xAt + i];
                }
            } else if (out instanceof long[] to) {
                for (int i = 0; i < n; i++) {
                    to[outAt + i] = (long) from[xAt + i];
                }
            } else {
                return false;
            }
        } else if (x instanceof long[] from) {
            if (out instanceof float[] to) {
                for (int i = 0; i < n; i++) {
                    to[outAt + i] = from[xAt + i];
                }
            } else if (out instanceof double[] to) {
                for (int i = 0; i < n; i++) {
                    to[outAt + i] = from[xAt + i];
                }
            } else {
                return false;
            }
        } else if (x instanceof boolean[] from) {
            if (out instanceof float[] to) {
                Choice.number(from, xAt, to, outAt, n);
            } else if (out instanceof long[] to) {
                for (int i = 0; i < n; i++) {
                    to[outAt + i] = from[xAt + i] ? 1 : 0;
                }
            } else {
                return false;
            }
        } else {
            return false;
        }
        return true;
    }
}
