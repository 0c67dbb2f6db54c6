package jacobi.tensor.cpu;

import java.util.Arrays;
import java.util.Objects;

/**
 * Passes over several operands at once, where one operation after the other would go through memory as often: gradients
 * of softmax, rows of layer normalisation, and what optimisers do to a parameter. Offsets and aliasing are those of
 * {@link Arithmetic}; only {@code out} is modified, unless something else is said.
 */
public final class Passes {
    /** From here on vectors pay. */
    private static final int LONG = 32;

    // for float, double:
    private static final Takeover FLOAT_VECTORS = raceFloat();
    // end for

    private Passes() {}

    // for float, double and either:
    private static Takeover raceFloat() {
        float[] x = new float[256], y = new float[256], z = new float[256], w = new float[256];
        Arrays.fill(x, 1);
        return new Takeover(() -> raceFloat(false, x, y, z, w), () -> raceFloat(true, x, y, z, w));
    }

    /** All loops once: those of one family take over together. */
    private static void raceFloat(boolean vectors, float[] x, float[] y, float[] z, float[] w) {
        int n = x.length;
        int done = vectors ? FloatPasses.siluGrad(x, 0, x, 0, y, z, 0, n) : 0;
        siluGradPlainly(x, 0, x, 0, y, z, 0, done, n);
        done = vectors ? FloatPasses.leakyRelu(x, 0, 0.5f, y, 0, n) : 0;
        leakyReluPlainly(x, 0, 0.5f, y, 0, done, n);
        done = vectors ? FloatPasses.leakyReluGrad(x, 0, x, 0, 0.5f, y, 0, n) : 0;
        leakyReluGradPlainly(x, 0, x, 0, 0.5f, y, 0, done, n);
        done = vectors ? FloatPasses.elu(x, 0, y, 0.5f, z, 0, n) : 0;
        eluPlainly(x, 0, y, 0.5f, z, 0, done, n);
        done = vectors ? FloatPasses.eluGrad(x, 0, x, 0, y, 0.5f, z, 0, n) : 0;
        eluGradPlainly(x, 0, x, 0, y, 0.5f, z, 0, done, n);
        done = vectors ? FloatPasses.turned(x, 0, x, 0, 0.5f, y, 0, n) : 0;
        turnedPlainly(x, 0, x, 0, 0.5f, y, 0, done, n);
        done = vectors ? FloatPasses.lessScaled(x, 0, x, 0, 0.5f, y, 0, n) : 0;
        lessScaledPlainly(x, 0, x, 0, 0.5f, y, 0, done, n);
        done = vectors ? FloatPasses.normalRow(x, 0, x, 0, x, 0, 1, 1, y, z, w, w, n) : 0;
        normalRowPlainly(x, 0, x, 0, x, 0, 1, 1, y, z, w, w, done, n);
        // for f of sub, div:
        done = vectors ? FloatPasses.$f(x, 0, 0.5f, y, 0, n) : 0;
        Arithmetic.$f(x, done, 0.5f, y, done, n - done);
        // end for
        done = vectors ? FloatPasses.divide(y, 0, x, n) : 0;
        dividePlainly(y, 0, x, done, n);
        done = vectors ? FloatPasses.weighted(x, 0, 1, w, 0, n) : 0;
        weightedPlainly(x, 0, 1, w, 0, done, n);
        done = vectors ? FloatPasses.turnedBack(x, x, 1, 1, 1, y, 0, n) : 0;
        turnedBackPlainly(x, x, 1, 1, 1, y, 0, done, n);
        done = vectors ? FloatPasses.adam(x, 0, w, 0, y, 0, z, 0, n, 0.9f, 0.9f, 0, 1, 1, 1, 0) : 0;
        adamPlainly(x, 0, w, 0, y, 0, z, 0, done, n, 0.9f, 0.9f, 0, 1, 1, 1, 0);
        done = vectors ? FloatPasses.rmsprop(x, 0, w, 0, z, 0, n, 0.9f, 0, 1, 0) : 0;
        rmspropPlainly(x, 0, w, 0, z, 0, done, n, 0.9f, 0, 1, 0);
    }

    private static boolean isLongFloat(int n) {
        return n >= LONG && FLOAT_VECTORS.done();
    }

    /**
     * Gradient of silu, {@code s} being the logistic function of x from its place 0 on: {@code grad * s * (1 + x * (1 -
     * s))}.
     */
    static void siluGrad(float[] grad, int gAt, float[] x, int xAt, float[] s, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.siluGrad(grad, gAt, x, xAt, s, out, outAt, n) : 0;
        siluGradPlainly(grad, gAt, x, xAt, s, out, outAt, done, n);
    }

    private static void siluGradPlainly(
            float[] grad, int gAt, float[] x, int xAt, float[] s, float[] out, int outAt, int from, int n) {
        for (int i = from; i < n; i++) {
            out[outAt + i] = grad[gAt + i] * (Math.fma(x[xAt + i], 1 - s[i], 1) * s[i]);
        }
    }

    /** x where it is positive, else {@code slope} times it. */
    static void leakyRelu(float[] x, int xAt, float slope, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.leakyRelu(x, xAt, slope, out, outAt, n) : 0;
        leakyReluPlainly(x, xAt, slope, out, outAt, done, n);
    }

    private static void leakyReluPlainly(float[] x, int xAt, float slope, float[] out, int outAt, int from, int n) {
        for (int i = from; i < n; i++) {
            out[outAt + i] = x[xAt + i] > 0 ? x[xAt + i] : x[xAt + i] * slope;
        }
    }

    /** {@code grad} where x is positive, else {@code slope} times it. */
    static void leakyReluGrad(float[] grad, int gAt, float[] x, int xAt, float slope, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.leakyReluGrad(grad, gAt, x, xAt, slope, out, outAt, n) : 0;
        leakyReluGradPlainly(grad, gAt, x, xAt, slope, out, outAt, done, n);
    }

    private static void leakyReluGradPlainly(
            float[] grad, int gAt, float[] x, int xAt, float slope, float[] out, int outAt, int from, int n) {
        for (int i = from; i < n; i++) {
            out[outAt + i] = x[xAt + i] > 0 ? grad[gAt + i] : grad[gAt + i] * slope;
        }
    }

    /** The larger of x and 0, and {@code alpha} times e from its place 0 on. */
    static void elu(float[] x, int xAt, float[] e, float alpha, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.elu(x, xAt, e, alpha, out, outAt, n) : 0;
        eluPlainly(x, xAt, e, alpha, out, outAt, done, n);
    }

    private static void eluPlainly(
            float[] x, int xAt, float[] e, float alpha, float[] out, int outAt, int from, int n) {
        for (int i = from; i < n; i++) {
            out[outAt + i] = Math.max(x[xAt + i], 0) + e[i] * alpha;
        }
    }

    /** {@code grad} where x is positive, else {@code alpha * e} times it, e from its place 0 on. */
    static void eluGrad(
            float[] grad, int gAt, float[] x, int xAt, float[] e, float alpha, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.eluGrad(grad, gAt, x, xAt, e, alpha, out, outAt, n) : 0;
        eluGradPlainly(grad, gAt, x, xAt, e, alpha, out, outAt, done, n);
    }

    private static void eluGradPlainly(
            float[] grad,
            int gAt,
            float[] x,
            int xAt,
            float[] e,
            float alpha,
            float[] out,
            int outAt,
            int from,
            int n) {
        for (int i = from; i < n; i++) {
            out[outAt + i] = x[xAt + i] > 0 ? grad[gAt + i] : grad[gAt + i] * (e[i] * alpha);
        }
    }

    /** {@code y * (grad - part)}. */
    static void turned(float[] grad, int gAt, float[] y, int yAt, float part, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.turned(grad, gAt, y, yAt, part, out, outAt, n) : 0;
        turnedPlainly(grad, gAt, y, yAt, part, out, outAt, done, n);
    }

    private static void turnedPlainly(
            float[] grad, int gAt, float[] y, int yAt, float part, float[] out, int outAt, int from, int n) {
        for (int i = from; i < n; i++) {
            out[outAt + i] = y[yAt + i] * (grad[gAt + i] - part);
        }
    }

    /** {@code grad - e * scale}. */
    static void lessScaled(float[] grad, int gAt, float[] e, int eAt, float scale, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.lessScaled(grad, gAt, e, eAt, scale, out, outAt, n) : 0;
        lessScaledPlainly(grad, gAt, e, eAt, scale, out, outAt, done, n);
    }

    private static void lessScaledPlainly(
            float[] grad, int gAt, float[] e, int eAt, float scale, float[] out, int outAt, int from, int n) {
        for (int i = from; i < n; i++) {
            out[outAt + i] = grad[gAt + i] - e[eAt + i] * scale;
        }
    }

    /**
     * What a row gives to the gradients of layer normalisation, all but x and grad and weight from their place 0 on.
     *
     * @param z the row moved and scaled, modified
     * @param h the gradient times the weights, modified
     * @param dWeight the gradient times z is added to it
     * @param dBias the gradient is added to it
     */
    static void normalRow(
            float[] x,
            int xAt,
            float[] grad,
            int gAt,
            float[] weight,
            int wAt,
            float mean,
            float scale,
            float[] z,
            float[] h,
            float[] dWeight,
            float[] dBias,
            int n) {
        int done = isLongFloat(n)
                ? FloatPasses.normalRow(x, xAt, grad, gAt, weight, wAt, mean, scale, z, h, dWeight, dBias, n)
                : 0;
        normalRowPlainly(x, xAt, grad, gAt, weight, wAt, mean, scale, z, h, dWeight, dBias, done, n);
    }

    private static void normalRowPlainly(
            float[] x,
            int xAt,
            float[] grad,
            int gAt,
            float[] weight,
            int wAt,
            float mean,
            float scale,
            float[] z,
            float[] h,
            float[] dWeight,
            float[] dBias,
            int from,
            int n) {
        for (int i = from; i < n; i++) {
            float v = (x[xAt + i] - mean) * scale, g = grad[gAt + i];
            z[i] = v;
            h[i] = g * weight[wAt + i];
            dWeight[i] += g * v;
            dBias[i] += g;
        }
    }

    // for f of sub, div:
    /**
     * As {@link Arithmetic#$f(float[], int, float, float[], int, int)}, for rows of matrices: of 64 numbers in half
     * the time, as those loops are made for long stretches.
     */
    static void $f(float[] x, int xAt, float by, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.$f(x, xAt, by, out, outAt, n) : 0;
        Arithmetic.$f(x, xAt + done, by, out, outAt + done, n - done);
    }
    // end for

    /** Divides out by the numbers of {@code by} from its place 0 on. */
    static void divide(float[] out, int outAt, float[] by, int n) {
        int done = isLongFloat(n) ? FloatPasses.divide(out, outAt, by, n) : 0;
        dividePlainly(out, outAt, by, done, n);
    }

    private static void dividePlainly(float[] out, int outAt, float[] by, int from, int n) {
        for (int i = from; i < n; i++) {
            out[outAt + i] /= by[i];
        }
    }

    /** {@code out * scale * weight}. */
    static void weighted(float[] weight, int wAt, float scale, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.weighted(weight, wAt, scale, out, outAt, n) : 0;
        weightedPlainly(weight, wAt, scale, out, outAt, done, n);
    }

    private static void weightedPlainly(float[] weight, int wAt, float scale, float[] out, int outAt, int from, int n) {
        for (int i = from; i < n; i++) {
            out[outAt + i] = out[outAt + i] * scale * weight[wAt + i];
        }
    }

    /** {@code (h - a - z * b) * scale}; h and z from their place 0 on. */
    static void turnedBack(float[] h, float[] z, float a, float b, float scale, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.turnedBack(h, z, a, b, scale, out, outAt, n) : 0;
        turnedBackPlainly(h, z, a, b, scale, out, outAt, done, n);
    }

    private static void turnedBackPlainly(
            float[] h, float[] z, float a, float b, float scale, float[] out, int outAt, int from, int n) {
        for (int i = from; i < n; i++) {
            out[outAt + i] = (h[i] - a - z[i] * b) * scale;
        }
    }

    /**
     * A step of Adam: x, mean and square are modified.
     *
     * @param keep how much of the mean stays
     * @param stay how much of the mean square stays
     * @param decay how much of x is added to the gradient
     * @param shrink what x is multiplied by before (AdamW), or 1
     * @param root what the root of the mean square is divided by
     * @param eps added to it
     * @param rate what the quotient is multiplied by
     */
    public static void adam(
            float[] grad,
            int gAt,
            float[] x,
            int xAt,
            float[] mean,
            int mAt,
            float[] square,
            int sAt,
            int n,
            double keep,
            double stay,
            double decay,
            double shrink,
            double root,
            double eps,
            double rate) {
        Objects.checkFromIndexSize(gAt, n, grad.length);
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(mAt, n, mean.length);
        Objects.checkFromIndexSize(sAt, n, square.length);
        float k = (float) keep, t = (float) stay, d = (float) decay, s = (float) shrink;
        float r = (float) root, e = (float) eps, l = (float) rate;
        int done = isLongFloat(n)
                ? FloatPasses.adam(grad, gAt, x, xAt, mean, mAt, square, sAt, n, k, t, d, s, r, e, l)
                : 0;
        adamPlainly(grad, gAt, x, xAt, mean, mAt, square, sAt, done, n, k, t, d, s, r, e, l);
    }

    private static void adamPlainly(
            float[] grad,
            int gAt,
            float[] x,
            int xAt,
            float[] mean,
            int mAt,
            float[] square,
            int sAt,
            int from,
            int n,
            float keep,
            float stay,
            float decay,
            float shrink,
            float root,
            float eps,
            float rate) {
        for (int i = from; i < n; i++) {
            float w = x[xAt + i] * shrink, g = grad[gAt + i] + w * decay;
            float m = mean[mAt + i] * keep + g * (1 - keep), v = square[sAt + i] * stay + g * g * (1 - stay);
            mean[mAt + i] = m;
            square[sAt + i] = v;
            x[xAt + i] = w - m / ((float) Math.sqrt(v) / root + eps) * rate;
        }
    }

    /** A step of RMSprop, see {@link #adam}: x and square are modified. */
    public static void rmsprop(
            float[] grad,
            int gAt,
            float[] x,
            int xAt,
            float[] square,
            int sAt,
            int n,
            double stay,
            double decay,
            double eps,
            double rate) {
        Objects.checkFromIndexSize(gAt, n, grad.length);
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(sAt, n, square.length);
        float t = (float) stay, d = (float) decay, e = (float) eps, l = (float) rate;
        int done = isLongFloat(n) ? FloatPasses.rmsprop(grad, gAt, x, xAt, square, sAt, n, t, d, e, l) : 0;
        rmspropPlainly(grad, gAt, x, xAt, square, sAt, done, n, t, d, e, l);
    }

    private static void rmspropPlainly(
            float[] grad,
            int gAt,
            float[] x,
            int xAt,
            float[] square,
            int sAt,
            int from,
            int n,
            float stay,
            float decay,
            float eps,
            float rate) {
        for (int i = from; i < n; i++) {
            float w = x[xAt + i], g = grad[gAt + i] + w * decay;
            float v = square[sAt + i] * stay + g * g * (1 - stay);
            square[sAt + i] = v;
            x[xAt + i] = w - g / ((float) Math.sqrt(v) + eps) * rate;
        }
    }
    // end for
}
