package jacobi.bench;

import static jacobi.nn.Functional.*;
import static jacobi.tensor.Tensors.*;

import java.util.List;
import java.util.concurrent.TimeUnit;
import jacobi.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One step of training on a batch of 256: forward, cross entropy, backward, gradient descent. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrainingBenchmark {
    private static final double RATE = 0.01;

    private final Tensor target = randint(0, 10, 256);

    private final Tensor rows = randn(256, 784);
    private final Tensor w1 = weight(784, 256), b1 = bias(256), w2 = weight(256, 10), b2 = bias(10);

    private final Tensor images = randn(256, 1, 28, 28);
    private final Tensor k1 = weight(6, 1, 5, 5), c1 = bias(6), k2 = weight(16, 6, 5, 5), c2 = bias(16);
    private final Tensor w3 = weight(400, 120), b3 = bias(120), w4 = weight(120, 84), b4 = bias(84);
    private final Tensor w5 = weight(84, 10), b5 = bias(10);

    private static Tensor weight(int... shape) {
        return randn(shape).mul(0.05).detach().requiresGrad_(true);
    }

    private static Tensor bias(int n) {
        return zeros(n).requiresGrad_(true);
    }

    /** A multilayer perceptron 784, 256, 10. */
    @Benchmark
    public Tensor mlp() {
        Tensor hidden = rows.matmul(w1).add(b1).relu();
        return step(hidden.matmul(w2).add(b2), List.of(w1, b1, w2, b2));
    }

    /** LeNet as the book builds it: two convolutions with mean pooling, three full layers, sigmoids between. */
    @Benchmark
    public Tensor lenet() {
        Tensor x = avgPool2d(conv2d(images, k1, c1, 1, 2).sigmoid(), 2);
        x = avgPool2d(conv2d(x, k2, c2, 1, 0).sigmoid(), 2).reshape(256, 400);
        x = x.matmul(w3).add(b3).sigmoid().matmul(w4).add(b4).sigmoid();
        return step(x.matmul(w5).add(b5), List.of(k1, c1, k2, c2, w3, b3, w4, b4, w5, b5));
    }

    private Tensor step(Tensor scores, List<Tensor> parameters) {
        Tensor loss = crossEntropy(scores, target);
        loss.backward();
        try (var off = noGrad()) {
            for (Tensor p : parameters) {
                p.add_(p.grad(), -RATE);
                p.grad().zero_();
            }
        }
        return loss;
    }
}
