package jacobi.rendering;

import jacobi.display.image.SvgImage;

/** Charts made with XChart; the names of their methods are the same from 3.5 to 4.0. */
final class XCharts {
    private XCharts() {}

    static SvgImage drawing(Object chart) {
        int width = (int) Call.of(chart, "getWidth");
        int height = (int) Call.of(chart, "getHeight");
        String svg = VectorDrawing.svg(width, height, graphics -> Call.of(chart, "paint", graphics, width, height));
        Object title = Call.of(chart, "getTitle");
        return new SvgImage(
                svg, chart.getClass().getSimpleName() + (title == null || title.equals("") ? "" : ": " + title));
    }
}
