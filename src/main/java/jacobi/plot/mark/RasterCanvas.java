package jacobi.plot.mark;

import jacobi.display.image.Png;
import jacobi.plot.style.Dash;
import jacobi.plot.style.Hatch;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.PathData;
import jacobi.plot.svg.Svg;
import jacobi.plot.text.RichText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A sheet of pixels for a series of more marks than a page can take as shapes: 100,000 points of their own colours are
 * 11 MB of SVG, which a browser paints in 4 s, and 0.2 MB of pixels, painted at once.
 *
 * <p>Discs, of which there are most, are stamped: a disc's coverage is drawn once for each size and each quarter of a
 * pixel it may stand at.
 */
final class RasterCanvas extends Canvas {
    /** From this many marks on a series is drawn in pixels. */
    static final int MANY = 20_000;

    private static final double PIXELS_PER_POINT = 2;
    private static final int STEPS = 4;

    private final Box box;
    private final int width;
    private final int height;
    private final BufferedImage image;
    private final int[] pixels;
    private final Graphics2D graphics;
    private final Map<Long, byte[]> stamps = new HashMap<>();
    private double opacity = 1;

    private RasterCanvas(Box box, Theme theme) {
        super(new Svg(), theme);
        this.box = box;
        width = Math.max(1, (int) Math.ceil(box.width() * PIXELS_PER_POINT));
        height = Math.max(1, (int) Math.ceil(box.height() * PIXELS_PER_POINT));
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(width / box.width(), height / box.height());
        graphics.translate(-box.left(), -box.top());
    }

    /** Draws what a pen draws as a picture that fills a box of the page. */
    static void draw(Consumer<Canvas> pen, Canvas canvas, Box box) {
        RasterCanvas raster = new RasterCanvas(box, canvas.theme());
        pen.accept(raster);
        raster.graphics.dispose();
        BufferedImage straight = new BufferedImage(raster.width, raster.height, BufferedImage.TYPE_INT_ARGB);
        straight.createGraphics().drawImage(raster.image, 0, 0, null);
        int[] argb = ((DataBufferInt) straight.getRaster().getDataBuffer()).getData();
        canvas.image(Png.argb(raster.width, raster.height, argb), box, true);
    }

    @Override
    public void stroke(PathData path, String paint, double lineWidth, Dash dash, double alpha) {
        float[] lengths = dash.lengths(lineWidth);
        BasicStroke stroke = lengths.length == 0
                ? new BasicStroke((float) lineWidth, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_ROUND)
                : new BasicStroke((float) lineWidth, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
        paint(path, paint, alpha, stroke);
    }

    @Override
    public void fill(PathData path, String paint, double alpha) {
        paint(path, paint, alpha, null);
    }

    /** Of so many areas none is large enough to show the lines across it. */
    @Override
    void hatch(PathData path, Hatch hatch, String paint, double alpha) {}

    @Override
    public void outlined(PathData path, String paint, String edge, double edgeWidth, double alpha) {
        fill(path, paint, alpha);
        stroke(path, edge, edgeWidth, Dash.SOLID, alpha);
    }

    private void paint(PathData path, String paint, double alpha, BasicStroke stroke) {
        if (path.isEmpty() || paint.equals("none")) {
            return;
        }
        graphics.setColor(new Color(argb(paint, alpha), true));
        Shape shape = path.shape();
        if (stroke == null) {
            graphics.fill(shape);
        } else {
            graphics.setStroke(stroke);
            graphics.draw(shape);
        }
    }

    /** Of so many marks each part shines through by itself: a layer for each would take seconds. */
    @Override
    void shiningThrough(double alpha, Runnable parts) {
        opacity = alpha;
        parts.run();
        opacity = 1;
    }

    @Override
    public void discs(PathData dots, String paint, double diameter, double alpha) {
        if (paint.equals("none")) {
            return;
        }
        int argb = argb(paint, alpha * opacity);
        double across = width / box.width();
        double down = height / box.height();
        double[] at = new double[6];
        for (PathIterator i = dots.shape().getPathIterator(null); !i.isDone(); i.next()) {
            if (i.currentSegment(at) == PathIterator.SEG_MOVETO) {
                stamp((at[0] - box.left()) * across, (at[1] - box.top()) * down, diameter * across, argb);
            }
        }
    }

    private void stamp(double x, double y, double diameter, int argb) {
        int size = (int) Math.round(diameter * STEPS);
        int side = (int) Math.ceil(diameter) + 3;
        double left = Math.rint((x - side / 2.0) * STEPS) / STEPS;
        double top = Math.rint((y - side / 2.0) * STEPS) / STEPS;
        int column = (int) Math.floor(left);
        int row = (int) Math.floor(top);
        int right = (int) ((left - column) * STEPS);
        int down = (int) ((top - row) * STEPS);
        byte[] coverage = stamps.computeIfAbsent(
                (long) size * STEPS * STEPS + right * STEPS + down,
                key -> disc(side, size / (double) STEPS, right / (double) STEPS, down / (double) STEPS));
        int strength = argb >>> 24;
        for (int r = Math.max(0, -row); r < side && row + r < height; r++) {
            for (int c = Math.max(0, -column); c < side && column + c < width; c++) {
                int alpha = (coverage[r * side + c] & 255) * strength / 255;
                if (alpha > 0) {
                    int place = (row + r) * width + column + c;
                    pixels[place] = over(argb, alpha, pixels[place]);
                }
            }
        }
    }

    /** How much of each pixel a disc covers, 0 to 255. */
    private static byte[] disc(int side, double diameter, double right, double down) {
        BufferedImage sheet = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
        double edge = (side - diameter) / 2;
        pen.fill(new Ellipse2D.Double(edge + right, edge + down, diameter, diameter));
        pen.dispose();
        return ((DataBufferByte) sheet.getRaster().getDataBuffer()).getData();
    }

    /** A colour of some strength over a pixel whose colours are multiplied by its own. */
    private static int over(int rgb, int alpha, int below) {
        int rest = 255 - alpha;
        int result = alpha + (below >>> 24) * rest / 255 << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            int value = ((rgb >> shift & 255) * alpha + (below >> shift & 255) * rest) / 255;
            result |= value << shift;
        }
        return result;
    }

    private static int argb(String paint, double alpha) {
        return (int) Math.round(255 * alpha) << 24 | Integer.parseInt(paint.substring(1), 16);
    }

    @Override
    void image(byte[] png, Box place, boolean smooth) {
        throw new UnsupportedOperationException("an image is one mark");
    }

    @Override
    public void text(RichText text, double x, double y, double size, Anchor anchor, double degrees, String paint) {
        throw new UnsupportedOperationException("a text is one mark");
    }
}
