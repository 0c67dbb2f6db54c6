package jacobi.nn;

import static jacobi.tensor.Tensors.empty;

import jacobi.tensor.DType;
import jacobi.tensor.Elements;
import jacobi.tensor.Operation;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Cores;
import jacobi.tensor.cpu.Normalization;

/** Layer normalisation as one operation: a pass forward and one backward. */
final class LayerNormalization {
    /** Elements that are worth a core of their own. */
    private static final int SHARE = 1 << 15;

    private final Tensor x;
    private final Tensor weight;
    private final double eps;
    private final int rows;
    private final int columns;
    private final int[] over;
    private final Tensor mean;
    private final Tensor scale;

    private LayerNormalization(Tensor x, int axes, Tensor weight, double eps) {
        this.x = x;
        this.weight = weight;
        this.eps = eps;
        over = new int[axes];
        int length = 1;
        for (int i = 0; i < axes; i++) {
            over[i] = -1 - i;
            length *= x.size(-1 - i);
        }
        columns = length;
        rows = x.numel() / Math.max(1, length);
        mean = empty(x.dtype(), Shape.of(rows));
        scale = empty(x.dtype(), Shape.of(rows));
    }

    /** Whether the loops here suit: one type, scales and moves of as many elements as the axes have. */
    static boolean suits(Tensor x, int axes, Tensor weight, Tensor bias) {
        if (!x.dtype().isFloatingPoint() || x.numel() == 0 || axes < 1 || axes > x.dim()) {
            return false;
        }
        int length = 1;
        for (int i = 0; i < axes; i++) {
            length *= x.size(-1 - i);
        }
        return fits(weight, x, length) && fits(bias, x, length);
    }

    private static boolean fits(Tensor parameter, Tensor x, int length) {
        return parameter == null || parameter.dtype() == x.dtype() && parameter.numel() == length;
    }

    static Tensor of(Tensor x, int axes, Tensor weight, Tensor bias, double eps) {
        LayerNormalization self = new LayerNormalization(x, axes, weight, eps);
        Tensor y = self.forward(bias);
        boolean tracked = Operation.isTracked(x)
                || weight != null && Operation.isTracked(weight)
                || bias != null && Operation.isTracked(bias);
        if (!tracked) {
            return y;
        }
        Operation operation = Operation.of("NativeLayerNormBackward0", y)
                .input(x, t -> self.turned(t).mul(self.factor()), g -> self.inputGrad(g), x);
        if (weight != null) {
            operation.input(weight, t -> self.normal().mul(t), g -> self.weightGrad(g), x);
        }
        if (bias != null) {
            operation.input(bias, t -> t.expand(y.shape().toArray()), g -> self.sum(g, bias));
        }
        return operation.result();
    }

    private Tensor forward(Tensor bias) {
        Tensor y = empty(x.dtype(), x.shape());
        Elements in = Elements.of(x), to = Elements.of(y), m = Elements.of(mean), s = Elements.of(scale);
        Elements w = weight == null ? null : Elements.of(weight), b = bias == null ? null : Elements.of(bias);
        int wAt = w == null ? 0 : w.offset(), bAt = b == null ? 0 : b.offset();
        each((from, until) -> {
            if (x.dtype() == DType.float32) {
                Normalization.rows(
                        in.floats(),
                        in.offset(),
                        w == null ? null : w.floats(),
                        wAt,
                        b == null ? null : b.floats(),
                        bAt,
                        eps,
                        from,
                        until,
                        columns,
                        m.floats(),
                        s.floats(),
                        to.floats());
            } else {
                Normalization.rows(
                        in.doubles(),
                        in.offset(),
                        w == null ? null : w.doubles(),
                        wAt,
                        b == null ? null : b.doubles(),
                        bAt,
                        eps,
                        from,
                        until,
                        columns,
                        m.doubles(),
                        s.doubles(),
                        to.doubles());
            }
        });
        return y;
    }

    private interface Some {
        void rows(int from, int to);
    }

    private void each(Some work) {
        int share = Math.max(1, SHARE / columns);
        if (rows < 2 * share) {
            work.rows(0, rows);
        } else {
            Cores.run((rows + share - 1) / share, i -> work.rows(i * share, Math.min(rows, (i + 1) * share)));
        }
    }

    private Tensor inputGrad(Tensor g) {
        if (Operation.isTracked(g, x) || weight != null && Operation.isTracked(weight)) {
            return turned(weight == null ? g : g.mul(weight));
        }
        Tensor dx = empty(x.dtype(), x.shape());
        Elements d = Elements.of(g), in = Elements.of(x), to = Elements.of(dx);
        Elements m = Elements.of(mean), s = Elements.of(scale), w = weight == null ? null : Elements.of(weight);
        int wAt = w == null ? 0 : w.offset();
        each((from, until) -> {
            if (x.dtype() == DType.float32) {
                Normalization.rowsGrad(
                        d.floats(),
                        d.offset(),
                        in.floats(),
                        in.offset(),
                        w == null ? null : w.floats(),
                        wAt,
                        from,
                        until,
                        columns,
                        m.floats(),
                        s.floats(),
                        to.floats());
            } else {
                Normalization.rowsGrad(
                        d.doubles(),
                        d.offset(),
                        in.doubles(),
                        in.offset(),
                        w == null ? null : w.doubles(),
                        wAt,
                        from,
                        until,
                        columns,
                        m.doubles(),
                        s.doubles(),
                        to.doubles());
            }
        });
        return dx;
    }

    private Tensor weightGrad(Tensor g) {
        if (Operation.isTracked(g, x)) {
            return sum(g.mul(normal()), weight);
        }
        Tensor dw = empty(x.dtype(), weight.shape());
        Elements d = Elements.of(g), in = Elements.of(x), to = Elements.of(dw);
        Elements m = Elements.of(mean), s = Elements.of(scale);
        if (x.dtype() == DType.float32) {
            Normalization.weightGrad(
                    d.floats(),
                    d.offset(),
                    in.floats(),
                    in.offset(),
                    rows,
                    columns,
                    m.floats(),
                    s.floats(),
                    to.floats());
        } else {
            Normalization.weightGrad(
                    d.doubles(),
                    d.offset(),
                    in.doubles(),
                    in.offset(),
                    rows,
                    columns,
                    m.doubles(),
                    s.doubles(),
                    to.doubles());
        }
        return dw;
    }

    private Tensor sum(Tensor g, Tensor like) {
        return g.reshape(rows, columns).sum(0).reshape(like.shape());
    }

    // The same of operations, which have derivatives in turn.

    private Tensor factor() {
        return weight == null ? jacobi.tensor.Tensors.ones(1).to(x.dtype()) : weight;
    }

    private Tensor normal() {
        return x.sub(x.mean(over, true)).mul(root());
    }

    private Tensor root() {
        return x.var(over, 0, true).add(eps).rsqrt();
    }

    /** The map of derivatives of what is normalised, which is symmetric: it serves both directions. */
    private Tensor turned(Tensor d) {
        Tensor z = normal();
        return d.sub(d.mean(over, true)).sub(z.mul(d.mul(z).mean(over, true))).mul(root());
    }
}
