package jacobi.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.plot.Animation;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import org.junit.jupiter.api.Test;

class DemonstrationsTest {

    @Test
    void aDescentHasAFigureForEachStepAndStopsWhereItRunsAway() {
        Animation descent = Demonstrations.animateDescent("x^2", 10, 0.2, 5);
        assertThat(descent.size()).isEqualTo(6);
        assertThat(descent.toSvg(1)).contains("step 1: x = 6");
        assertThat(Demonstrations.animateDescent(x -> x * x, 10, 0.2, 5).toSvg(1))
                .contains("step 1: x = 6");
        assertThat(Demonstrations.animateDescent("x^2", 10, 30, 100).size()).isLessThan(10);
        assertThatThrownBy(() -> Demonstrations.animateDescent("x^2", 10, 0.2, 0))
                .hasMessageContaining("expected 1 to 200 steps, found 0");
    }

    @Test
    void momentumIsShownBesideDescentWithoutIt() {
        Animation way =
                Demonstrations.animateMomentum((a, b) -> 0.1 * a * a + 2 * b * b, new double[] {-5, -2}, 0.4, 0.5, 6);
        assertThat(way.size()).isEqualTo(7);
        assertThat(way.toSvg(6)).contains("momentum 0.5").contains("without momentum");
    }

    @Test
    void secantsEndNearTheTangent() {
        Animation secants = Demonstrations.animateSecants("x^2", 1);
        assertThat(secants.toSvg(0)).contains("secant, slope 4<").contains("tangent, slope 2<");
        assertThat(secants.toSvg(secants.size() - 1)).contains("secant, slope 2.0");
    }

    @Test
    void aKernelVisitsEveryPlace() {
        double[][] x = {{0, 1, 2}, {3, 4, 5}, {6, 7, 8}};
        Animation convolution = Demonstrations.animateConvolution(x, new double[][] {{0, 1}, {2, 3}});
        assertThat(convolution.size()).isEqualTo(4);
        assertThat(convolution.toSvg(0)).contains(">19<").doesNotContain(">25<");
        assertThat(convolution.toSvg(3)).contains(">19<", ">25<", ">37<", ">43<");
    }

    @Test
    void eigenvaluesStandSortedOnTheDiagonal() {
        Tensor a = Tensors.tensor(new double[][] {{1, 2, 0}, {2, 3, 1}, {0, 1, 5}});
        Animation sorted = Demonstrations.animateEigenvalues(a, 60);
        double[] exact = jacobi.linalg.Linalg.eigvalsh(a).toDoubleArray();
        assertThat(sorted.toSvg(60)).contains(">" + Numeral.text(exact[2]) + "<");
    }
}
