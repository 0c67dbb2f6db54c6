package jacobi.notation;

import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.ones;
import static jacobi.tensor.Tensors.tensor;

import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** What "earlier cells" declared before each cell of a test. */
public class Variables {
    public static Tensor x;
    public static Tensor y;
    public static Tensor w;
    public static Tensor a;
    public static Tensor b;
    public static Tensor X;
    public static Tensor Y;
    public static Tensor A;
    public static Tensor B;
    public static Tensor mask;
    public static Tensor loss;
    public static Object o2;
    public static int i;
    public static int j;
    public static int n;
    public static double lr;
    public static boolean flag;
    public static String s;
    public static List<String> words;
    public static int[] ints;
    public static List<List<Integer>> rows;

    /** Digits of calls in their order. */
    public static int trace;

    protected Variables() {}

    /** Gives every variable its value again. */
    static void reset() {
        x = tensor(1.0, 2, 4, 8);
        y = tensor(2.0, 2, 2, 2);
        w = tensor(1.0, -1);
        a = arange(3).reshape(3, 1);
        b = arange(2).reshape(1, 2);
        X = arange(12.0).reshape(3, 4);
        Y = tensor(new double[][] {{2, 1, 4, 3}, {1, 2, 3, 4}, {4, 3, 2, 1}});
        A = arange(20.0).reshape(5, 4);
        B = ones(4, 3);
        mask = tensor(false, true, false, true);
        loss = tensor(2.5);
        o2 = x;
        i = 1;
        j = 2;
        n = 3;
        lr = 0.1;
        flag = true;
        trace = 0;
        s = "hello";
        words = new ArrayList<>(List.of("a", "b", "c"));
        ints = new int[] {1, 2, 3, 4};
        rows = new ArrayList<>(List.of(new ArrayList<>(List.of(1, 2)), new ArrayList<>(List.of(3, 4))));
    }

    public static Tensor f(Tensor t) {
        return t.mul(t);
    }

    /** A number whose evaluation shows. */
    public static int next() {
        return --n;
    }

    /** A number whose place among the evaluations shows. */
    public static int nth(int k) {
        trace = trace * 10 + k;
        return k;
    }

    /** A tensor whose place among the evaluations shows. */
    public static Tensor nth(int k, Tensor t) {
        nth(k);
        return t;
    }
}
