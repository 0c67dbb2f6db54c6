package jacobi.display.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jacobi.display.Displays;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class SvgImageTest {
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90pt\" height=\"30pt\" viewBox=\"0 0 90 30\">"
                    + "<path fill=\"#ff0000\" d=\"M0 0h90v30h-90z\"/></svg>";

    private final SvgImage image = new SvgImage(SVG, "a \"red\" box");

    @Test
    void everyFormIsInTheBundle() {
        assertThat(Displays.render(image).data())
                .containsOnlyKeys("application/pdf", "image/png", "image/svg+xml", "text/html", "text/plain")
                .containsEntry("image/svg+xml", SVG)
                .containsEntry("text/plain", "a \"red\" box");
    }

    @Test
    void pagesGetTheSvgInAnElementThatSanitizersKnow() {
        String html = String.valueOf(Displays.render(image).data().get("text/html"));
        assertThat(html).startsWith("<img alt=\"a &quot;red&quot; box\" src=\"data:image/svg+xml;base64,");
        String base64 = html.replaceFirst(".*base64,", "").replaceFirst("\".*", "");
        assertThat(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8))
                .isEqualTo(SVG);
        assertThat(html).contains("max-width: 100%; height: auto");
    }

    @Test
    void theSameDrawingIsTheSameBytesInEveryForm() {
        assertThat(Displays.render(new SvgImage(SVG, "a")).data())
                .isEqualTo(Displays.render(new SvgImage(SVG, "a")).data());
    }

    @Test
    void thePngHasTwoPixelsForEachOfAPage() throws IOException {
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(bytes("image/png")));
        assertThat(png.getWidth()).isEqualTo(240);
        assertThat(png.getHeight()).isEqualTo(80);
        assertThat(png.getRGB(120, 40)).isEqualTo(0xffff0000);
        assertThat(Displays.render(image).metadata()).containsEntry("image/png", Map.of("width", 120, "height", 40));
    }

    @Test
    void thePdfIsTheSameInEveryRun() throws IOException {
        byte[] pdf = bytes("application/pdf");
        assertThat(bytes("application/pdf")).isEqualTo(pdf);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getPage(0).getMediaBox().getWidth()).isEqualTo(90);
        }
    }

    @Test
    void aFrameIsMadeWithoutRendering() {
        assertThat(Displays.render(image.frame()).data()).containsOnlyKeys("image/svg+xml", "text/html", "text/plain");
    }

    @Test
    void whatIsNoSvgIsShownAsItIs() {
        assertThat(Displays.render(new SvgImage("<p>", "p")).data())
                .containsOnlyKeys("image/svg+xml", "text/html", "text/plain");
        assertThatThrownBy(() -> SvgRaster.of("<p>")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void charactersOfOtherScriptsGetAFontOfTheirOwn() {
        assertThat(FontFallback.fonts("<svg><text>损失 loss</text></svg>"))
                .containsPattern("<text><tspan font-family=\"[^\"]+\">损失</tspan>\u00A0loss</text>");
        assertThat(FontFallback.fonts(SVG)).isEqualTo(SVG);
    }

    @Test
    void aSpaceBehindTheFirstChineseWordIsDrawn() {
        int space = lastInk("损失 loss 值") - lastInk("损失loss 值");
        assertThat(space).isBetween(3, 12);
        assertThat(lastInk("x 损失 loss 值") - lastInk("x 损失loss 值")).isCloseTo(space, within(1));
    }

    /** The column of the right end of a text. */
    private static int lastInk(String text) {
        BufferedImage drawn = SvgRaster.of(SVG.replaceFirst("<path.*/>", "<text x=\"2\" y=\"20\">" + text + "</text>"))
                .image(144);
        for (int x = drawn.getWidth() - 1; x > 0; x--) {
            for (int y = 0; y < drawn.getHeight(); y++) {
                if ((drawn.getRGB(x, y) & 0xFF) < 128) {
                    return x;
                }
            }
        }
        return 0;
    }

    private byte[] bytes(String type) {
        return Base64.getDecoder().decode((String) Displays.render(image).data().get(type));
    }
}
