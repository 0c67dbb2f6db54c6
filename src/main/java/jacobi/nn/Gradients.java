package jacobi.nn;

import static jacobi.tensor.Tensors.cat;
import static jacobi.tensor.Tensors.noGrad;
import static jacobi.tensor.Tensors.stack;

import jacobi.operation.Default;
import jacobi.tensor.GradMode;
import jacobi.tensor.Tensor;
import java.util.List;
import java.util.stream.StreamSupport;

/** What is done to all parameters or gradients of a net at once, as {@code torch.nn.utils}. */
public final class Gradients {
    private Gradients() {}

    private static List<Tensor> gradients(Iterable<? extends Tensor> parameters) {
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(p -> (Tensor) p.grad())
                .filter(g -> g != null)
                .toList();
    }

    /**
     * Makes all gradients together at most so long, in place (Pascanu et al. 2012).
     *
     * @param normType which norm: 2, or infinity for the largest element
     * @return how long they were
     */
    public static Tensor clipGradNorm_(
            Iterable<? extends Tensor> parameters, double maxNorm, @Default("2") double normType) {
        try (GradMode off = noGrad()) {
            List<Tensor> all = gradients(parameters);
            if (all.isEmpty()) {
                return jacobi.tensor.Tensors.tensor(0.0);
            }
            Tensor total = stack(
                            all.stream().map(g -> g.flatten().norm(normType)).toList())
                    .norm(normType);
            double factor = maxNorm / (total.toDouble() + 1e-6);
            if (factor < 1) {
                all.forEach(g -> g.mul_(factor));
            }
            return total;
        }
    }

    /** As {@link #clipGradNorm_(Iterable, double, double)}, by the Euclidean norm. */
    public static Tensor clipGradNorm_(Iterable<? extends Tensor> parameters, double maxNorm) {
        return clipGradNorm_(parameters, maxNorm, 2);
    }

    /** Makes no element of a gradient larger than {@code clipValue} or less than minus it, in place. */
    public static void clipGradValue_(Iterable<? extends Tensor> parameters, double clipValue) {
        try (GradMode off = noGrad()) {
            gradients(parameters).forEach(g -> g.clamp_(-clipValue, clipValue));
        }
    }

    /** All elements of all parameters in one vector. */
    public static Tensor parametersToVector(Iterable<? extends Tensor> parameters) {
        return cat(StreamSupport.stream(parameters.spliterator(), false)
                .map(p -> p.flatten())
                .toList());
    }

    /** Copies a vector's elements into the parameters, in their order. */
    public static void vectorToParameters(Tensor vec, Iterable<? extends Tensor> parameters) {
        try (GradMode off = noGrad()) {
            int at = 0;
            for (Tensor p : parameters) {
                p.copy_(vec.narrow(0, at, p.numel()).reshape(p.shape()));
                at += p.numel();
            }
        }
    }
}
