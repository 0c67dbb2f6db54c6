package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.plot.Gallery;
import jacobi.plot.Picture;
import jacobi.tensor.Tensor;
import java.util.List;

/**
 * One computation as two kinds of graph.
 *
 * @param explicit declared first and the same for whatever is fed: a static graph
 * @param implicit recorded by the tensors while they computed, and again in every run: a dynamic graph
 * @param result what both computed
 */
public record GraphComparison(GraphDrawing explicit, GraphDrawing implicit, Tensor result) implements Picture {

    /** Both pictures side by side. */
    @Override
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
}
