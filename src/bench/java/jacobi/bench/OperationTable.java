package jacobi.bench;

import static jacobi.nn.Functional.*;
import static jacobi.tensor.DType.*;
import static jacobi.tensor.Tensors.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;
import jacobi.tensor.Tensor;

/**
 * Times many operations in one JVM, as one notebook calls them; {@code operations.py} times the same ones in PyTorch. Prints one JSON object,
 * microseconds by name; arguments are names to time, all without any.
 */
public final class OperationTable {
    private static final double SECONDS = 0.3;
    private static volatile Object sink;

    private final Map<String, Supplier<?>> works = new LinkedHashMap<>();

    private OperationTable() {
        manualSeed(1);
        Tensor x = randn(1 << 20), y = randn(1 << 20);
        Tensor a = randn(1000, 1000), b = randn(1000, 1000), row = randn(1000), column = randn(1000, 1);
        works.put("x + y", () -> x.add(y));
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
            for (int i = 0; i < 100; i++) for (int j = 0; j < 100; j++) s += a.get(i).get(j).item().doubleValue();
            return s;
        });
        works.put("x += 0.1 y", () -> noGrad(() -> x.add_(y, 0.1)));
        works.put("x *= 1", () -> x.mul_(1));
        Tensor u = randn(1 << 20).requiresGrad_(true);
        works.put("(u * y).sum() and gradient", () -> {
            u.mul(y).sum().backward();
            u.grad().zero_();
            return u;
        });
    }

    /** The fastest of many turns: what the machine's other work adds is not ours. */
    private static double micros(Supplier<?> work) {
        long best = Long.MAX_VALUE, end = System.nanoTime() + (long) (SECONDS * 1e9);
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            sink = work.get();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / 1e3;
    }

    public static void main(String[] names) {
        Map<String, Supplier<?>> works = new OperationTable().works;
        if (names.length > 0) works.keySet().retainAll(List.of(names));
        // Twice for the compiler, which works in the background.
        for (int i = 0; i < 2; i++) works.values().forEach(OperationTable::micros);
        StringJoiner json = new StringJoiner(", ", "{", "}");
        works.forEach((name, work) -> json.add('"' + name + "\": " + micros(work)));
        System.out.println(json);
    }
}
