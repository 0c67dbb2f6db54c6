package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.calculus.ComputationDiagram.Arrow;
import jacobi.calculus.ComputationDiagram.Box;
import jacobi.calculus.ComputationDiagram.Kind;
import jacobi.tensor.Node;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The computation behind a tensor, read off the tape: leaves, operations, and the constants operations saved.
 *
 * <p>What an operation's result is, its users know: the shape from what they take in, the value where one of them saved
 * it for backward.
 */
final class TapeDiagram {
    /** Values of up to this many numbers are shown. */
    private static final int SMALL = 6;

    private final Tensor result;
    private final Map<Tensor, String> names;
    private final Map<Node, Integer> positions = new IdentityHashMap<>();
    private final Map<Tensor, Integer> constants = new IdentityHashMap<>();
    private final Map<Node, Shape> shapes = new IdentityHashMap<>();
    private final Map<Node, Tensor> values = new IdentityHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();

    /** @param names what to call tensors, by identity */
    TapeDiagram(Tensor result, Map<Tensor, String> names) {
        this.result = result;
        this.names = names;
        if (!result.requiresGrad()) {
            throw new IllegalArgumentException(say("calculus.tapeDiagram.tensor-depends-none-requires"));
        }
        if (result.gradFn() == null) {
            add(null, leaf(result));
            return;
        }
        shapes.put(result.gradFn(), result.shape());
        values.put(result.gradFn(), result);
        survey();
        // Inputs first, so that a box comes after those it uses.
        nodes.forEach(this::draw);
    }

    ComputationDiagram diagram() {
        return new ComputationDiagram(boxes, arrows);
    }

    /** The node of each box, null where a box is a constant. */
    List<Node> nodes() {
        Node[] byBox = new Node[boxes.size()];
        positions.forEach((node, position) -> byBox[position] = node);
        return new ArrayList<>(Arrays.asList(byBox));
    }

    /** Finds all nodes, inputs before users, and what is known of their results; depth costs no stack. */
    private void survey() {
        Map<Node, Boolean> done = new IdentityHashMap<>();
        List<Node> stack = new ArrayList<>(List.of(result.gradFn()));
        while (!stack.isEmpty()) {
            Node node = stack.get(stack.size() - 1);
            if (done.putIfAbsent(node, false) == null) {
                List<Node> inputs = node.nextFunctions();
                for (int i = inputs.size() - 1; i >= 0; i--) {
                    shapes.putIfAbsent(inputs.get(i), node.inputShapes().get(i));
                    if (!done.containsKey(inputs.get(i))) {
                        stack.add(inputs.get(i));
                    }
                }
                node.savedTensors().stream()
                        .filter(saved -> saved.gradFn() != null)
                        .forEach(saved -> values.putIfAbsent(saved.gradFn(), saved));
            } else {
                stack.remove(stack.size() - 1);
                if (!done.put(node, true)) {
                    nodes.add(node);
                }
            }
        }
    }

    private void draw(Node node) {
        if (node.variable() != null) {
            add(node, leaf(node.variable()));
            return;
        }
        List<Integer> inputs = new ArrayList<>();
        node.nextFunctions().forEach(input -> inputs.add(positions.get(input)));
        for (Tensor saved : node.savedTensors()) {
            if (!saved.requiresGrad()) {
                inputs.add(constants.computeIfAbsent(saved, c -> add(null, constant(c))));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(shape(shapes.get(node)));
        Tensor value = values.get(node);
        if (value != null) {
            lines.addAll(labelled(names.containsKey(value) ? names.get(value) + " = " : "", value));
        }
        int position = add(node, new Box(node == result.gradFn() ? Kind.RESULT : Kind.OPERATION, node.name(), lines));
        inputs.forEach(input -> arrows.add(new Arrow(input, position)));
    }

    private int add(Node node, Box box) {
        boxes.add(box);
        if (node != null) {
            positions.put(node, boxes.size() - 1);
        }
        return boxes.size() - 1;
    }

    private Box leaf(Tensor x) {
        String dtype = x.dtype().toString().replace("torch.", "");
        List<String> lines = new ArrayList<>(List.of(shape(x.shape()) + " " + dtype));
        lines.addAll(labelled("", x));
        if (x.grad() != null) {
            lines.addAll(gradient(x.grad()));
        }
        return new Box(Kind.LEAF, names.getOrDefault(x, say("calculus.tapeDiagram.leaf")), lines);
    }

    private Box constant(Tensor x) {
        List<String> lines = new ArrayList<>(List.of(shape(x.shape())));
        lines.addAll(labelled("", x));
        return new Box(Kind.CONSTANT, names.getOrDefault(x, say("calculus.tapeDiagram.constant")), lines);
    }

    static String shape(Shape shape) {
        int[] lengths = shape.toArray();
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < lengths.length; i++) {
            text.append(i == 0 ? "" : ", ").append(lengths[i]);
        }
        return text.append(lengths.length == 1 ? ",)" : ")").toString();
    }

    /** A gradient's values where they are few, else its shape. */
    static List<String> gradient(Tensor x) {
        List<String> lines = labelled("grad = ", x);
        return lines.isEmpty() ? List.of("grad " + shape(x.shape())) : lines;
    }

    /** The values of a small tensor, a line for each row of a matrix; nothing of a larger one. */
    private static List<String> labelled(String label, Tensor x) {
        if (x.numel() > SMALL || x.dim() > 2) {
            return List.of();
        }
        String text = x.detach().toString();
        text = text.substring("tensor(".length(), text.lastIndexOf(')'));
        int dtype = text.indexOf(", dtype");
        List<String> lines = new ArrayList<>();
        for (String line : (label + (dtype < 0 ? text : text.substring(0, dtype))).split("\n")) {
            lines.add(line.strip());
        }
        return lines;
    }

    /** Names by identity: equal values are still different tensors. */
    static Map<Tensor, String> byIdentity(Map<String, Tensor> tensors) {
        Map<Tensor, String> names = new IdentityHashMap<>();
        new HashMap<>(tensors).forEach((name, tensor) -> names.put(tensor, name));
        return names;
    }
}
