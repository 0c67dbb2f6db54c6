package jacobi.bench;

import static jacobi.tensor.Tensors.*;

import java.util.concurrent.TimeUnit;
import jacobi.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Products of square float32 matrices. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MatmulBenchmark {
    @Param({"256", "512", "1024"})
    private int n;

    private Tensor a, b;

    @Setup
    public void matrices() {
        a = randn(n, n);
        b = randn(n, n);
    }

    @Benchmark
    public Tensor matmul() {
        return a.matmul(b);
    }
}
