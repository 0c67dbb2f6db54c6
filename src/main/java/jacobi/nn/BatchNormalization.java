package jacobi.nn;

import static jacobi.tensor.Tensors.empty;

import jacobi.tensor.Elements;
import jacobi.tensor.Operation;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Channels;
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
    private final Channels channels;
    /** The same of operations, which have derivatives in turn. */
    private final Standardized standardized;

    private Tensor summed;
    private Tensor[] sums;
    final Tensor mean;
    final Tensor variance;

    private BatchNormalization(Tensor x, Tensor weight, double eps) {
        this.x = x;
        this.weight = weight;
        this.eps = eps;
        int count = x.size(1);
        channels = new Channels(x.size(0), count, x.numel() / Math.max(1, x.size(0) * count));
        mean = perChannel();
        variance = perChannel();
        standardized = new Standardized(x, over(x), eps);
    }

    private Tensor perChannel() {
        return empty(x.dtype(), Shape.of(channels.count()));
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
        self.each(c -> Normalization.moments(in.array(), in.offset(), self.channels, c, m.array(), v.array()));
        return self;
    }

    private void each(IntConsumer work) {
        if (x.numel() < 1 << 16) {
            for (int c = 0; c < channels.count(); c++) {
                work.accept(c);
            }
        } else {
            Cores.run(channels.count(), work::accept);
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
            Normalization.channel(in.array(), in.offset(), channels, c, factor, term, to.array());
        });
        Operation operation = Operation.of("NativeBatchNormBackward0", y)
                .input(
                        x,
                        t -> weight == null
                                ? standardized.turned(t)
                                : standardized.turned(t).mul(along(weight)),
                        this::inputGrad,
                        x);
        if (weight != null) {
            operation.input(weight, t -> standardized.normal().mul(along(t)), this::weightGrad, x);
        }
        if (bias != null) {
            operation.input(
                    bias,
                    t -> along(t).expand(y.shape().toArray()),
                    g -> Operation.isTracked(g)
                            ? g.sum(standardized.over())
                            : perChannel().copy_(sums(g)[0]));
        }
        return operation.result();
    }

    private Tensor inputGrad(Tensor g) {
        if (Operation.isTracked(g, x) || weight != null && Operation.isTracked(weight)) {
            return standardized.turned(weight == null ? g : g.mul(along(weight)));
        }
        Tensor dx = empty(x.dtype(), x.shape());
        double[] m = mean.toDoubleArray(), v = variance.toDoubleArray();
        double[] w = weight == null ? null : weight.toDoubleArray();
        Elements d = Elements.of(g), in = Elements.of(x), to = Elements.of(dx);
        double n = channels.numbers();
        double[] sum = sums(g)[0].toDoubleArray(), product = sums(g)[1].toDoubleArray();
        each(c -> {
            double root = 1 / Math.sqrt(v[c] + eps), factor = (w == null ? 1 : w[c]) * root;
            double a = sum[c] / n, b = product[c] / n * root * root;
            Normalization.channelGrad(
                    d.array(), d.offset(), in.array(), in.offset(), channels, c, m[c], factor, a, b, to.array());
        });
        return dx;
    }

    private Tensor weightGrad(Tensor g) {
        if (Operation.isTracked(g, x)) {
            return g.mul(standardized.normal()).sum(standardized.over());
        }
        return sums(g)[1].mul(variance.add(eps).rsqrt());
    }

    /** Sums of a gradient in each channel, and of it times (x − mean); all inputs want them of the same gradient. */
    private Tensor[] sums(Tensor g) {
        if (summed == g) {
            return sums;
        }
        Tensor[] found = {perChannel(), perChannel()};
        Elements d = Elements.of(g), in = Elements.of(x), m = Elements.of(mean);
        Elements one = Elements.of(found[0]), two = Elements.of(found[1]);
        each(c -> {
            Normalization.channelSums(
                    d.array(), d.offset(), in.array(), in.offset(), channels, c, m.array(), one.array(), two.array());
        });
        summed = g;
        sums = found;
        return found;
    }

    /** All axes but the channels'. */
    private static int[] over(Tensor x) {
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
}
