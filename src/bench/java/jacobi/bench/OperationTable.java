package jacobi.bench;

import static jacobi.nn.Functional.*;
import static jacobi.tensor.DType.*;
import static jacobi.tensor.Tensors.*;

import jacobi.nn.BatchNorm2d;
import jacobi.nn.LayerNorm;
import jacobi.optim.*;
import jacobi.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Times many operations in one JVM, as one notebook calls them; {@code operations.py} times the same ones in PyTorch.
 * Prints one JSON object, microseconds by name; arguments are names to time, all without any.
 */
public final class OperationTable {
    private static final double SECONDS = 0.3;
    private static final boolean BUSY = Boolean.getBoolean("jacobi.bench.busy");
    private static volatile Object sink;

    private final Map<String, Supplier<?>> works = new LinkedHashMap<>();

    private OperationTable() {
        manualSeed(1);
        Tensor x = randn(1 << 20), y = randn(1 << 20);
        Tensor a = randn(1000, 1000), b = randn(1000, 1000), row = randn(1000), column = randn(1000, 1);
        works.put("x + y", () -> x.add(y));
        works.put("3 * x ** 2 - 4 * x", () -> x.pow(2).mul(3).sub(x.mul(4)));
        works.put("a + row", () -> a.add(row));
        works.put("a + column", () -> a.add(column));
        works.put("a.T + b", () -> a.T().add(b));
        works.put("a.T + b.T", () -> a.T().add(b.T()));
        works.put("exp(a.T)", () -> a.T().exp());
        works.put("x > 0", () -> x.gt(0));
        works.put("x == y", () -> x.eq(y));
        works.put("x ** 2.5", () -> x.abs().pow(2.5));
        works.put("x ** y", () -> x.abs().pow(y));
        works.put("x to float64", () -> x.to(float64));
        works.put("x to int64", () -> x.to(int64));
        Tensor mask = x.gt(0), whole = randint(0, 10, 1 << 20);
        works.put("mask to float32", () -> mask.to(float32));
        works.put("where", () -> where(mask, x, y));
        works.put("maskedFill", () -> x.maskedFill(mask, 0));
        works.put("x[mask]", () -> x.get(mask));
        works.put("whole + 1", () -> whole.add(1));
        works.put("whole % 3", () -> whole.remainder(3));
        works.put("whole == 3", () -> whole.eq(3));

        works.put("sum", () -> x.sum());
        works.put("a.sum(0)", () -> a.sum(0));
        works.put("a.sum(1)", () -> a.sum(1));
        works.put("a.T.sum(0)", () -> a.T().sum(0));
        works.put("a.T.sum(1)", () -> a.T().sum(1));
        Tensor cube = randn(100, 100, 100);
        works.put("cube.sum(1)", () -> cube.sum(1));
        works.put("cube.sum(0, 2)", () -> cube.sum(new int[] {0, 2}));
        works.put("a.mean(0)", () -> a.mean(0));
        works.put("a.var(0)", () -> a.var(0));
        works.put("a.std(1)", () -> a.std(1));
        works.put("norm", () -> x.norm());
        works.put("a.norm(1)", () -> a.norm(2, 1));
        works.put("a.amax(0)", () -> a.amax(0));
        works.put("a.max(1)", () -> a.max(1));
        works.put("a.argmax(0)", () -> a.argmax(0));
        works.put("a.argmax(1)", () -> a.argmax(1));
        works.put("argmax", () -> x.argmax());
        works.put("mask.sum()", () -> mask.sum());
        works.put("whole.sum()", () -> whole.sum());
        works.put("cumsum", () -> x.cumsum(0));
        works.put("a.cumsum(0)", () -> a.cumsum(0));
        works.put("a.cumsum(1)", () -> a.cumsum(1));
        works.put("cumprod", () -> x.cumprod(0));
        works.put("softmax", () -> a.softmax(1));
        works.put("softmax(0)", () -> a.softmax(0));
        works.put("logSoftmax", () -> a.logSoftmax(1));
        Tensor classes = randint(0, 1000, 1000);
        works.put("crossEntropy", () -> crossEntropy(a, classes));

        works.put("clone", () -> x.clone());
        works.put("a.T.contiguous()", () -> a.T().contiguous());
        works.put("cube permuted", () -> cube.permute(2, 0, 1).contiguous());
        Tensor places = randperm(1000);
        works.put("indexSelect(0)", () -> a.indexSelect(0, places));
        works.put("indexSelect(1)", () -> a.indexSelect(1, places));
        Tensor table = randint(0, 1000, 1000, 1000);
        works.put("gather(1)", () -> a.gather(1, table));
        works.put("scatterAdd(1)", () -> a.scatterAdd(1, table, b));
        works.put("oneHot", () -> oneHot(classes, 1000));
        works.put("cat(0)", () -> cat(List.of(a, b), 0));
        works.put("cat(1)", () -> cat(List.of(a, b), 1));
        works.put("stack(1)", () -> stack(List.of(a, b), 1));
        works.put("flip", () -> a.flip(1));
        works.put("roll", () -> x.roll(3));
        works.put("triu", () -> a.triu());
        works.put("sort", () -> x.sort());
        works.put("topk", () -> x.topk(10));

        works.put("randn", () -> randn(1 << 20));
        works.put("rand", () -> rand(1 << 20));
        works.put("randperm", () -> randperm(1 << 20));
        works.put("arange", () -> arange(1 << 20));
        works.put("ones", () -> ones(1 << 20));

        Tensor p = randn(500, 500), q = randn(500, 500), v = randn(500);
        works.put("p @ q", () -> p.matmul(q));
        works.put("p.T @ q", () -> p.T().matmul(q));
        works.put("p @ q.T", () -> p.matmul(q.T()));
        works.put("p @ v", () -> p.matmul(v));
        works.put("p.T @ v", () -> p.T().matmul(v));
        Tensor l = randn(1000, 8, 8), r = randn(1000, 8, 8);
        works.put("bmm of 8 by 8", () -> l.bmm(r));
        works.put("einsum bij,bkj->bik", () -> einsum("bij,bkj->bik", l, r));
        works.put("outer", () -> outer(row, row));
        Tensor images = randn(32, 3, 32, 32), filters = randn(8, 3, 3, 3);
        works.put("conv2d, stride 2", () -> conv2d(images, filters, null, 2, 1));
        works.put("unfold", () -> unfold(images, 3));
        works.put("x[i][j], 10000 times", () -> {
            double s = 0;
            for (int i = 0; i < 100; i++) {
                for (int j = 0; j < 100; j++) {
                    s += a.get(i).get(j).item().doubleValue();
                }
            }
            return s;
        });
        // Not x itself, whose numbers would grow out of what the other rows are to show.
        Tensor changed = x.clone();
        works.put("x += 0.1 y", () -> noGrad(() -> changed.add_(y, 0.1)));
        works.put("x *= 1", () -> changed.mul_(1));
        Tensor u = randn(1 << 20).requiresGrad_(true);
        works.put("(u * y).sum() and gradient", through(() -> u.mul(y), u));
        layers(x, y, u, row.numel(), classes);
        works.putAll(TrainingSteps.all());
    }

    /** Functions of networks, and how optimisers change a parameter. */
    private void layers(Tensor x, Tensor y, Tensor u, int n, Tensor classes) {
        Tensor positive = x.abs(), tokens = randn(32, 64, 256), words = randint(0, 5000, 32, 64);
        Tensor vectors = randn(5000, 256), maps = randn(32, 32, 28, 28);
        works.put("tanh", () -> x.tanh());
        works.put("sigmoid", () -> x.sigmoid());
        works.put("log1p", () -> positive.log1p());
        works.put("expm1", () -> x.expm1());
        works.put("erf", () -> x.erf());
        works.put("atan2", () -> x.atan2(y));
        works.put("rsqrt", () -> positive.rsqrt());
        works.put("softplus", () -> softplus(x));
        works.put("silu", () -> silu(x));
        works.put("gelu", () -> gelu(x));
        works.put("elu", () -> elu(x));
        works.put("leakyRelu", () -> leakyRelu(x));
        works.put("dropout", () -> dropout(x, 0.5));
        works.put("layerNorm", () -> layerNorm(tokens, 1, null, null));
        works.put("embedding", () -> embedding(words, vectors));
        works.put("maxPool2d", () -> maxPool2d(maps, 2));
        works.put("avgPool2d", () -> avgPool2d(maps, 2));
        Tensor seen = tokens.clone().requiresGrad_(true), scores = randn(n, n).requiresGrad_(true);
        works.put("gelu and gradient", through(() -> gelu(u), u));
        works.put("silu and gradient", through(() -> silu(u), u));
        works.put("softplus and gradient", through(() -> softplus(u), u));
        works.put("tanh and gradient", through(() -> u.tanh(), u));
        works.put("softmax and gradient", through(() -> seen.softmax(-1), seen));
        works.put("crossEntropy and gradient", through(() -> crossEntropy(scores, classes), scores));
        LayerNorm norm = new LayerNorm(256);
        works.put("layerNorm and gradient", through(() -> norm.forward(seen), seen, norm.weight, norm.bias));
        Tensor seenMaps = maps.clone().requiresGrad_(true);
        BatchNorm2d batchNorm = new BatchNorm2d(32);
        works.put(
                "batchNorm and gradient",
                through(() -> batchNorm.forward(seenMaps), seenMaps, batchNorm.weight, batchNorm.bias));
        Tensor learned = vectors.clone().requiresGrad_(true);
        works.put("embedding and gradient", through(() -> embedding(words, learned), learned));
        works.put("cat and gradient", through(() -> cat(List.of(scores, scores), 1), scores));
        Tensor q = head(), k = head(), v = head();
        works.put(
                "attention and gradient",
                through(
                        () -> q.matmul(k.transpose(-2, -1))
                                .div(Math.sqrt(q.size(-1)))
                                .softmax(-1)
                                .matmul(v),
                        q,
                        k,
                        v));
        works.put("SGD, momentum", update(w -> new SGD(w, 0.01, 0.9)));
        works.put("Adam", update(w -> new Adam(w)));
        works.put("AdamW", update(w -> new AdamW(w)));
        works.put("RMSprop", update(w -> new RMSprop(w)));
    }

    private static Tensor head() {
        return randn(32, 4, 64, 32).requiresGrad_(true);
    }

    /** A pass forward and backward, to the inputs that want it and to the parameters. */
    private static Supplier<?> through(Supplier<Tensor> forward, Tensor... inputs) {
        return () -> {
            Tensor y = forward.get();
            y.sum().backward();
            for (Tensor x : inputs) {
                x.grad(null);
            }
            return y;
        };
    }

    private static Supplier<?> update(Function<List<Tensor>, Optimizer> optimizer) {
        Tensor w = randn(1 << 20).requiresGrad_(true);
        w.grad(randn(1 << 20));
        Optimizer made = optimizer.apply(List.of(w));
        return () -> {
            made.step();
            return w;
        };
    }

    /**
     * The fastest of many turns: what the machine's other work adds is not ours. Short work is timed many at a time, as
     * {@code pytorch.py} does: asking for the time takes a microsecond.
     */
    private static double micros(Supplier<?> work) {
        long best = Long.MAX_VALUE, now = nanos(), end = now + (long) (SECONDS * 1e9);
        for (int i = 0; i < 5; i++) {
            sink = work.get();
        }
        int inner = nanos() - now > 500_000 ? 1 : 200;
        while (now < end) {
            long start = nanos();
            for (int i = 0; i < inner; i++) {
                sink = work.get();
            }
            now = nanos();
            best = Math.min(best, (now - start) / inner);
        }
        return best / 1e3;
    }

    /**
     * The time, or on a machine that is not quiet, where {@code compare --busy} asks for it, what this thread had of a
     * processor.
     */
    private static long nanos() {
        return BUSY ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
    }

    public static void main(String[] names) {
        Map<String, Supplier<?>> works = new OperationTable().works;
        if (names.length > 0) {
            works.keySet().retainAll(List.of(names));
        }
        // Twice for the compiler, which works in the background.
        for (int i = 0; i < 2; i++) {
            works.values().forEach(OperationTable::micros);
        }
        StringJoiner json = new StringJoiner(", ", "{", "}");
        works.forEach((name, work) -> json.add('"' + name + "\": " + micros(work)));
        System.out.println(json);
    }
}
