package jacobi.bench;

import static jacobi.tensor.Tensors.*;

import java.util.concurrent.TimeUnit;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Arithmetic;
import jacobi.tensor.cpu.Exponentials;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Work on 2²⁰ float32 numbers; "loop" is the bare loop into an array that is there already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LargeBenchmark {
    private static final int N = 1 << 20;

    private final Tensor x = randn(N), y = randn(N);
    private final Tensor rows = randn(1000, 1000), row = randn(1000), places = randperm(1000);
    private final float[] p = x.toFloatArray(), q = y.toFloatArray(), out = new float[N];

    @Benchmark
    public Tensor add1M() {
        return x.add(y);
    }

    @Benchmark
    public Tensor exp1M() {
        return x.exp();
    }

    @Benchmark
    public Tensor sin1M() {
        return x.sin();
    }

    @Benchmark
    public Tensor addRow() {
        return rows.add(row);
    }

    @Benchmark
    public Tensor pickRows() {
        return rows.get(places);
    }

    @Benchmark
    public Tensor sum1M() {
        return x.sum();
    }

    @Benchmark
    public float[] loopAdd1M() {
        Arithmetic.add(p, 0, q, 0, out, 0, N);
        return out;
    }

    @Benchmark
    public float[] loopExp1M() {
        Exponentials.exp(p, 0, out, 0, N);
        return out;
    }
}
