package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.calculus.ComputationDiagram.Kind;
import jacobi.display.DisplayHandle;
import jacobi.display.Displays;
import jacobi.display.image.SvgImage;
import jacobi.plot.Gallery;
import jacobi.plot.Picture;
import jacobi.plot.film.Film;
import jacobi.plot.style.Theme;
import jacobi.tensor.Autograd;
import jacobi.tensor.Node;
import jacobi.tensor.Tensor;
import jacobi.tensor.Tensors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A picture of a computation: inputs on top, the result at the bottom; a page shows it, a console says it line by line.
 */
public final class GraphDrawing implements Picture {
    private static final int STILL = 4;

    private final ComputationDiagram diagram;
    /** The tensor whose tape was drawn and the node of each box, for {@link #animate}; null of a declared graph. */
    private final Tensor result;

    private final List<Node> nodes;
    private final Theme theme = Gallery.theme();

    GraphDrawing(ComputationDiagram diagram) {
        this(diagram, null, List.of());
    }

    private GraphDrawing(ComputationDiagram diagram, Tensor result, List<Node> nodes) {
        this.diagram = diagram;
        this.result = result;
        this.nodes = nodes;
    }

    static GraphDrawing of(Tensor result, Map<String, Tensor> names) {
        TapeDiagram tape = new TapeDiagram(result, TapeDiagram.byIdentity(names));
        return new GraphDrawing(tape.diagram(), result, tape.nodes());
    }

    @Override
    public String toSvg() {
        return drawing().svg();
    }

    DiagramSvg drawing() {
        return new DiagramSvg(diagram, theme);
    }

    /** How many pairs of arrows cross. */
    public int crossings() {
        return drawing().crossings();
    }

    /** Shows how values are computed step by step, then how gradients come back, a step every 0.7 seconds. */
    public void animate() {
        animate(0.7);
    }

    /**
     * Shows how values are computed step by step, then how gradients come back.
     *
     * <p>The gradients are those of a backward pass from ones; leaves keep what {@code grad} they have.
     *
     * @param seconds between two steps
     * @throws IllegalStateException of a graph declared but not run, and of one that backward has freed
     */
    public void animate(double seconds) {
        List<String> frames = frames();
        DisplayHandle handle = Displays.display(image(frames.get(0)).frame());
        for (int i = 1; i < frames.size(); i++) {
            try {
                Thread.sleep((long) (seconds * 1000));
            } catch (InterruptedException e) {
                // The student stopped the cell; the picture stays at this step.
                handle.update(image(frames.get(i - 1)));
                Thread.currentThread().interrupt();
                return;
            }
            SvgImage image = image(frames.get(i));
            handle.update(i < frames.size() - 1 ? image.frame() : image);
        }
    }

    /**
     * The same steps, to be gone through by buttons where a page runs scripts; where none run, some of them side by
     * side.
     *
     * @throws IllegalStateException as {@link #animate(double)}
     */
    public Film steps() {
        List<Film.Frame> frames = new ArrayList<>();
        for (String svg : frames()) {
            frames.add(new Film.Frame(svg, say("calculus.graphDrawing.step", "number", frames.size() + 1)));
        }
        return Film.of(frames, say("calculus.graphDrawing.steps", "graph", toString()), 1, false, STILL, theme);
    }

    private SvgImage image(String svg) {
        return new SvgImage(svg, toString());
    }

    List<String> frames() {
        if (result == null) {
            throw new IllegalStateException(say("calculus.graphDrawing.graph-declared-not-run"));
        }
        List<ComputationDiagram.Box> shown = new ArrayList<>(
                diagram.boxes().stream().map(GraphDrawing::withoutGradient).toList());
        Map<Integer, Tensor> gradients = gradients();
        List<ComputationDiagram.Box> full = new ArrayList<>(shown);
        gradients.forEach((box, gradient) -> full.set(box, shown.get(box).with(TapeDiagram.gradient(gradient))));
        // Laid out once, for all that will be in the boxes: nothing moves while the gradients arrive.
        DiagramLayout layout = new DiagramLayout(new ComputationDiagram(full, diagram.arrows()));
        List<String> frames = new ArrayList<>();
        Set<Integer> pale = IntStream.range(0, shown.size()).boxed().collect(Collectors.toCollection(HashSet::new));
        for (int box = 0; box < shown.size(); box++) {
            pale.remove(box);
            frames.add(new DiagramSvg(new ComputationDiagram(shown, diagram.arrows()), layout, theme).svg(pale, box));
        }
        for (int box = shown.size() - 1; box >= 0; box--) {
            if (gradients.containsKey(box)) {
                shown.set(box, full.get(box));
                frames.add(new DiagramSvg(new ComputationDiagram(shown, diagram.arrows()), layout, theme)
                        .svg(Set.of(), box));
            }
        }
        return frames;
    }

    private static ComputationDiagram.Box withoutGradient(ComputationDiagram.Box box) {
        List<String> lines =
                box.lines().stream().takeWhile(line -> !line.startsWith("grad")).toList();
        return new ComputationDiagram.Box(box.kind(), box.title(), lines);
    }

    /** The gradient that arrives at each box, by its position. */
    private Map<Integer, Tensor> gradients() {
        Map<Integer, Tensor> arrived = new HashMap<>();
        List<Runnable> undo = new ArrayList<>();
        List<Tensor> leaves = new ArrayList<>();
        for (int box = 0; box < nodes.size(); box++) {
            Node node = nodes.get(box);
            if (node != null) {
                int position = box;
                undo.add(node.registerHook(gradient -> {
                    arrived.put(position, gradient.detach().clone());
                    return null;
                }));
                if (node.variable() != null) {
                    leaves.add(node.variable());
                }
            }
        }
        try {
            Autograd.grad(List.of(result), leaves, List.of(Tensors.onesLike(result.detach())), true, false, true);
        } finally {
            undo.forEach(Runnable::run);
        }
        return arrived;
    }

    /** The operations and inputs line by line, each with what it was made of. */
    @Override
    public String toString() {
        return IntStream.range(0, diagram.boxes().size())
                .mapToObj(i -> {
                    ComputationDiagram.Box box = diagram.boxes().get(i);
                    List<String> from = diagram.inputs(i).stream()
                            .map(input -> diagram.boxes().get(input).title())
                            .toList();
                    String of = box.kind() == Kind.LEAF || box.kind() == Kind.CONSTANT
                            ? ""
                            : " ← " + String.join(", ", from);
                    return (box.title() + of + "  " + String.join("  ", box.lines())).stripTrailing();
                })
                .collect(Collectors.joining("\n"));
    }
}
