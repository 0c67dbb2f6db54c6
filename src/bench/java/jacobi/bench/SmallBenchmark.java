package jacobi.bench;

import static jacobi.tensor.Tensors.*;

import jacobi.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Work on four numbers: what an operation costs besides arithmetic. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SmallBenchmark {
    private final Tensor a = arange(4.0), b = ones(4), x = arange(4.0).requiresGrad_(true);

    /** Many at a time, as the clock is coarser than one. */
    private static final int TIMES = 1000;

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public void add4(Blackhole hole) {
        for (int i = 0; i < TIMES; i++) {
            hole.consume(a.add(b));
        }
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public void gradient4(Blackhole hole) {
        for (int i = 0; i < TIMES; i++) {
            Tensor y = dot(x, x).mul(2);
            y.backward();
            x.grad().zero_();
            hole.consume(y);
        }
    }
}
