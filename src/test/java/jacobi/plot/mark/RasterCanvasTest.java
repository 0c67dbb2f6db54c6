package jacobi.plot.mark;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.image.SvgRaster;
import jacobi.plot.Figure;
import jacobi.plot.Plots;
import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.style.ColorMap;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.Svg;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A series of very many marks is a picture that looks as its shapes would, inside a figure whose text stays text. */
@Tag("slow")
class RasterCanvasTest {
    private static final Box BOX = new Box(10, 10, 180, 120);
    private static final Plane PLANE =
            new Plane(BOX, Scale.LINEAR, new Span(0, 1), Scale.LINEAR, new Span(0, 1), false, false);

    @Test
    void pointsInPixelsLookAsPointsInShapes() throws IOException {
        Look look = new Look("C0");
        look.alpha = 0.5;
        assertAlike(new Scatter(random(1), random(2), Dots.alike(6, look)));
        Shades map = Shades.of(ColorMap.named("viridis"), new Span(0, 1));
        assertAlike(new Scatter(random(1), random(2), new Dots(random(4, 12), random(3), map, new Look("C0"))));
    }

    @Test
    void linesWithMarkersLookTheSame() throws IOException {
        for (char marker : "^s*x".toCharArray()) {
            Look look = new Look("C1");
            look.marker = marker;
            assertAlike(new Line(random(5), random(6), look));
        }
    }

    @Test
    void aHundredThousandColouredPointsAreAPictureBetweenAxesOfShapes() {
        Random random = new Random(7);
        double[] x = random.doubles(100_000).toArray();
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = random.nextGaussian();
        }
        Figure figure = Plots.figure();
        figure.scatter(x, y, 36.0, y);
        String svg = figure.toSvg();
        assertThat(svg.length()).isLessThan(300_000);
        assertThat(svg.split("<image")).hasSize(2);
        assertThat(svg).contains(">2</text>");
        assertThat(figure.toSvg()).as("the same bytes in every run").isEqualTo(svg);
    }

    @Test
    void fewerMarksStayShapes() {
        double[] x = new Random(8).doubles(20_000).toArray();
        assertThat(Plots.figure().scatter(x, x).toSvg()).doesNotContain("<image");
    }

    @Test
    void aLineThatGoesToAndFroIsAPictureAndOneThatGoesOnIsNot() {
        double[] walk = new Random(8).doubles(50_000).toArray();
        assertThat(Plots.figure().plot(walk, walk).toSvg()).contains("<image").hasSizeLessThan(200_000);
        assertThat(Plots.figure().plot(walk).toSvg()).doesNotContain("<image").hasSizeLessThan(200_000);
    }

    /** The picture itself against the same part of the page with shapes. */
    private static void assertAlike(Mark mark) throws IOException {
        BufferedImage shapes = read(SvgRaster.of(svg(mark::draw)).png(144));
        String svg = svg((canvas, plane) -> RasterCanvas.draw(sheet -> mark.draw(sheet, plane), canvas, plane.box()));
        byte[] png = Base64.getDecoder()
                .decode(svg.replaceFirst("(?s).*;base64,", "").replaceFirst("(?s)\".*", ""));
        BufferedImage pixels = new BufferedImage(360, 240, BufferedImage.TYPE_INT_RGB);
        pixels.createGraphics().drawImage(read(png), 0, 0, Color.WHITE, null);
        long difference = 0;
        long ink = 0;
        for (int x = 0; x < 360; x++) {
            for (int y = 0; y < 240; y++) {
                int green = shapes.getRGB(x + 20, y + 20) >> 8 & 255;
                difference += Math.abs(green - (pixels.getRGB(x, y) >> 8 & 255));
                ink += 255 - green;
            }
        }
        assertThat(ink).isPositive();
        assertThat((double) difference / ink)
                .as("share of the ink that differs")
                .isLessThan(0.08);
    }

    private static String svg(BiConsumer<Canvas, Plane> drawing) {
        Svg svg = new Svg();
        Canvas canvas = new Canvas(svg, Theme.LIGHT);
        canvas.begin(200, 140, "", "");
        drawing.accept(canvas, PLANE);
        svg.close();
        return svg.toString();
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static double[] random(long seed) {
        return new Random(seed).doubles(60, 0.1, 0.9).toArray();
    }

    private static double[] random(double from, double to) {
        return new Random(9).doubles(60, from, to).toArray();
    }
}
