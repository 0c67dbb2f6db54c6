package jacobi.bench;

import static jacobi.tensor.Tensors.*;

import java.util.concurrent.TimeUnit;
import jacobi.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Work on four numbers: what an operation costs besides arithmetic. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SmallBenchmark {
    private final Tensor a = arange(4.0), b = ones(4), x = arange(4.0).requiresGrad_(true);

    @Benchmark
    public Tensor add4() {
        return a.add(b);
    }

    @Benchmark
    public Tensor gradient4() {
        dot(x, x).mul(2).backward();
        Tensor grad = x.grad();
        grad.zero_();
        return grad;
    }
}
