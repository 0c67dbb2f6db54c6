package jacobi;

import jacobi.tensor.Tensor;
import java.util.function.Function;

/** A reference solution that is a class. */
public final class Doubling implements Function<Tensor, Tensor> {
    @Override
    public Tensor apply(Tensor x) {
        return x.mul(2);
    }

    public static Tensor sum(Tensor x, Tensor y) {
        return x.add(y).mul(2);
    }

    public static Tensor sumOfFour(Tensor a, Tensor b, Tensor c, Tensor d) {
        return a.add(b).add(c).add(d);
    }
}
