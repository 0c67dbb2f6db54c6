package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.rand;
import static jacobi.tensor.Tensors.where;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.tensor.Operation;
import jacobi.tensor.Tensor;
import java.util.List;

/** Activation functions that tensors do not have as methods. */
final class Activations {
    private Activations() {}

    /** x · min(max(x + 3, 0), 6) / 6: silu made of straight pieces. */
    @Op
    static Tensor hardswish(Tensor input) {
        Tensor y = Operation.map(input, x -> x * Math.min(Math.max(x + 3, 0), 6) / 6);
        return Operation.of("HardswishBackward0", y)
                .elementwise(input, d -> d.mul(slope(input)), input)
                .result();
    }

    private static Tensor slope(Tensor x) {
        return where(x.abs().lt(3), x.div(3).add(0.5), x.ge(3).to(x.dtype()));
    }

    /** min(max(x + 3, 0), 6) / 6: the sigmoid made of straight pieces. */
    @Op
    static Tensor hardsigmoid(Tensor input) {
        return input.add(3).clamp(0, 6).div(6);
    }

    /** x between two bounds, and the bounds beyond. */
    @Op
    static Tensor hardtanh(Tensor input, @Default("-1") double minVal, @Default("1") double maxVal) {
        return input.clamp(minVal, maxVal);
    }

    /** min(max(x, 0), 6). */
    @Op
    static Tensor relu6(Tensor input) {
        return input.clamp(0, 6);
    }

    /** x · tanh(softplus(x)) (Misra 2019). */
    @Op
    static Tensor mish(Tensor input) {
        return input.mul(input.softplus().tanh());
    }

    /**
     * log(1 + exp(beta x)) / beta.
     *
     * @param beta how sharp the bend is
     * @param threshold where beta x is above it the result is x
     */
    @Op
    static Tensor softplus(Tensor input, double beta, @Default("20") double threshold) {
        if (beta == 0) {
            throw new IllegalArgumentException(say("nn.softplus.beta"));
        }
        return where(
                input.mul(beta).gt(threshold), input, input.mul(beta).softplus().div(beta));
    }

    /** x / (1 + |x|). */
    @Op
    static Tensor softsign(Tensor input) {
        return input.div(input.abs().add(1));
    }

    /** x − tanh(x). */
    @Op
    static Tensor tanhshrink(Tensor input) {
        return input.sub(input.tanh());
    }

    /** Logarithm of the sigmoid, without overflow. */
    @Op
    static Tensor logsigmoid(Tensor input) {
        return input.neg().softplus().neg();
    }

    /** x above 0, alpha (exp(x / alpha) − 1) below (Barron 2017). */
    @Op
    static Tensor celu(Tensor input, @Default("1") double alpha) {
        // What is above 0 stays out of the exponential, where it would overflow.
        return input.relu().add(input.clamp(null, 0).div(alpha).expm1().mul(alpha));
    }

    /** elu with the scale that keeps mean 0 and variance 1 (Klambauer et al. 2017). */
    @Op
    static Tensor selu(Tensor input) {
        return input.elu(1.6732632423543772848170429916717).mul(1.0507009873554804934193349852946);
    }

    /** x, and 0 where it is within ±lambd. */
    @Op
    static Tensor hardshrink(Tensor input, @Default("0.5") double lambd) {
        return where(input.abs().gt(lambd), input, 0);
    }

    /** x moved towards 0 by lambd, and 0 within ±lambd. */
    @Op
    static Tensor softshrink(Tensor input, @Default("0.5") double lambd) {
        return input.sub(input.clamp(-lambd, lambd));
    }

    /** x above a threshold, and a value elsewhere. */
    @Op
    static Tensor threshold(Tensor input, double threshold, double value) {
        return where(input.gt(threshold), input, value);
    }

    /** One half along an axis times the sigmoid of the other (Dauphin et al. 2016). */
    @Op
    static Tensor glu(Tensor input, @Default("-1") int axis) {
        if (input.size(axis) % 2 != 0) {
            throw new IllegalArgumentException(say("nn.glu.axis", "axis", axis, "length", input.size(axis)));
        }
        List<Tensor> halves = input.chunk(2, axis);
        return halves.get(0).mul(halves.get(1).sigmoid());
    }

    /**
     * x above 0, and times a learned slope below (He et al. 2015).
     *
     * @param weight one slope, or one for each channel, which is axis 1
     */
    @Op
    static Tensor prelu(Tensor input, Tensor weight) {
        int channels = input.dim() < 2 ? 1 : input.size(1);
        if (weight.numel() != 1 && weight.numel() != channels) {
            throw new IllegalArgumentException(say("nn.prelu.weight", "channels", channels, "found", weight.numel()));
        }
        int[] along = new int[Math.max(1, input.dim())];
        java.util.Arrays.fill(along, 1);
        if (weight.numel() > 1) {
            along[1] = channels;
        }
        return where(input.gt(0), input, input.mul(weight.reshape(along)));
    }

    /** x above 0, and times a random slope below in training, the mean slope else (Xu et al. 2015). */
    @Op
    static Tensor rrelu(
            Tensor input,
            @Default("1.0 / 8") double lower,
            @Default("1.0 / 3") double upper,
            @Default("false") boolean training) {
        if (!training) {
            return input.leakyRelu((lower + upper) / 2);
        }
        Tensor slopes = rand(input.shape()).to(input.dtype()).mul(upper - lower).add(lower);
        return where(input.gt(0), input, input.mul(slopes));
    }
}
