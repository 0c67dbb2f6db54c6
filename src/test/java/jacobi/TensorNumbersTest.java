package jacobi;

import static jacobi.plot.Plots.plot;
import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Row C7: figures take tensors, views and tensors with gradients among them. */
class TensorNumbersTest {

    @Test
    void functionAndItsTangentFromTensors() {
        Tensor x = arange(0, 3, 0.1);
        Tensor fx = x.pow(2).mul(3).sub(x.mul(4));
        Tensor line = x.mul(2).sub(3);
        assertThat(plot(x, List.of(fx, line)).xlabel("x").ylabel("f(x)").legend("f(x)", "Tangent line (x=1)"))
                .hasToString("Figure: f(x), Tangent line (x=1); x 0..2.9");
    }

    @Test
    void rowsOfAMatrixAreSeries() {
        Tensor y = arange(6).reshape(2, 3);
        assertThat(plot(y).toSvg())
                .isEqualTo(plot(new double[][] {{0, 1, 2}, {3, 4, 5}}).toSvg());
        assertThat(plot(y.T()).toSvg())
                .isEqualTo(plot(new double[][] {{0, 3}, {1, 4}, {2, 5}}).toSvg());
    }

    @Test
    void listsOfScalarTensorsAreOneSeries() {
        List<Tensor> losses = List.of(tensor(3.0), tensor(2.0), tensor(1.0));
        assertThat(plot(losses).toSvg()).isEqualTo(plot(new double[] {3, 2, 1}).toSvg());
    }

    @Test
    void gradientsAreOfNoConcern() {
        Tensor x = arange(4.0).requiresGrad_(true);
        assertThat(plot(x, x.mul(x)).toSvg())
                .isEqualTo(plot(new double[] {0, 1, 2, 3}, new double[] {0, 1, 4, 9})
                        .toSvg());
    }
}
