package jacobi.nn;

import static jacobi.tensor.Tensors.empty;

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
    /** The same of operations, which have derivatives in turn. */
    private final Standardized standardized;

    private final Tensor mean;
    private final Tensor scale;
    private Tensor graded;
    private Tensor[] gradients;

    private LayerNormalization(Tensor x, int axes, Tensor weight, double eps) {
        this.x = x;
        this.weight = weight;
        this.eps = eps;
        int[] over = new int[axes];
        int length = 1;
        for (int i = 0; i < axes; i++) {
            over[i] = -1 - i;
            length *= x.size(-1 - i);
        }
        columns = length;
        rows = x.numel() / Math.max(1, length);
        mean = empty(x.dtype(), Shape.of(rows));
        scale = empty(x.dtype(), Shape.of(rows));
        standardized = new Standardized(x, over, eps);
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
        Operation operation = Operation.of("NativeLayerNormBackward0", y)
                .input(x, t -> self.standardized.turned(t).mul(self.factor()), g -> self.inputGrad(g), x);
        if (weight != null) {
            operation.input(weight, t -> self.standardized.normal().mul(t), g -> self.weightGrad(g), x);
        }
        if (bias != null) {
            operation.input(bias, t -> t.expand(y.shape().toArray()), g -> self.biasGrad(g, bias));
        }
        return operation.result();
    }

    private Tensor forward(Tensor bias) {
        Tensor y = empty(x.dtype(), x.shape());
        Elements in = Elements.of(x), to = Elements.of(y), m = Elements.of(mean), s = Elements.of(scale);
        Elements w = ofMaybe(weight), b = ofMaybe(bias);
        each((from, until) -> {
            Normalization.rows(
                    in.array(),
                    in.offset(),
                    w.array(),
                    w.offset(),
                    b.array(),
                    b.offset(),
                    eps,
                    from,
                    until,
                    columns,
                    m.array(),
                    s.array(),
                    to.array());
        });
        return y;
    }

    private static Elements ofMaybe(Tensor parameter) {
        return parameter == null ? new Elements(null, 0) : Elements.of(parameter);
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
            return standardized.turned(weight == null ? g : g.mul(weight));
        }
        return handed(g, 0);
    }

    private Tensor weightGrad(Tensor g) {
        return Operation.isTracked(g, x) ? sum(g.mul(standardized.normal()), weight) : handed(g, 1);
    }

    private Tensor biasGrad(Tensor g, Tensor bias) {
        return Operation.isTracked(g) ? sum(g, bias) : handed(g, 2).reshape(bias.shape());
    }

    /**
     * A gradient of the three, which are computed at once for the inputs that ask for theirs in turn; each is handed
     * out once.
     */
    private Tensor handed(Tensor g, int which) {
        if (graded != g || gradients[which] == null) {
            gradients = backward(g);
            graded = g;
        }
        Tensor gradient = gradients[which];
        gradients[which] = null;
        return gradient;
    }

    private Tensor[] backward(Tensor g) {
        int share = Math.max(1, SHARE / columns), parts = (rows + share - 1) / share;
        Tensor dx = empty(x.dtype(), x.shape());
        // What each part gives, added in their order, however many threads there are.
        Tensor[] dw = new Tensor[parts], db = new Tensor[parts];
        for (int i = 0; i < parts; i++) {
            dw[i] = empty(x.dtype(), Shape.of(columns));
            db[i] = empty(x.dtype(), Shape.of(columns));
        }
        // What a sum hands back is one number everywhere, for which a row stands for all.
        boolean alike = Elements.isOneNumber(g);
        Elements d = Elements.of(alike ? first(g).expand(columns) : g), in = Elements.of(x), to = Elements.of(dx);
        Elements m = Elements.of(mean), s = Elements.of(scale), w = ofMaybe(weight);
        Cores.run(
                parts,
                i -> Normalization.rowsGrad(
                        d.array(),
                        d.offset(),
                        alike ? 0 : columns,
                        in.array(),
                        in.offset(),
                        w.array(),
                        w.offset(),
                        i * share,
                        Math.min(rows, (i + 1) * share),
                        columns,
                        m.array(),
                        s.array(),
                        Elements.of(dw[i]).array(),
                        Elements.of(db[i]).array(),
                        to.array()));
        for (int i = 1; i < parts; i++) {
            dw[0].add_(dw[i]);
            db[0].add_(db[i]);
        }
        return new Tensor[] {dx, weight == null ? dw[0] : dw[0].reshape(weight.shape()), db[0]};
    }

    private static Tensor first(Tensor x) {
        return x.dim() == 0 ? x : first(x.get(0));
    }

    private Tensor sum(Tensor g, Tensor like) {
        return g.reshape(rows, columns).sum(0).reshape(like.shape());
    }

    private Tensor factor() {
        return weight == null ? jacobi.tensor.Tensors.ones(1).to(x.dtype()) : weight;
    }
}
