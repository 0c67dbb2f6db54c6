package jacobi.plot;

import jacobi.plot.mark.Box;
import jacobi.plot.mark.Canvas;

/** PLACEHOLDER */
final class ColorBar {
    double width(double height) {
        return 0;
    }

    void draw(Canvas canvas, Box box) {}
}
