package jacobi.tensor;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Training steps on small tensors, of no use but that the JIT meets the loops of tensors before a student's first
 * training does.
 *
 * <p>Loops on vectors take over from plain ones when C2 has compiled them, a second or so after a training has begun:
 * 100 steps of the perceptron of {@code TrainingBenchmark} took 2.0 s in a new JVM, 0.5 s after one step of this and a
 * pause, and 0.3 s after twenty (17 and 25 alike).
 */
public final class WarmUp {
    private static final int STEPS = 20, SIZE = 96;
    /** From this many parameters on vectors are worth their compilation, some two seconds of processor time. */
    private static final int PARAMETERS = 1000;

    /** Null where nobody waits. */
    private static volatile Runnable waiting;

    private WarmUp() {}

    /**
     * Has {@code then} run once, when the next tensor is made that training would change and that is large enough for
     * vectors.
     */
    public static void whenWorthwhile(Runnable then) {
        waiting = then;
    }

    /** To be told of every tensor gradients are wanted of. */
    static void parameter(Tensor x) {
        Runnable then = waiting;
        if (then != null && x.numel() >= PARAMETERS) {
            waiting = null;
            then.run();
        }
    }

    /**
     * Takes the steps, about 0.3 s in a new JVM, on the calling thread. Draws no random numbers and leaves nothing
     * behind.
     *
     * @param wanted asked before each step; the first no ends it
     * @return whether all steps were taken
     */
    public static boolean train(BooleanSupplier wanted) {
        Tensor x = Tensors.arange(SIZE * SIZE)
                .reshape(SIZE, SIZE)
                .to(DType.float32)
                .sin();
        Tensor labels = Tensors.arange(SIZE);
        List<Tensor> parameters = List.of(
                x.cos().requiresGrad_(true),
                Tensors.zeros(SIZE).requiresGrad_(true),
                x.exp().requiresGrad_(true),
                Tensors.zeros(SIZE).requiresGrad_(true));
        for (int i = 0; i < STEPS; i++) {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            step(x, labels, parameters);
        }
        return true;
    }

    private static void step(Tensor x, Tensor labels, List<Tensor> parameters) {
        Tensor hidden = x.matmul(parameters.get(0)).add(parameters.get(1)).relu();
        Tensor scores = hidden.matmul(parameters.get(2)).add(parameters.get(3));
        // The cross entropy of jacobi.nn, which this package does not know.
        scores.logSoftmax(1).gather(1, labels.unsqueeze(1)).mean().neg().backward();
        hidden.detach().tanh().sigmoid().exp().mean();
        try (var off = GradMode.set(false)) {
            for (Tensor parameter : parameters) {
                parameter.add_(parameter.grad(), -0.1);
                parameter.grad().zero_();
            }
        }
    }
}
