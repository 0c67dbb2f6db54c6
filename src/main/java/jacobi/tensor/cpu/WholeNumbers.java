package jacobi.tensor.cpu;

/**
 * Elementwise operations on stretches of whole numbers and truth values; offsets, lengths and aliasing are those of
 * {@link Arithmetic}.
 */
public final class WholeNumbers {
    private WholeNumbers() {}

    /** Sum of two operands; overflow wraps around, here and below. */
    public static void add(long[] a, int aAt, long[] b, int bAt, long[] out, int outAt, int n) {
        if (aAt == outAt && bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] + b[i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] + b[bAt + i];
            }
        }
    }

    /** Sum of two operands. The right operand is one number. */
    public static void add(long[] a, int aAt, long b, long[] out, int outAt, int n) {
        if (aAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] + b;
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] + b;
            }
        }
    }

    /** Difference of two operands. */
    public static void sub(long[] a, int aAt, long[] b, int bAt, long[] out, int outAt, int n) {
        if (aAt == outAt && bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] - b[i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] - b[bAt + i];
            }
        }
    }

    /** Product of two operands. */
    public static void mul(long[] a, int aAt, long[] b, int bAt, long[] out, int outAt, int n) {
        if (aAt == outAt && bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] * b[i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] * b[bAt + i];
            }
        }
    }

    /** Product of two operands. The right operand is one number. */
    public static void mul(long[] a, int aAt, long b, long[] out, int outAt, int n) {
        if (aAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] * b;
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] * b;
            }
        }
    }

    /** Whether both hold. */
    public static void and(boolean[] a, int aAt, boolean[] b, int bAt, boolean[] out, int outAt, int n) {
        if (aAt == outAt && bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] & b[i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] & b[bAt + i];
            }
        }
    }

    /** Whether one holds or both do. */
    public static void or(boolean[] a, int aAt, boolean[] b, int bAt, boolean[] out, int outAt, int n) {
        if (aAt == outAt && bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] | b[i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] | b[bAt + i];
            }
        }
    }

    /** Whether just one holds. */
    public static void xor(boolean[] a, int aAt, boolean[] b, int bAt, boolean[] out, int outAt, int n) {
        if (aAt == outAt && bAt == outAt) {
            for (int i = outAt, end = outAt + n; i < end; i++) {
                out[i] = a[i] ^ b[i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                out[outAt + i] = a[aAt + i] ^ b[bAt + i];
            }
        }
    }
}
