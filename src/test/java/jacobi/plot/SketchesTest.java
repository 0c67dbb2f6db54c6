package jacobi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.plot.axis.Scale;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Extent;
import jacobi.plot.mark.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures a class expects, drawn not copied: what they say. */
class SketchesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1:3, :   | (2, 4)
        -1       | (4,)
        1, 2     | ()
        :, 1     | (3,)
        ::2      | (2, 4)
        0:2, 1:2 | (2, 1)
        -2:      | (2, 4)
        5:       | (0, 4)
        """)
    void indexTakesTheShapePyTorchTakes(String index, String shape) {
        assertThat(Sketches.drawIndexing(3, 4, index))
                .hasToString("Diagram: X[" + index + "] takes shape " + shape + " of (3, 4)");
    }

    @Test
    void wrongIndicesAreExplained() {
        assertThatThrownBy(() -> Sketches.drawIndexing(3, 4, "3"))
                .hasMessage("drawIndexing: index 3 is out of bounds for axis 0 of size 3; expected -3 to 2");
        assertThatThrownBy(() -> Sketches.drawIndexing(3, 4, "a:b")).hasMessageContaining("found \"a:b\"");
        assertThatThrownBy(() -> Sketches.drawIndexing(3, 4, "::-1")).hasMessageContaining("a step of 1 or more");
    }

    @Test
    void eigenvectorsOfTheBooksMatrix() {
        assertThat(Sketches.drawEigenvectors(new double[][] {{2, 1}, {1, 2}}).toString())
                .contains("λ = 3: direction (0.707, 0.707)", "λ = 1: direction (0.707, −0.707)");
        assertThat(Sketches.drawEigenvectors(new double[][] {{0, -1}, {1, 0}}).axes().state.title)
                .isEqualTo("every direction turns");
        assertThat(Sketches.drawEigenvectors(new double[][] {{2, 0}, {0, 2}}).toString())
                .contains("λ = 2: direction (1, 0)", "λ = 2: direction (0, 1)");
    }

    @Test
    void areasOfAMovedPlane() {
        assertThat(Sketches.drawTransform(new double[][] {{0, 2}, {1, 0}}).toString())
                .contains("after: areas times 2, turned over");
    }

    @ParameterizedTest
    @CsvSource({"2,1,1,2", "0,2,1,0", "1,2,3,4", "0.5,0.25,0,0.5", "10,3,1,20", "0,-1,1,0", "123,0,0,150"})
    void labelsOfAMovedPlaneStayOnThePageAndOffTheNeighbour(double a, double b, double c, double d) {
        Figure figure = Sketches.drawTransform(new double[][] {{a, b}, {c, d}});
        List<Box> frames = Drawn.frames(figure);
        List<Box> labels = Drawn.texts(figure, "end");
        assertThat(labels).hasSizeGreaterThan(5);
        assertThat(labels).allSatisfy(label -> {
            assertThat(label.left()).isGreaterThan(0);
            assertThat(label.right() < frames.get(0).left()
                            || label.left() > frames.get(0).right())
                    .isTrue();
        });
    }

    @Test
    void theLegendOfSecantsStandsBesideThem() {
        Figure figure = Sketches.drawSecants(x -> 3 * x * x - 4 * x, 1);
        Box frame = Drawn.frames(figure).get(0);
        List<Box> names = Drawn.texts(figure, "start");
        assertThat(names).hasSize(5).allSatisfy(name -> assertThat(name.left()).isGreaterThan(frame.right()));
        assertThat(names)
                .allSatisfy(name ->
                        assertThat(name.right()).isLessThan(Drawn.page(figure).right()));
    }

    @Test
    void noArrowOfAGradientIsCutAtTheFrame() {
        Figure figure = Sketches.drawGradients((x, y) -> Math.sin(x) + y * y * y, List.of(-3, 3), List.of(-2, 2));
        Axes axes = figure.axes();
        Mark arrows = axes.state.marks.get(axes.state.marks.size() - 1);
        Extent reach = arrows.extent(Scale.LINEAR, Scale.LINEAR);
        assertThat(axes.xSpan().contains(reach.x().lo())
                        && axes.xSpan().contains(reach.x().hi()))
                .isTrue();
        assertThat(axes.ySpan().contains(reach.y().lo())
                        && axes.ySpan().contains(reach.y().hi()))
                .isTrue();
        assertThat(reach.y().hi()).as("the tips, not only the tails, at 1.6").isGreaterThan(1.7);
    }

    @Test
    void secantsCloseOnTheTangent() {
        assertThat(Sketches.drawSecants(x -> 3 * x * x - 4 * x, 1).toString())
                .contains("h = 1: slope 5", "h = 0.5: slope 3.5", "h = 0.1: slope 2.3", "tangent: slope 2");
    }

    @Test
    void subderivativesOfACorner() {
        assertThat(Sketches.drawSubderivatives(Math::abs, 0).toString()).contains("slopes −1 to 1");
        assertThat(Sketches.drawSubderivatives(x -> Math.max(0, x), 0).toString())
                .contains("slopes 0 to 1");
        assertThatThrownBy(() -> Sketches.drawSubderivatives(x -> -Math.abs(x), 0))
                .hasMessageContaining("no line touches the function from below there");
    }

    @Test
    void arraysTellTheirShape() {
        assertThat(Sketches.drawArray(2, 3, 4)).hasToString("Diagram: 3-d array of shape (2, 3, 4)");
        assertThat(Sketches.drawTensor(new int[] {1, 2})).hasToString("Diagram: vector of shape (2,)");
        assertThat(Sketches.drawArray(2, 3, 2, 3, 4)).hasToString("Diagram: 5-d array of shape (2, 3, 2, 3, 4)");
        assertThat(Sketches.drawArray(2, 3, 2, 3, 4).toSvg())
                .contains(">axis 0: 2<", ">axis 1: 3<", ">axis 2: 2<", ">axis 3: 3<", ">axis 4: 4<");
        assertThatThrownBy(() -> Sketches.drawArray(100)).hasMessageContaining("draw a part of the array");
        assertThatThrownBy(() -> Sketches.drawArray(1, 1, 1, 1, 1, 1))
                .hasMessage("drawArray: expected up to five axes, found 6");
    }

    @Test
    void sideBySideShowsDiagramsInOneRow() {
        Diagram row = Sketches.sideBySide(Sketches.drawArray(), Sketches.drawArray(3, 4));
        assertThat(row).hasToString("Diagram: scalar of shape () | matrix of shape (3, 4)");
        assertThat(row.toSvg()).contains(">axis 0: 3<", "translate(");
        assertThatThrownBy(Sketches::sideBySide).hasMessageStartingWith("sideBySide: expected diagrams, found none");
    }

    @Test
    void sumOfVectorsOfThePlaneOnly() {
        assertThat(Sketches.drawSum(new int[] {2, 1}, new int[] {1, 2}).toString())
                .contains("u + v = (3, 3)");
        assertThat(Sketches.drawSum(new int[] {2, 1}, new int[] {4, 2}).toSvg())
                .as("vectors of one direction")
                .contains(">u<", ">v<")
                .doesNotContain("NaN");
        assertThatThrownBy(() -> Sketches.drawSum(new int[] {1, 2, 3}, new int[] {1, 2}))
                .hasMessage("u: expected a vector of the plane, two numbers, found 3 numbers");
    }

    @Test
    void onDarkPaperPaleCellsTurnDarkAndGrayWordsLight() {
        Plots.useTheme("dark");
        try {
            assertThat(Sketches.drawArray(2, 3).toSvg())
                    .contains("fill=\"#111111\"", "fill=\"#9c9c9c\"")
                    .doesNotContain("#dbe9f6", "#595959", "#1f77b4");
        } finally {
            Plots.useTheme("light");
        }
    }
}
