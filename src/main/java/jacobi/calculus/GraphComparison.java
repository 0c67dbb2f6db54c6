package jacobi.calculus;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.image.SvgImage;
import jacobi.plot.Gallery;
import jacobi.tensor.Tensor;
import java.util.List;
import java.util.Set;

/**
 * One computation as two kinds of graph.
 *
 * @param explicit declared first and the same for whatever is fed: a static graph
 * @param implicit recorded by the tensors while they computed, and again in every run: a dynamic graph
 * @param result what both computed
 */
public record GraphComparison(GraphDrawing explicit, GraphDrawing implicit, Tensor result)
        implements DisplayDataRenderable {

    /** Both pictures side by side. */
    public String toSvg() {
        return DiagramSvg.besides(
                List.of(say("calculus.graphComparison.explicit"), say("calculus.graphComparison.implicit")),
                List.of(explicit.drawing(), implicit.drawing()),
                Gallery.theme());
    }

    @Override
    public String toString() {
        return say("calculus.graphComparison.explicit") + "\n"
                + explicit.toString().indent(2) + say("calculus.graphComparison.implicit") + "\n"
                + implicit.toString().indent(2) + say("calculus.graphComparison.result", "result", result);
    }

    @Override
    public Set<MIMEType> getSupportedRenderTypes() {
        return SvgImage.TYPES;
    }

    @Override
    public void render(RenderContext context) {
        new SvgImage(toSvg(), toString()).render(context);
    }
}
