package jacobi.calculus;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.tensor.Tensor;

/**
 * One computation as two kinds of graph.
 *
 * @param explicit declared first and the same for whatever is fed: a static graph
 * @param implicit recorded by the tensors while they computed, anew in every run: a dynamic graph
 * @param result what both computed
 */
public record GraphComparison(GraphDrawing explicit, GraphDrawing implicit, Tensor result)
        implements DisplayDataRenderable {
    private static final String EXPLICIT = "explicit, static: declared, then run with feed";
    private static final String IMPLICIT = "implicit, dynamic: recorded while computing";

    /** Both pictures side by side in HTML. */
    public String toHtml() {
        return "<div style=\"display: flex; gap: 3em; align-items: flex-start\">\n"
                + figure(EXPLICIT, explicit)
                + figure(IMPLICIT, implicit)
                + "</div>";
    }

    private static String figure(String caption, GraphDrawing drawing) {
        return "<figure style=\"margin: 0\"><figcaption>" + caption + "</figcaption>\n" + drawing.toSvg()
                + "</figure>\n";
    }

    @Override
    public String toString() {
        return EXPLICIT + "\n" + explicit.toString().indent(2) + IMPLICIT + "\n"
                + implicit.toString().indent(2) + "result: " + result;
    }

    @Override
    public void render(RenderContext context) {
        context.renderIfRequested(MIMEType.TEXT_HTML, this::toHtml);
        context.renderIfRequested(MIMEType.TEXT_PLAIN, this::toString);
    }
}
