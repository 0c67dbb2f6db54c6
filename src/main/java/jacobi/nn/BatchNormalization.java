package jacobi.nn;

import static jacobi.tensor.Tensors.empty;

import jacobi.tensor.DType;
import jacobi.tensor.Elements;
import jacobi.tensor.Operation;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Cores;
import jacobi.tensor.cpu.Normalization;
import java.util.function.IntConsumer;

/** Batch normalisation in training as one operation, of inputs with enough places in each channel. */
final class BatchNormalization {
    /** With fewer places in a channel loops along them do not pay. */
    private static final int LEAST = 16;

    private final Tensor x;
    private final Tensor weight;
    private final double eps;
    private final int batch;
    private final int channels;
    private final int places;
    private Tensor summed;
    private Tensor[] sums;
    final Tensor mean;
    final Tensor variance;

    private BatchNormalization(Tensor x, Tensor weight, double eps) {
        this.x = x;
        this.weight = weight;
        this.eps = eps;
        batch = x.size(0);
        channels = x.size(1);
        places = x.numel() / Math.max(1, batch * channels);
        mean = empty(x.dtype(), Shape.of(channels));
        variance = empty(x.dtype(), Shape.of(channels));
    }

    static boolean suits(Tensor x, Tensor weight, Tensor bias) {
        return x.dtype().isFloatingPoint()
                && x.numel() > 0
                && x.numel() / (x.size(0) * x.size(1)) >= LEAST
                && (weight == null || weight.dtype() == x.dtype())
                && (bias == null || bias.dtype() == x.dtype());
    }

    /** Means and variances of the channels, for {@link #result}. */
    static BatchNormalization of(Tensor x, Tensor weight, double eps) {
        BatchNormalization self = new BatchNormalization(x, weight, eps);
        Elements in = Elements.of(x), m = Elements.of(self.mean), v = Elements.of(self.variance);
        self.each(c -> {
            if (x.dtype() == DType.float32) {
                Normalization.moments(
                        in.floats(), in.offset(), self.batch, self.channels, self.places, c, m.floats(), v.floats());
            } else {
                Normalization.moments(
                        in.doubles(), in.offset(), self.batch, self.channels, self.places, c, m.doubles(), v.doubles());
            }
        });
        return self;
    }

    private void each(IntConsumer work) {
        if (x.numel() < 1 << 16) {
            for (int c = 0; c < channels; c++) {
                work.accept(c);
            }
        } else {
            Cores.run(channels, work::accept);
        }
    }

    Tensor result(Tensor bias) {
        Tensor y = empty(x.dtype(), x.shape());
        double[] m = mean.toDoubleArray(), v = variance.toDoubleArray();
        double[] w = weight == null ? null : weight.toDoubleArray(), b = bias == null ? null : bias.toDoubleArray();
        Elements in = Elements.of(x), to = Elements.of(y);
        each(c -> {
            double factor = (w == null ? 1 : w[c]) / Math.sqrt(v[c] + eps);
            double term = (b == null ? 0 : b[c]) - m[c] * factor;
            if (x.dtype() == DType.float32) {
                Normalization.channel(
                        in.floats(),
                        in.offset(),
                        batch,
                        channels,
                        places,
                        c,
                        (float) factor,
                        (float) term,
                        to.floats());
            } else {
                Normalization.channel(
                        in.doubles(), in.offset(), batch, channels, places, c, factor, term, to.doubles());
            }
        });
        boolean tracked = Operation.isTracked(x)
                || weight != null && Operation.isTracked(weight)
                || bias != null && Operation.isTracked(bias);
        if (!tracked) {
            return y;
        }
        Operation operation = Operation.of("NativeBatchNormBackward0", y)
                .input(x, t -> weight == null ? turned(t) : turned(t).mul(along(weight)), this::inputGrad, x);
        if (weight != null) {
            operation.input(weight, t -> normal().mul(along(t)), this::weightGrad, x);
        }
        if (bias != null) {
            operation.input(
                    bias,
                    t -> along(t).expand(y.shape().toArray()),
                    g -> Operation.isTracked(g)
                            ? g.sum(over())
                            : empty(x.dtype(), Shape.of(channels)).copy_(sums(g)[0]));
        }
        return operation.result();
    }

    private Tensor inputGrad(Tensor g) {
        if (Operation.isTracked(g, x) || weight != null && Operation.isTracked(weight)) {
            return turned(weight == null ? g : g.mul(along(weight)));
        }
        Tensor dx = empty(x.dtype(), x.shape());
        double[] m = mean.toDoubleArray(), v = variance.toDoubleArray();
        double[] w = weight == null ? null : weight.toDoubleArray();
        Elements d = Elements.of(g), in = Elements.of(x), to = Elements.of(dx);
        double n = (double) batch * places;
        double[] sum = sums(g)[0].toDoubleArray(), product = sums(g)[1].toDoubleArray();
        each(c -> {
            double root = 1 / Math.sqrt(v[c] + eps), factor = (w == null ? 1 : w[c]) * root;
            double a = sum[c] / n, b = product[c] / n * root * root;
            if (x.dtype() == DType.float32) {
                Normalization.channelGrad(
                        d.floats(),
                        d.offset(),
                        in.floats(),
                        in.offset(),
                        batch,
                        channels,
                        places,
                        c,
                        (float) m[c],
                        (float) factor,
                        (float) a,
                        (float) b,
                        to.floats());
            } else {
                Normalization.channelGrad(
                        d.doubles(),
                        d.offset(),
                        in.doubles(),
                        in.offset(),
                        batch,
                        channels,
                        places,
                        c,
                        m[c],
                        factor,
                        a,
                        b,
                        to.doubles());
            }
        });
        return dx;
    }

    private Tensor weightGrad(Tensor g) {
        if (Operation.isTracked(g, x)) {
            return g.mul(normal()).sum(over());
        }
        return sums(g)[1].mul(variance.add(eps).rsqrt());
    }

    /** Sums of a gradient in each channel, and of it times (x − mean); all inputs want them of the same gradient. */
    private Tensor[] sums(Tensor g) {
        if (summed == g) {
            return sums;
        }
        Tensor[] found = {empty(x.dtype(), Shape.of(channels)), empty(x.dtype(), Shape.of(channels))};
        Elements d = Elements.of(g), in = Elements.of(x), m = Elements.of(mean);
        Elements one = Elements.of(found[0]), two = Elements.of(found[1]);
        each(c -> {
            if (x.dtype() == DType.float32) {
                float[] both = new float[2];
                Normalization.channelSums(
                        d.floats(),
                        d.offset(),
                        in.floats(),
                        in.offset(),
                        batch,
                        channels,
                        places,
                        c,
                        m.floats()[c],
                        both);
                one.floats()[c] = both[0];
                two.floats()[c] = both[1];
            } else {
                double[] both = new double[2];
                Normalization.channelSums(
                        d.doubles(),
                        d.offset(),
                        in.doubles(),
                        in.offset(),
                        batch,
                        channels,
                        places,
                        c,
                        m.doubles()[c],
                        both);
                one.doubles()[c] = both[0];
                two.doubles()[c] = both[1];
            }
        });
        summed = g;
        sums = found;
        return found;
    }

    // The same of operations, which have derivatives in turn.

    private int[] over() {
        int[] over = new int[x.dim() - 1];
        for (int i = 1; i < over.length; i++) {
            over[i] = i + 1;
        }
        return over;
    }

    private Tensor along(Tensor perChannel) {
        int[] shape = new int[x.dim()];
        java.util.Arrays.fill(shape, 1);
        shape[1] = -1;
        return perChannel.reshape(shape);
    }

    private Tensor normal() {
        return x.sub(x.mean(over(), true)).mul(root());
    }

    private Tensor root() {
        return x.var(over(), 0, true).add(eps).rsqrt();
    }

    /** The map of derivatives of what is normalised, which is symmetric: it serves both directions. */
    private Tensor turned(Tensor d) {
        Tensor z = normal();
        return d.sub(d.mean(over(), true))
                .sub(z.mul(d.mul(z).mean(over(), true)))
                .mul(root());
    }
}
