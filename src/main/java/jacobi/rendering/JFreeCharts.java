package jacobi.rendering;

import jacobi.display.image.SvgImage;
import java.awt.geom.Rectangle2D;

/** Charts made with JFreeChart, in the size its own windows begin with. */
final class JFreeCharts {
    private static final int WIDTH = 680;
    private static final int HEIGHT = 420;

    private JFreeCharts() {}

    static SvgImage drawing(Object chart) {
        Rectangle2D area = new Rectangle2D.Double(0, 0, WIDTH, HEIGHT);
        String svg = VectorDrawing.svg(WIDTH, HEIGHT, graphics -> Call.of(chart, "draw", graphics, area));
        Object title = Call.of(chart, "getTitle");
        return new SvgImage(svg, "JFreeChart" + (title == null ? "" : ": " + Call.of(title, "getText")));
    }
}
