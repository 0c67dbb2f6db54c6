package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.noGrad;
import static jacobi.tensor.Tensors.randn;

import jacobi.operation.Default;
import jacobi.tensor.GradMode;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import java.util.function.Consumer;

/**
 * Values to begin learning with, as {@code torch.nn.init}: each function changes a tensor in place, unrecorded, and
 * returns it.
 */
public final class Init {
    private Init() {}

    private static Tensor changed(Tensor x, Consumer<Tensor> change) {
        try (GradMode off = noGrad()) {
            change.accept(x);
        }
        return x;
    }

    /** Even between 0 and 1. */
    public static Tensor uniform_(Tensor x) {
        return uniform_(x, 0, 1);
    }

    /** Even from a to b. */
    public static Tensor uniform_(Tensor x, double a, double b) {
        return changed(x, t -> t.uniform_(a, b));
    }

    /** Normal with mean 0 and standard deviation 1. */
    public static Tensor normal_(Tensor x) {
        return normal_(x, 0, 1);
    }

    /** Normal with a mean and a standard deviation. */
    public static Tensor normal_(Tensor x, @Default("0") double mean, @Default("1") double std) {
        return changed(x, t -> t.normal_(mean, std));
    }

    /** Normal, with what falls outside [a, b] drawn again. */
    public static Tensor truncNormal_(
            Tensor x,
            @Default("0") double mean,
            @Default("1") double std,
            @Default("-2") double a,
            @Default("2") double b) {
        return changed(x, t -> {
            t.normal_(mean, std);
            for (Tensor out = outside(t, a, b); out.any().isTrue(); out = outside(t, a, b)) {
                t.copy_(t.maskedFill(out, 0)
                        .add(randn(t.shape()).to(t.dtype()).mul(std).add(mean).mul(out)));
            }
        });
    }

    private static Tensor outside(Tensor x, double a, double b) {
        return x.lt(a).logicalOr(x.gt(b));
    }

    /** One number everywhere. */
    public static Tensor constant_(Tensor x, double val) {
        return changed(x, t -> t.fill_(val));
    }

    /** Zeros. */
    public static Tensor zeros_(Tensor x) {
        return constant_(x, 0);
    }

    /** Ones. */
    public static Tensor ones_(Tensor x) {
        return constant_(x, 1);
    }

    /** The identity matrix. */
    public static Tensor eye_(Tensor x) {
        if (x.dim() != 2) {
            throw new IllegalArgumentException(
                    say("nn.init.eye", "shape", x.shape().text()));
        }
        return changed(x, t -> t.fill_(0).diagonal().fill_(1));
    }

    /**
     * What a gain to keep the size of activations is: of "relu", "leaky_relu", "tanh", "sigmoid", "selu", "linear" …
     */
    public static double calculateGain(String nonlinearity) {
        return calculateGain(nonlinearity, 0.01);
    }

    /** As {@link #calculateGain(String)}, with the slope of a leaky relu. */
    public static double calculateGain(String nonlinearity, double param) {
        return switch (nonlinearity) {
            case "linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "sigmoid" -> 1;
            case "tanh" -> 5.0 / 3;
            case "relu" -> Math.sqrt(2);
            case "leaky_relu" -> Math.sqrt(2 / (1 + param * param));
            case "selu" -> 3.0 / 4;
            default -> throw new IllegalArgumentException(say("nn.init.gain", "found", nonlinearity));
        };
    }

    /** How many numbers go into an element of the output, and how many elements an input goes to. */
    static int[] fans(String operation, Tensor x) {
        if (x.dim() < 2) {
            throw new IllegalArgumentException(say(
                    "nn.init.fans", "operation", operation, "shape", x.shape().text()));
        }
        int window = x.numel() / Math.max(1, x.size(0) * x.size(1));
        return new int[] {x.size(1) * window, x.size(0) * window};
    }

    /** Glorot and Bengio's (2010): even within ±gain·√(6 / (inputs + outputs)). */
    public static Tensor xavierUniform_(Tensor x, @Default("1") double gain) {
        int[] fans = fans("xavierUniform_", x);
        double bound = gain * Math.sqrt(6.0 / (fans[0] + fans[1]));
        return uniform_(x, -bound, bound);
    }

    /** As {@link #xavierUniform_(Tensor, double)} with gain 1. */
    public static Tensor xavierUniform_(Tensor x) {
        return xavierUniform_(x, 1);
    }

    /** Glorot and Bengio's (2010): normal with standard deviation gain·√(2 / (inputs + outputs)). */
    public static Tensor xavierNormal_(Tensor x, @Default("1") double gain) {
        int[] fans = fans("xavierNormal_", x);
        return normal_(x, 0, gain * Math.sqrt(2.0 / (fans[0] + fans[1])));
    }

    /** As {@link #xavierNormal_(Tensor, double)} with gain 1. */
    public static Tensor xavierNormal_(Tensor x) {
        return xavierNormal_(x, 1);
    }

    /**
     * He's (2015): even within ±gain·√(3 / fan).
     *
     * @param a slope of a leaky relu
     * @param mode "fan_in" keeps sizes forward, "fan_out" backward
     * @param nonlinearity what follows: see {@link #calculateGain(String)}
     */
    public static Tensor kaimingUniform_(
            Tensor x,
            @Default("0") double a,
            @Default("\"fan_in\"") String mode,
            @Default("\"leaky_relu\"") String nonlinearity) {
        double bound = Math.sqrt(3) * deviation("kaimingUniform_", x, a, mode, nonlinearity);
        return uniform_(x, -bound, bound);
    }

    /** He's for a relu. */
    public static Tensor kaimingUniform_(Tensor x) {
        return kaimingUniform_(x, 0, "fan_in", "leaky_relu");
    }

    /**
     * He's (2015): normal with standard deviation gain / √fan.
     *
     * @param a slope of a leaky relu
     * @param mode "fan_in" keeps sizes forward, "fan_out" backward
     * @param nonlinearity what follows: see {@link #calculateGain(String)}
     */
    public static Tensor kaimingNormal_(
            Tensor x,
            @Default("0") double a,
            @Default("\"fan_in\"") String mode,
            @Default("\"leaky_relu\"") String nonlinearity) {
        return normal_(x, 0, deviation("kaimingNormal_", x, a, mode, nonlinearity));
    }

    /** He's for a relu. */
    public static Tensor kaimingNormal_(Tensor x) {
        return kaimingNormal_(x, 0, "fan_in", "leaky_relu");
    }

    private static double deviation(String operation, Tensor x, double a, String mode, String nonlinearity) {
        if (!mode.equals("fan_in") && !mode.equals("fan_out")) {
            throw new IllegalArgumentException(say("nn.init.mode", "operation", operation, "found", mode));
        }
        return calculateGain(nonlinearity, a) / Math.sqrt(fans(operation, x)[mode.equals("fan_in") ? 0 : 1]);
    }

    /** Rows or columns, whichever are fewer, that are orthogonal and of length {@code gain} (Saxe et al. 2013). */
    public static Tensor orthogonal_(Tensor x, @Default("1") double gain) {
        fans("orthogonal_", x);
        int rows = x.size(0), columns = x.numel() / Math.max(1, rows);
        return changed(x, t -> {
            Tensor draws = randn(Shape.of(Math.max(rows, columns), Math.min(rows, columns)))
                    .to(jacobi.tensor.DType.float64);
            Tensor q = orthonormal(draws);
            t.copy_((rows < columns ? q.t() : q).mul(gain).reshape(x.shape()).to(t.dtype()));
        });
    }

    /** As {@link #orthogonal_(Tensor, double)} with gain 1. */
    public static Tensor orthogonal_(Tensor x) {
        return orthogonal_(x, 1);
    }

    /** Columns made orthogonal one after the other, twice, which is enough (Giraud et al. 2005). */
    private static Tensor orthonormal(Tensor columns) {
        for (int j = 0; j < columns.size(1); j++) {
            Tensor column = columns.select(1, j);
            for (int twice = 0; twice < 2 && j > 0; twice++) {
                Tensor before = columns.narrow(1, 0, j);
                column.sub_(before.mv(before.t().mv(column)));
            }
            column.div_(column.norm());
        }
        return columns;
    }

    /** What PyTorch's layers begin with: both even within ±1/√fan. */
    static void fan(Tensor weight, Tensor bias) {
        double bound = 1 / Math.sqrt(Math.max(1, fans("weight", weight)[0]));
        uniform_(weight, -bound, bound);
        if (bias != null) {
            uniform_(bias, -bound, bound);
        }
    }
}
