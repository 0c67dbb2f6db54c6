package jacobi.tensor.cpu;

/**
 * Elementwise arithmetic on stretches of arrays.
 *
 * <p>Every loop reads {@code n} elements of each operand from its offset on and writes {@code out}, which alone is
 * modified. {@code out} may be an operand at the same offset (in place); any other overlap gives unspecified values. The loops are plain
 * on purpose: the compiler turns them into vector instructions by itself, and short ones start fast. Each is written twice, for short and for long
 * stretches, because the compiler learns how long a loop is and leaves one that is mostly short without vectors.
 */
public final class Arithmetic {
    /** Below this a loop would run its vectors only once or twice. */
    static final int SHORT = 64;

    private Arithmetic() {}

    /** Sum of two operands. */
    public static void add(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] + b[bAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] + b[bAt + i];
    }

    /** Sum of two operands. The right operand is one number. */
    public static void add(float[] a, int aAt, float b, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] + b;
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] + b;
    }

    /** Difference of two operands. */
    public static void sub(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] - b[bAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] - b[bAt + i];
    }

    /** Difference of two operands. The right operand is one number. */
    public static void sub(float[] a, int aAt, float b, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] - b;
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] - b;
    }

    /** Difference of two operands. The left operand is one number. */
    public static void sub(float a, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a - b[bAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = a - b[bAt + i];
    }

    /** Product of two operands. */
    public static void mul(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] * b[bAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] * b[bAt + i];
    }

    /** Product of two operands. The right operand is one number. */
    public static void mul(float[] a, int aAt, float b, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] * b;
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] * b;
    }

    /** Quotient of two operands. */
    public static void div(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] / b[bAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] / b[bAt + i];
    }

    /** Quotient of two operands. The right operand is one number. */
    public static void div(float[] a, int aAt, float b, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] / b;
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] / b;
    }

    /** Quotient of two operands. The left operand is one number. */
    public static void div(float a, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a / b[bAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = a / b[bAt + i];
    }

    /** The larger of two operands; NaN if either is. */
    public static void maximum(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = Math.max(a[aAt + i], b[bAt + i]);
        else for (int i = 0; i < n; i++) out[outAt + i] = Math.max(a[aAt + i], b[bAt + i]);
    }

    /** The larger of two operands; NaN if either is. The right operand is one number. */
    public static void maximum(float[] a, int aAt, float b, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = Math.max(a[aAt + i], b);
        else for (int i = 0; i < n; i++) out[outAt + i] = Math.max(a[aAt + i], b);
    }

    /** The smaller of two operands; NaN if either is. */
    public static void minimum(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = Math.min(a[aAt + i], b[bAt + i]);
        else for (int i = 0; i < n; i++) out[outAt + i] = Math.min(a[aAt + i], b[bAt + i]);
    }

    /** The smaller of two operands; NaN if either is. The right operand is one number. */
    public static void minimum(float[] a, int aAt, float b, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = Math.min(a[aAt + i], b);
        else for (int i = 0; i < n; i++) out[outAt + i] = Math.min(a[aAt + i], b);
    }

    /** Every element with its sign turned. */
    public static void neg(float[] x, int xAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = -x[xAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = -x[xAt + i];
    }

    /** Magnitude of every element. */
    public static void abs(float[] x, int xAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = Math.abs(x[xAt + i]);
        else for (int i = 0; i < n; i++) out[outAt + i] = Math.abs(x[xAt + i]);
    }

    /** Every element times itself. */
    public static void square(float[] x, int xAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = x[xAt + i] * x[xAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = x[xAt + i] * x[xAt + i];
    }

    /** Square root of every element. */
    public static void sqrt(float[] x, int xAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = (float) Math.sqrt(x[xAt + i]);
        else for (int i = 0; i < n; i++) out[outAt + i] = (float) Math.sqrt(x[xAt + i]);
    }

    /** Adds {@code s} times {@code x} to {@code out}. */
    public static void addScaled(float s, float[] x, int xAt, float[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] += s * x[xAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] += s * x[xAt + i];
    }

    /** Sum of two operands. */
    public static void add(double[] a, int aAt, double[] b, int bAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] + b[bAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] + b[bAt + i];
    }

    /** Sum of two operands. The right operand is one number. */
    public static void add(double[] a, int aAt, double b, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] + b;
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] + b;
    }

    /** Difference of two operands. */
    public static void sub(double[] a, int aAt, double[] b, int bAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] - b[bAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] - b[bAt + i];
    }

    /** Difference of two operands. The right operand is one number. */
    public static void sub(double[] a, int aAt, double b, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] - b;
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] - b;
    }

    /** Difference of two operands. The left operand is one number. */
    public static void sub(double a, double[] b, int bAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a - b[bAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = a - b[bAt + i];
    }

    /** Product of two operands. */
    public static void mul(double[] a, int aAt, double[] b, int bAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] * b[bAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] * b[bAt + i];
    }

    /** Product of two operands. The right operand is one number. */
    public static void mul(double[] a, int aAt, double b, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] * b;
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] * b;
    }

    /** Quotient of two operands. */
    public static void div(double[] a, int aAt, double[] b, int bAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] / b[bAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] / b[bAt + i];
    }

    /** Quotient of two operands. The right operand is one number. */
    public static void div(double[] a, int aAt, double b, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] / b;
        else for (int i = 0; i < n; i++) out[outAt + i] = a[aAt + i] / b;
    }

    /** Quotient of two operands. The left operand is one number. */
    public static void div(double a, double[] b, int bAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = a / b[bAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = a / b[bAt + i];
    }

    /** The larger of two operands; NaN if either is. */
    public static void maximum(double[] a, int aAt, double[] b, int bAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = Math.max(a[aAt + i], b[bAt + i]);
        else for (int i = 0; i < n; i++) out[outAt + i] = Math.max(a[aAt + i], b[bAt + i]);
    }

    /** The larger of two operands; NaN if either is. The right operand is one number. */
    public static void maximum(double[] a, int aAt, double b, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = Math.max(a[aAt + i], b);
        else for (int i = 0; i < n; i++) out[outAt + i] = Math.max(a[aAt + i], b);
    }

    /** The smaller of two operands; NaN if either is. */
    public static void minimum(double[] a, int aAt, double[] b, int bAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = Math.min(a[aAt + i], b[bAt + i]);
        else for (int i = 0; i < n; i++) out[outAt + i] = Math.min(a[aAt + i], b[bAt + i]);
    }

    /** The smaller of two operands; NaN if either is. The right operand is one number. */
    public static void minimum(double[] a, int aAt, double b, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = Math.min(a[aAt + i], b);
        else for (int i = 0; i < n; i++) out[outAt + i] = Math.min(a[aAt + i], b);
    }

    /** Every element with its sign turned. */
    public static void neg(double[] x, int xAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = -x[xAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = -x[xAt + i];
    }

    /** Magnitude of every element. */
    public static void abs(double[] x, int xAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = Math.abs(x[xAt + i]);
        else for (int i = 0; i < n; i++) out[outAt + i] = Math.abs(x[xAt + i]);
    }

    /** Every element times itself. */
    public static void square(double[] x, int xAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = x[xAt + i] * x[xAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] = x[xAt + i] * x[xAt + i];
    }

    /** Square root of every element. */
    public static void sqrt(double[] x, int xAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] = Math.sqrt(x[xAt + i]);
        else for (int i = 0; i < n; i++) out[outAt + i] = Math.sqrt(x[xAt + i]);
    }

    /** Adds {@code s} times {@code x} to {@code out}. */
    public static void addScaled(double s, double[] x, int xAt, double[] out, int outAt, int n) {
        if (n < SHORT) for (int i = 0; i < n; i++) out[outAt + i] += s * x[xAt + i];
        else for (int i = 0; i < n; i++) out[outAt + i] += s * x[xAt + i];
    }
}
