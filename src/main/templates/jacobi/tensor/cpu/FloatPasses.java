// for float, double:
package jacobi.tensor.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Passes over several operands at once, each at a place of its own, on vectors as wide as the processor's. What does
 * not fill a vector at the end is left to {@link Passes}, whose plain loops give the same bits: every method tells how
 * many elements are done.
 *
 * <p>Vectors never pass between methods: where the compiler does not inline, they become objects, and the loop many
 * times slower.
 */
final class FloatPasses {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int W = LANES.length();

    private FloatPasses() {}

    static int siluGrad(float[] grad, int gAt, float[] x, int xAt, float[] s, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, s, i), one = FloatVector.broadcast(LANES, 1);
            FloatVector slope = FloatVector.fromArray(LANES, x, xAt + i)
                    .fma(one.sub(v), one)
                    .mul(v);
            FloatVector.fromArray(LANES, grad, gAt + i).mul(slope).intoArray(out, outAt + i);
        }
        return i;
    }

    static int leakyRelu(float[] x, int xAt, float slope, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i);
            v.mul(slope).blend(v, v.compare(VectorOperators.GT, 0)).intoArray(out, outAt + i);
        }
        return i;
    }

    static int leakyReluGrad(float[] grad, int gAt, float[] x, int xAt, float slope, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector g = FloatVector.fromArray(LANES, grad, gAt + i);
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i);
            g.mul(slope).blend(g, v.compare(VectorOperators.GT, 0)).intoArray(out, outAt + i);
        }
        return i;
    }

    static int elu(float[] x, int xAt, float[] e, float alpha, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector below = FloatVector.fromArray(LANES, e, i).mul(alpha);
            FloatVector.fromArray(LANES, x, xAt + i).max(0).add(below).intoArray(out, outAt + i);
        }
        return i;
    }

    static int eluGrad(
            float[] grad, int gAt, float[] x, int xAt, float[] e, float alpha, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector g = FloatVector.fromArray(LANES, grad, gAt + i);
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i);
            g.mul(FloatVector.fromArray(LANES, e, i).mul(alpha))
                    .blend(g, v.compare(VectorOperators.GT, 0))
                    .intoArray(out, outAt + i);
        }
        return i;
    }

    static int turned(float[] grad, int gAt, float[] y, int yAt, float part, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector g = FloatVector.fromArray(LANES, grad, gAt + i).sub(part);
            FloatVector.fromArray(LANES, y, yAt + i).mul(g).intoArray(out, outAt + i);
        }
        return i;
    }

    static int lessScaled(float[] grad, int gAt, float[] e, int eAt, float scale, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector part = FloatVector.fromArray(LANES, e, eAt + i).mul(scale);
            FloatVector.fromArray(LANES, grad, gAt + i).sub(part).intoArray(out, outAt + i);
        }
        return i;
    }

    static int normalRow(
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
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector v = FloatVector.fromArray(LANES, x, xAt + i).sub(mean).mul(scale);
            FloatVector g = FloatVector.fromArray(LANES, grad, gAt + i);
            v.intoArray(z, i);
            g.mul(FloatVector.fromArray(LANES, weight, wAt + i)).intoArray(h, i);
            FloatVector.fromArray(LANES, dWeight, i).add(g.mul(v)).intoArray(dWeight, i);
            FloatVector.fromArray(LANES, dBias, i).add(g).intoArray(dBias, i);
        }
        return i;
    }

    // for f of sub, div:
    static int $f(float[] x, int xAt, float by, float[] out, int outAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector.fromArray(LANES, x, xAt + i).$f(by).intoArray(out, outAt + i);
        }
        return i;
    }
    // end for

    static int divide(float[] out, int outAt, float[] by, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector.fromArray(LANES, out, outAt + i)
                    .div(FloatVector.fromArray(LANES, by, i))
                    .intoArray(out, outAt + i);
        }
        return i;
    }

    static int normal(
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
        int i = 0;
        for (; i + 4 * W <= n; i += 4 * W) {
            // for k below 4:
            FloatVector v$k = FloatVector.fromArray(LANES, x, xAt + i + $k * W)
                    .sub(mean)
                    .mul(scale)
                    .mul(FloatVector.fromArray(LANES, weight, wAt + i + $k * W))
                    .add(FloatVector.fromArray(LANES, bias, bAt + i + $k * W));
            // end for
            // for k below 4:
            v$k.intoArray(out, outAt + i + $k * W);
            // end for
        }
        return i;
    }

    static int turnedBack(
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
        int i = 0;
        for (; i + 4 * W <= n; i += 4 * W) {
            // for k below 4:
            FloatVector z$k = FloatVector.fromArray(LANES, x, xAt + i + $k * W)
                    .sub(mean)
                    .mul(scale)
                    .mul(b);
            FloatVector h$k = FloatVector.fromArray(LANES, grad, gAt + i + $k * W)
                    .mul(FloatVector.fromArray(LANES, weight, wAt + i + $k * W));
            // end for
            // for k below 4:
            h$k.sub(a).sub(z$k).mul(scale).intoArray(out, outAt + i + $k * W);
            // end for
        }
        return i;
    }

    static int adam(
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
        float keep = (float) rule.keep(), stay = (float) rule.stay(), decay = (float) rule.decay();
        float shrink = (float) rule.shrink(), root = (float) rule.root();
        float eps = (float) rule.eps(), rate = (float) rule.rate();
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector w = FloatVector.fromArray(LANES, x, xAt + i).mul(shrink);
            FloatVector g = FloatVector.fromArray(LANES, grad, gAt + i).add(w.mul(decay));
            FloatVector m =
                    FloatVector.fromArray(LANES, mean, mAt + i).mul(keep).add(g.mul(1 - keep));
            FloatVector v = FloatVector.fromArray(LANES, square, sAt + i)
                    .mul(stay)
                    .add(g.mul(g).mul(1 - stay));
            m.intoArray(mean, mAt + i);
            v.intoArray(square, sAt + i);
            w.sub(m.div(v.sqrt().div(root).add(eps)).mul(rate)).intoArray(x, xAt + i);
        }
        return i;
    }

    static int rmsprop(float[] grad, int gAt, float[] x, int xAt, float[] square, int sAt, int n, UpdateRule rule) {
        float stay = (float) rule.stay(), decay = (float) rule.decay();
        float eps = (float) rule.eps(), rate = (float) rule.rate();
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += W) {
            FloatVector w = FloatVector.fromArray(LANES, x, xAt + i);
            FloatVector g = FloatVector.fromArray(LANES, grad, gAt + i).add(w.mul(decay));
            FloatVector v = FloatVector.fromArray(LANES, square, sAt + i)
                    .mul(stay)
                    .add(g.mul(g).mul(1 - stay));
            v.intoArray(square, sAt + i);
            w.sub(g.div(v.sqrt().add(eps)).mul(rate)).intoArray(x, xAt + i);
        }
        return i;
    }
}
