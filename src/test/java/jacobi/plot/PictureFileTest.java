package jacobi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.rendering.Rendering;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.AnnotationImage;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

@Tag("slow")
class PictureFileTest {
    @TempDir
    Path folder;

    @Test
    void svgIsWhatIsShown() throws Exception {
        Figure figure = Drawings.tangent();
        Path file = figure.savefig(folder.resolve("tangent.svg").toString());
        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo(figure.toSvg());
    }

    @Test
    void pngHasTheColoursAndTheSizeOfTheFigure() throws Exception {
        Path file = Drawings.tangent().savefig(folder.resolve("tangent.PNG").toString(), 144);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(504);
        assertThat(image.getHeight()).isEqualTo(360);
        assertThat(colors(image)).contains(Color.WHITE, new Color(0x1f77b4), new Color(0xbf00bf), Color.BLACK);
    }

    @Test
    void pdfIsOnePageOfTheFiguresSizeWithItsColours() throws Exception {
        Path file = Drawings.tangent().savefig(folder.resolve("tangent.pdf").toString());
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(252);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo(180);
            assertThat(colors(new PDFRenderer(pdf).renderImageWithDPI(0, 144)))
                    .contains(new Color(0x1f77b4), new Color(0xbf00bf));
        }
    }

    @Test
    void imagesAndPointsArriveInThePng() throws Exception {
        Path heat = Drawings.heatmaps().savefig(folder.resolve("heat.png").toString());
        assertThat(colors(ImageIO.read(heat.toFile()))).contains(new Color(0x67000d), new Color(0xfff5f0));
        Path points = Drawings.scatter().savefig(folder.resolve("points.png").toString());
        assertThat(colors(ImageIO.read(points.toFile()))).contains(new Color(0x1f77b4));
    }

    @Test
    void jpegAndGifHaveTheSizeAndTheColoursOfTheFigure() throws Exception {
        BufferedImage jpeg = ImageIO.read(Drawings.tangent()
                .savefig(folder.resolve("a.jpg").toString(), 144)
                .toFile());
        assertThat(jpeg.getWidth()).isEqualTo(504);
        assertThat(new Color(jpeg.getRGB(2, 2))).isEqualTo(Color.WHITE);
        BufferedImage gif = ImageIO.read(Drawings.tangent()
                .savefig(folder.resolve("a.gif").toString(), 72)
                .toFile());
        assertThat(gif.getWidth()).isEqualTo(252);
        assertThat(new Color(gif.getRGB(2, 2)).getRed()).isGreaterThan(250);
    }

    @Test
    void anAnimationIsAGifThatGrows() throws Exception {
        Animator animator = new Animator("x", null, List.of("a"));
        for (int i = 0; i < 5; i++) {
            animator.add(i, i * i);
        }
        Path file = animator.savefig(folder.resolve("a.gif").toString(), 5, 72);
        ImageReader reader = ImageIO.getImageReadersBySuffix("gif").next();
        reader.setInput(ImageIO.createImageInputStream(file.toFile()));
        assertThat(reader.getNumImages(true)).isEqualTo(5);
        assertThat(ink(reader.read(4))).as("the line is longer at the end").isGreaterThan(ink(reader.read(1)));
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .contains("NETSCAPE2.0");
        assertThatThrownBy(() -> animator.savefig("a.png"))
                .hasMessage("savefig: expected a name that ends in .gif or .svg, found \"a.png\"");
    }

    private static long ink(BufferedImage image) {
        long blue = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color color = new Color(image.getRGB(x, y));
                blue += color.getBlue() > color.getRed() + 60 ? 1 : 0;
            }
        }
        return blue;
    }

    @Test
    void emojiAndMathematicsArriveInThePng() throws Exception {
        Path with = Plots.figure()
                .text(0.2, 0.5, "\uD83D\uDE00")
                .savefig(folder.resolve("b.png").toString());
        Path without = Plots.figure()
                .text(0.2, 0.5, " ")
                .savefig(folder.resolve("c.png").toString());
        assertThat(dark(with)).as("a face has lines").isGreaterThan(dark(without) + 20);
        Path field = Plots.figure()
                .text(0.2, 0.5, "$\\mathbb{E}$")
                .savefig(folder.resolve("e.png").toString());
        assertThat(dark(field)).isGreaterThan(dark(without) + 20);
        Path formula = Plots.figure()
                .text(0.2, 0.5, "$\\frac{\\sqrt{x}}{2}$")
                .savefig(folder.resolve("d.png").toString());
        assertThat(dark(formula)).isGreaterThan(dark(without) + 100);
    }

    private static int dark(Path file) throws Exception {
        BufferedImage image = ImageIO.read(file.toFile());
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += new Color(image.getRGB(x, y)).getGreen() < 128 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void diagramsSaveToo() {
        assertThat(Sketches.drawArray(2, 3).savefig(folder.resolve("array.png").toString()))
                .isNotEmptyFile();
    }

    @Test
    void errorsNameTheFix() {
        Figure figure = Drawings.tangent();
        assertThatThrownBy(() -> figure.savefig("figure.bmp"))
                .hasMessage(
                        "savefig: expected a name that ends in .svg, .png, .pdf, .jpg or .gif, found \"figure.bmp\"");
        String nowhere = folder.resolve("no").resolve("figure.svg").toString();
        assertThatThrownBy(() -> figure.savefig(nowhere))
                .hasMessageContaining("make the folder first: Files.createDirectories");
        assertThatThrownBy(() -> figure.savefig(folder.resolve("a.png").toString(), 0))
                .hasMessage("dpi: expected 1 to 2400 dots per inch, found 0");
        assertThat(Files.exists(folder.resolve("a.png"))).isFalse();
    }

    @Test
    void chartsOfXChartShowAsSvgAndPng() {
        Rendering.register();
        XYChart chart =
                new XYChartBuilder().title("parabola").width(300).height(200).build();
        chart.addSeries("y", List.of(0, 1, 2), List.of(0, 1, 4));
        MimeBundle bundle = Displays.render(chart);
        assertThat((String) bundle.data().get("image/svg+xml"))
                .startsWith("<svg")
                .contains("width=\"300");
        assertThat((String) bundle.data().get("image/png")).startsWith("iVBORw0KGgo");
        assertThat(bundle.plain()).isEqualTo("XYChart: parabola");
    }

    @Test
    void aChartsSvgSharesNoIdWithAnotherAndIsTheSameEachTime() {
        Rendering.register();
        String loss = chartSvg("loss");
        assertThat(ids(loss)).isNotEmpty().doesNotContainAnyElementsOf(ids(chartSvg("other")));
        assertThat(loss).doesNotContain("<!--");
        assertThat(chartSvg("loss")).isEqualTo(loss);
    }

    @Test
    void aPictureOnAChartIsInItsSvg() {
        Rendering.register();
        XYChart chart = new XYChartBuilder().width(300).height(200).build();
        chart.addSeries("y", List.of(0, 1, 2), List.of(0, 1, 4));
        chart.addAnnotation(new AnnotationImage(new BufferedImage(3, 3, BufferedImage.TYPE_INT_ARGB), 100, 100, true));
        assertThat((String) Displays.render(chart).data().get("image/svg+xml")).contains("data:image/png;base64,iVBOR");
    }

    private static String chartSvg(String title) {
        XYChart chart = new XYChartBuilder().title(title).width(300).height(200).build();
        chart.addSeries("y", List.of(0, 1, 2), List.of(0, 1, 4));
        return (String) Displays.render(chart).data().get("image/svg+xml");
    }

    private static Set<String> ids(String svg) {
        return Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(svg)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<Color> colors(BufferedImage image) {
        Set<Color> colors = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.add(new Color(image.getRGB(x, y)));
            }
        }
        return colors;
    }
}
