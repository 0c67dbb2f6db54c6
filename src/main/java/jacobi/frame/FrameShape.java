package jacobi.frame;

import static jacobi.language.Say.say;

/** The size of a frame, printed as pandas prints it: {@code (4, 3)}. */
public record FrameShape(int rows, int columns) {

    /** Rows for axis 0, columns for axis 1. */
    public int get(int axis) {
        return switch (axis) {
            case 0, -2 -> rows;
            case 1, -1 -> columns;
            default -> throw new IndexOutOfBoundsException(say("frame.frameShape.frame-axes-found", "axis", axis));
        };
    }

    @Override
    public String toString() {
        return "(" + rows + ", " + columns + ")";
    }
}
