package jacobi.nn;

import jacobi.tensor.Tensor;

/** Numbers moved to mean 0 and variance 1 over some axes, made of operations, which have derivatives in turn. */
record Standardized(Tensor x, int[] over, double eps) {
    Tensor normal() {
        return x.sub(x.mean(over, true)).mul(root());
    }

    private Tensor root() {
        return x.var(over, 0, true).add(eps).rsqrt();
    }

    /** The map of derivatives, which is symmetric: it serves both directions. */
    Tensor turned(Tensor d) {
        Tensor z = normal();
        return d.sub(d.mean(over, true)).sub(z.mul(d.mul(z).mean(over, true))).mul(root());
    }
}
