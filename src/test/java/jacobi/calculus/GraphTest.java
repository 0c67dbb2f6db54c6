package jacobi.calculus;

import static jacobi.calculus.Calculus.graph;
import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.manualSeed;
import static jacobi.tensor.Tensors.ones;
import static jacobi.tensor.Tensors.randn;
import static jacobi.tensor.Tensors.tensor;
import static jacobi.tensor.Tensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.display.Screen;
import jacobi.plot.Plots;
import jacobi.tensor.Tensor;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

@DisplayName("G8: the graph of an expression, implicit and explicit")
class GraphTest {

    /** A two-layer perceptron on three examples of four numbers. */
    static Tensor perceptron(Map<String, Tensor> names) {
        Tensor hidden =
                names.get("X").matmul(names.get("W1")).add(names.get("b1")).relu();
        Tensor out = hidden.matmul(names.get("W2")).add(names.get("b2"));
        return out.sub(names.get("y")).square().mean();
    }

    static Map<String, Tensor> weights() {
        manualSeed(0);
        return Map.of(
                "X", randn(3, 4),
                "W1", randn(4, 5).requiresGrad_(true),
                "b1", zeros(5).requiresGrad_(true),
                "W2", randn(5, 2).requiresGrad_(true),
                "b2", zeros(2).requiresGrad_(true),
                "y", ones(3, 2));
    }

    @Test
    void leavesOperationsShapesAndValues() {
        Tensor x = arange(4.0).requiresGrad_(true);
        Tensor y = x.dot(x).mul(2);
        assertThat(graph(y, Map.of("x", x))).hasToString("""
            x  (4,) float32  [0., 1., 2., 3.]
            DotBackward0 ← x, x  ()
            constant  ()  2
            MulBackward0 ← DotBackward0, constant  ()  28.\
            """);
        y.backward();
        assertThat(graph(y, Map.of("x", x)).toString()).contains("grad = [ 0.,  4.,  8., 12.]");
        assertThat(graph(x).toString()).startsWith("leaf");
        assertThatThrownBy(() -> graph(arange(3.0))).hasMessageContaining("requiresGrad_(true)");
    }

    @Test
    void graphsAreSavedAsFiguresAre(@TempDir Path folder) throws Exception {
        GraphDrawing drawing = graph(perceptron(weights()));
        Path file = drawing.savefig(folder.resolve("graph.svg").toString());
        assertThat(file).content().contains(">ReluBackward0<");
        assertThat(ImageIO.read(drawing.savefig(folder.resolve("graph.png").toString())
                                .toFile())
                        .getWidth())
                .isGreaterThan(100);
    }

    @Test
    void aPerceptronIsDrawnWithoutCrossings() throws Exception {
        Map<String, Tensor> w = weights();
        GraphDrawing drawing = graph(perceptron(w), w);
        assertThat(drawing.crossings()).isZero();
        String svg = drawing.toSvg();
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg)
                .contains(">W1<")
                .contains(">ReluBackward0<")
                .contains(">MeanBackward0<")
                .contains("(4, 5)");
        MimeBundle shown = Displays.render(drawing);
        assertThat(shown.data()).containsKeys("image/svg+xml", "text/plain");
        assertThat(graph(perceptron(weights())).toSvg())
                .as("the same in every run")
                .isEqualTo(graph(perceptron(weights())).toSvg());
    }

    @Test
    void aValueUsedTwiceHasTwoArrowsApart() {
        Tensor x = arange(4.0).requiresGrad_(true);
        List<String> arrows = arrows(graph(x.dot(x), Map.of("x", x)).toSvg());
        assertThat(arrows).hasSize(2).doesNotHaveDuplicates();
        Tensor three = x.dot(x).add(x.sum());
        assertThat(arrows(graph(three, Map.of("x", x)).toSvg())).hasSize(5).doesNotHaveDuplicates();
    }

    private static List<String> arrows(String svg) {
        return Pattern.compile("<path d=\"(M[^\"]*C[^\"]*)\"")
                .matcher(svg)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aGraphIsMeasuredInPointsAsFiguresAre() {
        String alone = graph(tensor(3.0).requiresGrad_(true).square()).toSvg();
        assertThat(alone).containsPattern("^<svg [^>]*width=\"[0-9.]+pt\" height=\"[0-9.]+pt\"");
        Graph g = new Graph();
        Graph.Value x = g.placeholder("x");
        Graph.Value y = x.mul(x);
        String both = g.compare(y, Map.of("x", tensor(2.0))).toSvg();
        assertThat(both.split("<svg ")[1]).containsPattern("width=\"[0-9.]+pt\" height=\"[0-9.]+pt\"");
        assertThat(both.split("<svg ")[2])
                .as("inside, a point is the unit already")
                .containsPattern("width=\"[0-9.]+\" height=\"[0-9.]+\"");
    }

    @Test
    void deepGraphsCostNoStack() {
        Tensor x = tensor(1.0).requiresGrad_(true);
        Tensor y = x;
        for (int i = 0; i < 300; i++) {
            y = y.add(x);
        }
        assertThat(graph(y).toString().lines()).hasSize(301);
    }

    @Test
    void aGraphIsDrawnInTheThemeItIsMadeIn() {
        Plots.useTheme("dark");
        String dark;
        try {
            dark = graph(tensor(3.0).requiresGrad_(true).square()).toSvg();
        } finally {
            Plots.useTheme("light");
        }
        assertThat(dark).contains("fill=\"#111111\"").doesNotContain("#ffffff", "#222222", "#555555");
        assertThat(graph(tensor(3.0).requiresGrad_(true).square()).toSvg()).contains("fill=\"#ffffff\"");
    }

    @Test
    void animationGoesForwardThenBack() {
        Tensor x = tensor(3.0).requiresGrad_(true);
        GraphDrawing drawing = graph(x.square().mul(x).exp(), Map.of("x", x));
        List<String> pictures = new ArrayList<>();
        Displays.screen(new Screen() {
            @Override
            public void show(MimeBundle bundle, String displayId) {
                pictures.add(String.valueOf(bundle.data().get("image/svg+xml")));
            }

            @Override
            public void update(MimeBundle bundle, String displayId) {
                pictures.add(String.valueOf(bundle.data().get("image/svg+xml")));
            }

            @Override
            public void clear(boolean wait) {
                throw new AssertionError("frames replace each other");
            }
        });
        Tensor z = tensor(2.0).requiresGrad_(true);
        GraphDrawing cube = graph(z.square().mul(z), Map.of("z", z));
        cube.animate(0);
        assertThat(pictures).as("three boxes forward, three back").hasSize(6);
        assertThat(pictures.get(0)).doesNotContain("grad");
        assertThat(pictures.get(5)).contains(">grad = 12.<");
        assertThat(z.grad()).as("leaves keep what gradient they have").isNull();
        assertThat(drawing.frames()).hasSize(8);
    }

    @Test
    void declaredGraphsRunWhenFed() {
        Graph g = new Graph();
        Graph.Value x = g.placeholder("x");
        Graph.Value w = g.placeholder("w");
        Graph.Value y = x.mul(w).sum();
        Graph.Value unused = g.placeholder("unused");
        assertThat(y).hasToString("sum(mul(x, w))");
        Map<String, Tensor> feed = Map.of("x", tensor(new double[] {1, 2}), "w", tensor(new double[] {3, 4}));
        assertThat(g.run(y, feed)).hasToString("tensor(11.)");
        assertThat(g.run(y, Map.of("x", tensor(1.0), "w", tensor(5.0)))).hasToString("tensor(5.)");
        assertThat(g.gradients(y, feed).toString()).isEqualTo("{x=tensor([3., 4.]), w=tensor([1., 2.])}");
        assertThat(g.compare(y, feed)).hasToString("""
            explicit, static: declared, then run with feed
              x  placeholder
              w  placeholder
              mul ← x, w
              sum ← mul
              unused  placeholder
            implicit, dynamic: recorded while computing
              x  (2,) float32  [1., 2.]
              w  (2,) float32  [3., 4.]
              MulBackward0 ← x, w  (2,)
              SumBackward0 ← MulBackward0  ()  11.
            result: tensor(11.)\
            """);
        assertThat(g.compare(y, feed).toSvg().split("<svg ")).hasSize(4);
        assertThat(g.draw().toString()).startsWith("x  placeholder\nw  placeholder\nmul ← x, w");
        assertThatThrownBy(() -> g.run(unused, feed)).hasMessageContaining("nothing was fed to unused");
        assertThatThrownBy(() -> g.run(y, Map.of("x", ones(2), "w", ones(3))))
                .hasMessageContaining("run: in mul(x, w), declared earlier: mul");
        assertThatThrownBy(() -> g.draw().animate()).hasMessageContaining("declared, not run");
        assertThatThrownBy(() -> new Graph().placeholder("a").add(x)).hasMessageContaining("different graphs");
    }
}
