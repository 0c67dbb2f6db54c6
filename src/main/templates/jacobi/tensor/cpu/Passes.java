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
    /**
     * From here on loops that the compiler turns into vectors by itself do rows as fast, and faster where rows begin
     * between lines of the cache: softmax of rows of 1000 takes a twelfth less.
     */
    private static final int WIDE = 512;

    // for float, double:
    private static final Takeover FLOAT_VECTORS = raceFloat();
    // end for

    private Passes() {}

    // for float, double and either:
    private static Takeover raceFloat() {
        float[] x = new float[256], y = new float[256], z = new float[256], w = new float[256];
        Arrays.fill(x, 1);
        int n = x.length;
        UpdateRule rule = new UpdateRule(0.9, 0.9, 0, 1, 1, 1, 0);
        // All loops once: those of one family take over together. Until then the ones here are plain.
        return new Takeover(
                () -> {
                    siluGrad(x, 0, x, 0, y, z, 0, n);
                    leakyRelu(x, 0, 0.5f, y, 0, n);
                    leakyReluGrad(x, 0, x, 0, 0.5f, y, 0, n);
                    elu(x, 0, y, 0.5f, z, 0, n);
                    eluGrad(x, 0, x, 0, y, 0.5f, z, 0, n);
                    turned(x, 0, x, 0, 0.5f, y, 0, n);
                    lessScaled(x, 0, x, 0, 0.5f, y, 0, n);
                    normalRow(x, 0, x, 0, x, 0, 1, 1, y, z, w, w, n);
                    sub(x, 0, 0.5f, y, 0, n);
                    div(x, 0, 0.5f, y, 0, n);
                    divide(y, 0, x, n);
                    normal(x, 0, 1, 1, x, 0, x, 0, y, 0, n);
                    turnedBack(x, 0, x, 0, x, 0, 1, 1, 1, 1, y, 0, n);
                    adam(x, 0, w, 0, y, 0, z, 0, n, rule);
                    rmsprop(x, 0, w, 0, z, 0, n, rule);
                },
                () -> {
                    FloatPasses.siluGrad(x, 0, x, 0, y, z, 0, n);
                    FloatPasses.leakyRelu(x, 0, 0.5f, y, 0, n);
                    FloatPasses.leakyReluGrad(x, 0, x, 0, 0.5f, y, 0, n);
                    FloatPasses.elu(x, 0, y, 0.5f, z, 0, n);
                    FloatPasses.eluGrad(x, 0, x, 0, y, 0.5f, z, 0, n);
                    FloatPasses.turned(x, 0, x, 0, 0.5f, y, 0, n);
                    FloatPasses.lessScaled(x, 0, x, 0, 0.5f, y, 0, n);
                    FloatPasses.normalRow(x, 0, x, 0, x, 0, 1, 1, y, z, w, w, n);
                    FloatPasses.sub(x, 0, 0.5f, y, 0, n);
                    FloatPasses.div(x, 0, 0.5f, y, 0, n);
                    FloatPasses.divide(y, 0, x, n);
                    FloatPasses.normal(x, 0, 1, 1, x, 0, x, 0, y, 0, n);
                    FloatPasses.turnedBack(x, 0, x, 0, x, 0, 1, 1, 1, 1, y, 0, n);
                    FloatPasses.adam(x, 0, w, 0, y, 0, z, 0, n, rule);
                    FloatPasses.rmsprop(x, 0, w, 0, z, 0, n, rule);
                });
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
        for (int i = done; i < n; i++) {
            out[outAt + i] = grad[gAt + i] * (Math.fma(x[xAt + i], 1 - s[i], 1) * s[i]);
        }
    }

    /** x where it is positive, else {@code slope} times it. */
    static void leakyRelu(float[] x, int xAt, float slope, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.leakyRelu(x, xAt, slope, out, outAt, n) : 0;
        for (int i = done; i < n; i++) {
            out[outAt + i] = x[xAt + i] > 0 ? x[xAt + i] : x[xAt + i] * slope;
        }
    }

    /** {@code grad} where x is positive, else {@code slope} times it. */
    static void leakyReluGrad(float[] grad, int gAt, float[] x, int xAt, float slope, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.leakyReluGrad(grad, gAt, x, xAt, slope, out, outAt, n) : 0;
        for (int i = done; i < n; i++) {
            out[outAt + i] = x[xAt + i] > 0 ? grad[gAt + i] : grad[gAt + i] * slope;
        }
    }

    /** The larger of x and 0, and {@code alpha} times e from its place 0 on. */
    static void elu(float[] x, int xAt, float[] e, float alpha, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.elu(x, xAt, e, alpha, out, outAt, n) : 0;
        for (int i = done; i < n; i++) {
            out[outAt + i] = Math.max(x[xAt + i], 0) + e[i] * alpha;
        }
    }

    /** {@code grad} where x is positive, else {@code alpha * e} times it, e from its place 0 on. */
    static void eluGrad(
            float[] grad, int gAt, float[] x, int xAt, float[] e, float alpha, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.eluGrad(grad, gAt, x, xAt, e, alpha, out, outAt, n) : 0;
        for (int i = done; i < n; i++) {
            out[outAt + i] = x[xAt + i] > 0 ? grad[gAt + i] : grad[gAt + i] * (e[i] * alpha);
        }
    }

    /** {@code y * (grad - part)}. */
    static void turned(float[] grad, int gAt, float[] y, int yAt, float part, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.turned(grad, gAt, y, yAt, part, out, outAt, n) : 0;
        for (int i = done; i < n; i++) {
            out[outAt + i] = y[yAt + i] * (grad[gAt + i] - part);
        }
    }

    /** {@code grad - e * scale}. */
    static void lessScaled(float[] grad, int gAt, float[] e, int eAt, float scale, float[] out, int outAt, int n) {
        int done = isLongFloat(n) ? FloatPasses.lessScaled(grad, gAt, e, eAt, scale, out, outAt, n) : 0;
        for (int i = done; i < n; i++) {
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
        for (int i = done; i < n; i++) {
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
        int done = n < WIDE && isLongFloat(n) ? FloatPasses.$f(x, xAt, by, out, outAt, n) : 0;
        Arithmetic.$f(x, xAt + done, by, out, outAt + done, n - done);
    }
    // end for

    /** Divides out by the numbers of {@code by} from its place 0 on. */
    static void divide(float[] out, int outAt, float[] by, int n) {
        int done = isLongFloat(n) ? FloatPasses.divide(out, outAt, by, n) : 0;
        for (int i = done; i < n; i++) {
            out[outAt + i] /= by[i];
        }
    }

    /** {@code (x - mean) * scale * weight + bias}. */
    static void normal(
            float[] x,
            int xAt,
            float mean,
            float scale,
            float[] weight,
            int wAt,
            float[] bias,
            int bAt,
            float[] out,
            int outAt,
            int n) {
        int done = isLongFloat(n) ? FloatPasses.normal(x, xAt, mean, scale, weight, wAt, bias, bAt, out, outAt, n) : 0;
        for (int i = done; i < n; i++) {
            out[outAt + i] = (x[xAt + i] - mean) * scale * weight[wAt + i] + bias[bAt + i];
        }
    }

    /** {@code (grad * weight - a - (x - mean) * scale * b) * scale}. */
    static void turnedBack(
            float[] x,
            int xAt,
            float[] grad,
            int gAt,
            float[] weight,
            int wAt,
            float mean,
            float scale,
            float a,
            float b,
            float[] out,
            int outAt,
            int n) {
        int done = isLongFloat(n)
                ? FloatPasses.turnedBack(x, xAt, grad, gAt, weight, wAt, mean, scale, a, b, out, outAt, n)
                : 0;
        for (int i = done; i < n; i++) {
            out[outAt + i] = (grad[gAt + i] * weight[wAt + i] - a - (x[xAt + i] - mean) * scale * b) * scale;
        }
    }

    /** A step of Adam: x, mean and square are modified. */
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
            UpdateRule rule) {
        Objects.checkFromIndexSize(gAt, n, grad.length);
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(mAt, n, mean.length);
        Objects.checkFromIndexSize(sAt, n, square.length);
        int done = isLongFloat(n) ? FloatPasses.adam(grad, gAt, x, xAt, mean, mAt, square, sAt, n, rule) : 0;
        float keep = (float) rule.keep(), stay = (float) rule.stay(), decay = (float) rule.decay();
        float shrink = (float) rule.shrink(), root = (float) rule.root();
        float eps = (float) rule.eps(), rate = (float) rule.rate();
        for (int i = done; i < n; i++) {
            float w = x[xAt + i] * shrink, g = grad[gAt + i] + w * decay;
            float m = mean[mAt + i] * keep + g * (1 - keep), v = square[sAt + i] * stay + g * g * (1 - stay);
            mean[mAt + i] = m;
            square[sAt + i] = v;
            x[xAt + i] = w - m / ((float) Math.sqrt(v) / root + eps) * rate;
        }
    }

    /** A step of RMSprop: x and square are modified. */
    public static void rmsprop(
            float[] grad, int gAt, float[] x, int xAt, float[] square, int sAt, int n, UpdateRule rule) {
        Objects.checkFromIndexSize(gAt, n, grad.length);
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(sAt, n, square.length);
        int done = isLongFloat(n) ? FloatPasses.rmsprop(grad, gAt, x, xAt, square, sAt, n, rule) : 0;
        float stay = (float) rule.stay(), decay = (float) rule.decay();
        float eps = (float) rule.eps(), rate = (float) rule.rate();
        for (int i = done; i < n; i++) {
            float w = x[xAt + i], g = grad[gAt + i] + w * decay;
            float v = square[sAt + i] * stay + g * g * (1 - stay);
            square[sAt + i] = v;
            x[xAt + i] = w - g / ((float) Math.sqrt(v) + eps) * rate;
        }
    }
    // end for
}
