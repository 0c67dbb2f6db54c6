package jacobi.calculus;

import java.util.ArrayList;
import java.util.List;

/**
 * Boxes and the arrows between them: a computation to be drawn, inputs before what is made of them.
 *
 * @param boxes the values and operations
 * @param arrows from a box to one that uses it
 */
record ComputationDiagram(List<Box> boxes, List<Arrow> arrows) {

    enum Kind {
        /** An input whose gradient is wanted. */
        LEAF,
        /** An input whose gradient is not wanted. */
        CONSTANT,
        OPERATION,
        RESULT
    }

    /**
     * @param title the name of an input, the operation of others
     * @param lines what else is known: shape, value, gradient
     */
    record Box(Kind kind, String title, List<String> lines) {
        Box {
            lines = List.copyOf(lines);
        }

        Box with(List<String> added) {
            List<String> more = new ArrayList<>(lines);
            more.addAll(added);
            return new Box(kind, title, more);
        }
    }

    /** From one box's position in the list to another's. */
    record Arrow(int from, int to) {}

    ComputationDiagram {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    List<Integer> inputs(int box) {
        return arrows.stream().filter(arrow -> arrow.to == box).map(Arrow::from).toList();
    }

    List<Integer> users(int box) {
        return arrows.stream().filter(arrow -> arrow.from == box).map(Arrow::to).toList();
    }
}
