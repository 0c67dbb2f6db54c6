package jacobi.lecture;

import static jacobi.lecture.Latex.latex;
import static jacobi.lecture.Workings.bayesTable;
import static jacobi.lecture.Workings.bayesTree;
import static jacobi.lecture.Workings.chainRule;
import static jacobi.lecture.Workings.eigenvalues2x2;
import static jacobi.lecture.Workings.gaussianElimination;
import static jacobi.lecture.Workings.gramSchmidt;
import static jacobi.lecture.Workings.powerIteration;
import static jacobi.tensor.Tensors.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.calculus.Calculus;
import jacobi.plot.film.Working;
import jacobi.probability.Joint;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** Computations by hand come to what the libraries compute, by steps that can be checked. */
class WorkingsTest {
    private static Tensor matrix(double[]... rows) {
        return tensor(rows);
    }

    @Test
    void aSystemIsSolvedRowByRow() {
        Working working = gaussianElimination(
                matrix(new double[] {2, 1, -1}, new double[] {-3, -1, 2}, new double[] {-2, 1, 2}),
                tensor(8.0, -11, -3));
        assertThat(working.result()).isEqualTo("x_{1} = 2, \\quad x_{2} = 3, \\quad x_{3} = -1");
        assertThat(working.steps().get(1).words()).isEqualTo("$R_{2} \\leftarrow R_{2} + \\frac{3}{2}\\,R_{1}$");
    }

    @Test
    void systemsWithoutOneSolutionSaySo() {
        double[][] singular = {{1, 2}, {2, 4}};
        assertThat(gaussianElimination(tensor(singular), tensor(1.0, 3)).result())
                .isEqualTo("0 = 1");
        assertThat(gaussianElimination(tensor(singular), tensor(1.0, 2)).result())
                .isEqualTo("x_{1} = 1 - 2\\,x_{2}");
    }

    @Test
    void aZeroPivotIsExchangedAndTheRankCounted() {
        Working working = gaussianElimination(matrix(new double[] {0, 2}, new double[] {1, 3}, new double[] {1, 5}));
        assertThat(working.steps().get(1).words()).isEqualTo("$R_{1} \\leftrightarrow R_{2}$");
        assertThat(working.result()).isEqualTo("\\mathrm{rank} = 2");
    }

    @Test
    void gramSchmidtGivesUnitVectorsAndNamesADependentOne() {
        Working working = gramSchmidt(matrix(new double[] {3, 1}, new double[] {4, 2}));
        assertThat(working.steps().get(1).formulas().get(0))
                .contains("\\|u_{1}\\| = 5")
                .contains("\\frac{1}{5}");
        assertThat(working.steps().get(2).formulas().get(0))
                .endsWith("\\begin{bmatrix} -8/25 \\\\ 6/25 \\end{bmatrix}");
        assertThat(gramSchmidt(matrix(new double[] {1, 2}, new double[] {1, 2})).toString())
                .contains("nothing is left: column 2 depends on those before it");
    }

    @Test
    void eigenvaluesByTheCharacteristicPolynomial() {
        assertThat(eigenvalues2x2(matrix(new double[] {2, 1}, new double[] {2, 3}))
                        .toString())
                .contains("λ^2 − 5 λ + 4 = 0")
                .contains("λ_1 = 4,  λ_2 = 1")
                .contains("v_1 = [1; 2]");
        assertThat(eigenvalues2x2(matrix(new double[] {0, -1}, new double[] {1, 0}))
                        .result())
                .isEqualTo("\\lambda = 0 \\pm i");
        assertThatThrownBy(() -> eigenvalues2x2(Tensors.eye(3)))
                .hasMessageContaining("expected a matrix of shape (2, 2)");
    }

    @Test
    void powerIterationComesToTheGreatestEigenvalue() {
        Working working = powerIteration(matrix(new double[] {2, 1}, new double[] {2, 3}), 12);
        assertThat(working.steps().get(12).formulas().get(0)).endsWith("= 4");
        assertThat(working.result()).endsWith("= 4");
    }

    @Test
    void theChainRuleHasTheShapesOfItsFactors() {
        Tensor w = matrix(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6});
        Working working = chainRule(tensor(1.0, -1), w::matmul, u -> u.sin(), v -> v.sum());
        assertThat(working.steps().get(4).formulas().get(0))
                .contains("\\underset{1 \\times 2}")
                .contains("\\underset{3 \\times 3}")
                .contains("\\underset{3 \\times 2}");
        assertThat(working.result()).matches("\\\\max \\|\\\\Delta\\| = (0|\\d.*10\\^\\{-[78]}).*");
    }

    @Test
    void bayesByTableAndByTree() {
        Joint joint = Joint.ofProbabilities(new double[] {0.01, 0.99}, Joint.randomVariable("H", 1, 0))
                .with(Joint.randomVariable("D", 1, 0), new double[][] {{0.99, 0.01}, {0.05, 0.95}}, "H");
        assertThat(bayesTable(joint, "H=1", "D=1").result()).endsWith("\\frac{0.0099}{0.0594} = 0.1667");
        assertThat(bayesTree(joint, "H=1", "D=1").frames()).hasSize(5);
        assertThat(bayesTree(joint, "H=1", "D=1")).hasToString("Tree of Bayes' rule: P(H=1 | D=1) = 0.1667");
        assertThatThrownBy(() -> bayesTable(joint, "H=2", "D=1")).hasMessageContaining("H=1|0");
    }

    @Test
    void valuesAsLatex() {
        assertThat(latex(tensor(0.1, 2)).plain())
                .isEqualTo("$\\displaystyle \\begin{bmatrix} 0.1 \\\\ 2 \\end{bmatrix}$");
        assertThat(latex(matrix(new double[] {1, 2}, new double[] {3, 0.5})).plain())
                .contains("1 & 2 \\\\ 3 & 0.5");
        assertThat(latex(Tensors.zeros(20, 20)).plain()).contains("\\cdots").contains("\\ddots");
        assertThat(latex(matrix(new double[] {1, -1}, new double[] {0, 2}), tensor(3.0, 4))
                        .plain())
                .contains("x_{1} - x_{2} &= 3 \\\\ 2\\,x_{2} &= 4");
        assertThat(latex(Calculus.parse("x^2/2")).plain()).contains("\\frac{x^{2}}{2}");
        assertThatThrownBy(() -> latex((Object) Boolean.TRUE)).hasMessageContaining("found Boolean");
    }
}
