package jacobi.plot.mark;

/**
 * A box behind a text.
 *
 * @param face the colour of its inside, or {@code none}
 * @param edge the colour of its border, or {@code none}
 * @param width the width of the border
 * @param pad the room between text and border, in parts of the font size
 * @param round whether its corners are round
 */
public record TextFrame(String face, String edge, double width, double pad, boolean round, double alpha) {}
