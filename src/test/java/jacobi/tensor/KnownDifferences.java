package jacobi.tensor;

import java.util.regex.Pattern;

/** Where Jacobi answers otherwise than PyTorch 1.13, each with its reason. */
final class KnownDifferences {
    private final String mode;
    /** The operation's name, without what stands around it. */
    private final String name;

    private final String call;
    private final String[] specs;

    KnownDifferences(String mode, String call, String[] specs) {
        this.mode = mode;
        this.call = call;
        this.specs = specs;
        name = call.split(" ")[0].replaceAll("^[.]|#.*|_$", "");
    }

    private boolean isGradient() {
        return "ghj".contains(mode);
    }

    private boolean has(String pattern) {
        for (String spec : specs) {
            if (Pattern.compile(pattern).matcher(spec).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether Jacobi computes what PyTorch refuses. */
    boolean computed() {
        return switch (name) {
            // A staircase has gradient 0, as floor has.
            case "floorDivide" -> isGradient();
            // Only the difference of two truth values is refused; beside a number they count as 0 and 1.
            case "sub" -> has("^bool");
            // Truth values and whole numbers are numbers to these.
            case "abs", "relu", "floor", "ceil", "round", "trunc", "argmax", "argmin" ->
                has("^bool") || mode.equals("h");
            case "softplus", "gelu", "silu", "frac" -> has("^(bool|int)");
            // PyTorch negates or multiplies the truth values on the way to the gradient.
            case "atan2", "pow" -> isGradient() && has("^bool");
            // A number rolls onto itself; a view of no elements is padded and has a diagonal.
            case "roll" -> has("^\\w+  ");
            case "pad", "diag" -> has("^\\w+ [0-9,]*\\b0\\b");
            // Of one number it is NaN, and so is the gradient.
            case "var", "std" -> isGradient();
            // PyTorch's kron needs operands without gaps.
            case "kron" -> true;
            default -> false;
        };
    }

    /**
     * Whether a zero may have the other sign: where numbers are added to 0, or where PyTorch's own answer depends on
     * the length of a tensor.
     */
    boolean signOfZero() {
        return switch (name) {
            case "relu", "clamp", "maximum", "minimum" -> true;
            case "dot", "mv", "mm", "bmm", "matmul", "einsum", "scatterAdd", "softmax", "logSoftmax" -> true;
            case "tanh", "elu", "gelu", "silu", "qr", "topk" -> true;
            case "pow", "atan2", "prod", "cumprod", "mseLoss", "crossEntropy" -> isGradient();
            default -> false;
        };
    }

    /** Whether a part of the outcome differs for a reason; part 0 is the value, or in mode h the first gradient. */
    boolean explained(int part) {
        boolean edge = has("^float\\d+ [0-9,]* \\w q ");
        return switch (name) {
            // PyTorch's relu leaves -0, which prints as "-0.".
            case "relu" -> mode.equals("s") && edge;
            // PyTorch's trigamma and polygamma are right to 9 digits; at a pole they are large but finite.
            case "digamma", "lgamma" -> isGradient();
            // The derivative at an infinity is 0; beside NaN, PyTorch's depends on the length of the tensor.
            case "gelu", "elu" -> isGradient() && edge;
            // Beside infinities and NaN it matters in which order factors are multiplied or divided out.
            case "cumprod", "prod" -> isGradient() && edge && part >= (mode.equals("h") ? 0 : 1);
            // A norm that is NaN has no direction: its gradient is NaN, not 0.
            case "norm" -> isGradient() && edge && call.contains("inf") && part == 1;
            // Of one number.
            case "var" -> isGradient() && part == 1;
            // PyTorch 1.13 spreads the gradient of a transposed tensor in the wrong order.
            case "maskedSelect" -> isGradient() && part == 1 && has(" t ");
            // PyTorch takes the logarithm of a whole number in float32.
            case "pow" -> isGradient() && part == 1 && has("^int") && has("^float64");
            // PyTorch 1.13 reads the wrong elements of an expanded tensor.
            case "median" -> has(" e ");
            // C leaves open which whole number an infinity or NaN becomes; here it is the nearest, and 0.
            case "copy" -> has("^int") && edge;
            default -> false;
        };
    }
}
