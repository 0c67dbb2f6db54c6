package jacobi.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The same work on DJL's PyTorch, for comparison. Results are closed at once, as its users must. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DjlBenchmark {

    @State(Scope.Thread)
    public static class Vectors {
        NDManager manager;
        NDArray a, b, x, large, other;

        @Setup
        public void make() {
            manager = NDManager.newBaseManager();
            a = manager.arange(4f);
            b = manager.ones(new Shape(4));
            x = manager.arange(4f);
            x.setRequiresGradient(true);
            large = manager.randomNormal(new Shape(1 << 20));
            other = manager.randomNormal(new Shape(1 << 20));
        }

        @TearDown
        public void close() {
            manager.close();
        }
    }

    @State(Scope.Thread)
    public static class Matrices {
        @Param({"256", "512", "1024"})
        int n;

        NDManager manager;
        NDArray a, b;

        @Setup
        public void make() {
            manager = NDManager.newBaseManager();
            a = manager.randomNormal(new Shape(n, n));
            b = manager.randomNormal(new Shape(n, n));
        }

        @TearDown
        public void close() {
            manager.close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(100)
    public void add4(Vectors v) {
        for (int i = 0; i < 100; i++) {
            v.a.add(v.b).close();
        }
    }

    @Benchmark
    public void gradient4(Vectors v) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector();
                NDArray dot = v.x.dot(v.x);
                NDArray y = dot.mul(2)) {
            collector.backward(y);
            v.x.getGradient().close();
        }
    }

    @Benchmark
    public void add1M(Vectors v) {
        v.large.add(v.other).close();
    }

    @Benchmark
    public void exp1M(Vectors v) {
        v.large.exp().close();
    }

    @Benchmark
    public void sum1M(Vectors v) {
        v.large.sum().close();
    }

    @Benchmark
    public void matmul(Matrices m) {
        m.a.matMul(m.b).close();
    }
}
