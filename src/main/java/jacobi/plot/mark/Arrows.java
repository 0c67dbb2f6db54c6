package jacobi.plot.mark;

import jacobi.plot.svg.PathData;

/** The shape of an arrow's head. */
public final class Arrows {
    private Arrows() {}

    /**
     * Adds a filled head to a path.
     *
     * @param tipX where the arrow points
     * @param length from the tip to the middle of its back; the head is two thirds as wide at its back
     */
    public static void head(PathData path, double fromX, double fromY, double tipX, double tipY, double length) {
        double distance = Math.hypot(tipX - fromX, tipY - fromY);
        if (distance == 0) {
            return;
        }
        double ux = (tipX - fromX) / distance;
        double uy = (tipY - fromY) / distance;
        double half = length * 0.36;
        path.move(tipX, tipY)
                .line(tipX - ux * length - uy * half, tipY - uy * length + ux * half)
                .line(tipX - ux * length * 0.75, tipY - uy * length * 0.75)
                .line(tipX - ux * length + uy * half, tipY - uy * length - ux * half)
                .close();
    }

    /** Draws a shaft that ends inside the head, and the head. */
    public static void draw(
            Canvas canvas, double fromX, double fromY, double tipX, double tipY, double headLength, Look look) {
        double distance = Math.hypot(tipX - fromX, tipY - fromY);
        double length = Math.min(headLength, distance * 0.6);
        double part = distance == 0 ? 0 : 1 - length * 0.75 / distance;
        PathData shaft =
                new PathData().move(fromX, fromY).line(fromX + (tipX - fromX) * part, fromY + (tipY - fromY) * part);
        canvas.stroke(shaft, look);
        PathData head = new PathData();
        head(head, fromX, fromY, tipX, tipY, length);
        canvas.fill(head, look);
    }
}
