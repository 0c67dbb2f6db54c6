package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.noGrad;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.tensor.GradMode;
import jacobi.tensor.Tensor;

/** Activations moved to mean 0 and variance 1. */
final class Normalizations {
    private Normalizations() {}

    /**
     * Each channel, which is axis 1, moved to mean 0 and variance 1 over all other axes (Ioffe and Szegedy 2015).
     *
     * @param runningMean mean of each channel so far, or null; in training it is modified
     * @param runningVar variance of each channel so far, or null; in training it is modified
     * @param weight scales, or null
     * @param bias moves, or null
     * @param training whether the input's own mean and variance are used, else those so far
     * @param momentum how much of the input's mean and variance enters those so far
     * @param eps added to the variance, so that its root divides
     */
    @Op
    static Tensor batchNorm(
            Tensor input,
            Tensor runningMean,
            Tensor runningVar,
            @Default("null") Tensor weight,
            @Default("null") Tensor bias,
            @Default("false") boolean training,
            @Default("0.1") double momentum,
            @Default("1e-5") double eps) {
        if (input.dim() < 2) {
            throw new IllegalArgumentException(
                    say("nn.batch-norm.no-channels", "shape", input.shape().text()));
        }
        int channels = input.size(1);
        boolean own = training || runningMean == null;
        Tensor mean, variance;
        if (own) {
            int n = input.numel() / Math.max(1, channels);
            if (training && n < 2) {
                throw new IllegalArgumentException(
                        say("nn.batch-norm.one-value", "shape", input.shape().text()));
            }
            if (BatchNormalization.suits(input, weight, bias)) {
                BatchNormalization fused = BatchNormalization.of(input, weight, eps);
                if (runningMean != null) {
                    remember(runningMean, fused.mean, momentum, 1);
                    remember(runningVar, fused.variance, momentum, n / (n - 1.0));
                }
                return fused.result(bias);
            }
            int[] over = others(input.dim());
            mean = input.mean(over, true);
            variance = input.var(over, 0, true);
            if (runningMean != null) {
                remember(runningMean, mean, momentum, 1);
                remember(runningVar, variance, momentum, n / (n - 1.0));
            }
        } else {
            mean = along(runningMean, input.dim());
            variance = along(runningVar, input.dim());
        }
        Tensor y = input.sub(mean).mul(variance.add(eps).rsqrt());
        y = weight == null ? y : y.mul(along(weight, input.dim()));
        return bias == null ? y : y.add(along(bias, input.dim()));
    }

    /**
     * Each channel, which is axis 1, of each example moved to mean 0 and variance 1 over its places (Ulyanov et al.
     * 2016).
     *
     * @param runningMean mean of each channel so far, or null; where the input's own are used it is modified
     * @param runningVar variance of each channel so far, or null; where the input's own are used it is modified
     * @param weight scales of the channels, or null
     * @param bias moves of the channels, or null
     * @param useInputStats whether the input's own mean and variance are used, else those so far
     * @param momentum how much of the examples' means and variances, averaged, enters those so far
     * @param eps added to the variance, so that its root divides
     */
    @Op
    static Tensor instanceNorm(
            Tensor input,
            @Default("null") Tensor runningMean,
            @Default("null") Tensor runningVar,
            @Default("null") Tensor weight,
            @Default("null") Tensor bias,
            @Default("true") boolean useInputStats,
            @Default("0.1") double momentum,
            @Default("1e-5") double eps) {
        if (!useInputStats) {
            return batchNorm(input, runningMean, runningVar, weight, bias, false, momentum, eps);
        }
        if (input.dim() < 3 || input.numel() / Math.max(1, input.size(0) * input.size(1)) < 2) {
            throw new IllegalArgumentException(
                    say("nn.instance-norm.one-value", "shape", input.shape().text()));
        }
        int examples = input.size(0), channels = input.size(1);
        // Every channel of every example counts as a channel of its own of one example.
        int[] shape = input.shape().toArray();
        shape[0] = 1;
        shape[1] = examples * channels;
        Tensor mean = repeated(runningMean, examples), variance = repeated(runningVar, examples);
        Tensor y = batchNorm(
                input.reshape(shape),
                mean,
                variance,
                repeated(weight, examples),
                repeated(bias, examples),
                true,
                momentum,
                eps);
        if (runningMean != null) {
            try (GradMode off = noGrad()) {
                runningMean.copy_(mean.reshape(examples, channels).mean(0));
                runningVar.copy_(variance.reshape(examples, channels).mean(0));
            }
        }
        return y.reshape(input.shape());
    }

    private static Tensor repeated(Tensor channels, int examples) {
        return channels == null ? null : channels.repeat(examples);
    }

    private static void remember(Tensor sofar, Tensor now, double momentum, double factor) {
        try (GradMode off = noGrad()) {
            sofar.mul_(1 - momentum).add_(now.detach().reshape(sofar.shape()).mul(momentum * factor));
        }
    }

    private static int[] others(int axes) {
        int[] over = new int[axes - 1];
        for (int i = 1; i < over.length; i++) {
            over[i] = i + 1;
        }
        return over;
    }

    private static Tensor along(Tensor channels, int axes) {
        int[] shape = new int[axes];
        java.util.Arrays.fill(shape, 1);
        shape[1] = -1;
        return channels.reshape(shape);
    }

    /**
     * Groups of channels, which are axis 1, of each example moved to mean 0 and variance 1 (Wu and He 2018).
     *
     * @param numGroups into how many the channels fall
     * @param weight scales of the channels, or null
     * @param bias moves of the channels, or null
     * @param eps added to the variance, so that its root divides
     */
    @Op
    static Tensor groupNorm(
            Tensor input,
            int numGroups,
            @Default("null") Tensor weight,
            @Default("null") Tensor bias,
            @Default("1e-5") double eps) {
        if (input.dim() < 2 || numGroups < 1 || input.size(1) % numGroups != 0) {
            throw new IllegalArgumentException(
                    say("nn.group-norm.shape", "shape", input.shape().text(), "groups", numGroups));
        }
        Tensor rows = input.reshape(input.size(0), numGroups, -1);
        Tensor y = Functional.layerNorm(rows, 1, null, null, eps).reshape(input.shape());
        y = weight == null ? y : y.mul(along(weight, input.dim()));
        return bias == null ? y : y.add(along(bias, input.dim()));
    }
}
