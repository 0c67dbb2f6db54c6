package jacobi.display.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this encoder writes, Java's own reader reads back, small and stored or large and compressed. */
class PngTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 28, 300})
    void coloursComeBack(int side) throws IOException {
        Random random = new Random(side);
        int[] pixels = random.ints(side * side).map(rgb -> 0xff000000 | rgb).toArray();
        assertThat(read(Png.argb(side, side, pixels), side)).isEqualTo(pixels);
    }

    @Test
    void aDrawingKeepsItsColoursAndMergesThoseOfEdges() throws IOException {
        int[] pixels = new int[300 * 300];
        for (int i = 0; i < pixels.length; i++) {
            // Two areas, and between them an edge of 500 colours of few pixels each.
            pixels[i] = i < 40_000 ? 0x1f77b4 : i < 41_000 ? i % 500 * 0x000101 + 0x300000 : 0xffffff;
        }
        byte[] png = Png.rgb(300, 300, pixels);
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(back.getColorModel().getPixelSize()).as("one byte a pixel").isEqualTo(8);
        assertThat(back.getRGB(0, 0) & 0xffffff).isEqualTo(0x1f77b4);
        assertThat(back.getRGB(299, 299) & 0xffffff).isEqualTo(0xffffff);
        for (int i = 40_000; i < 41_000; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int is = back.getRGB(i % 300, i / 300) >> shift & 255;
                assertThat(is).isBetween((pixels[i] >> shift & 255) - 8, (pixels[i] >> shift & 255) + 8);
            }
        }
        assertThat(Png.rgb(300, 300, pixels)).as("the same bytes each time").isEqualTo(png);
    }

    @Test
    void aPhotographKeepsEachPixel() throws IOException {
        int[] pixels = new Random(3).ints(300 * 300, 0, 1 << 24).toArray();
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(Png.rgb(300, 300, pixels)));
        for (int i = 0; i < pixels.length; i++) {
            assertThat(back.getRGB(i % 300, i / 300) & 0xffffff).isEqualTo(pixels[i]);
        }
    }

    @Test
    void transparencyComesBack() throws IOException {
        int[] pixels = {0x00000000, 0x80ff0000, 0xff00ff00, 0xff0000ff};
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.argb(2, 2, pixels)));
        assertThat(image.getColorModel().hasAlpha()).isTrue();
        assertThat(image.getRGB(1, 0)).isEqualTo(0x80ff0000);
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
    }

    @Test
    void palettesComeBack() throws IOException {
        byte[] indices = {0, 1, 2, 1};
        int[] colors = {0x112233, 0x445566, 0x778899};
        assertThat(read(Png.indexed(2, 2, indices, colors), 2))
                .containsExactly(0xff112233, 0xff445566, 0xff778899, 0xff445566);
    }

    private static int[] read(byte[] png, int side) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png)).getRGB(0, 0, side, side, null, 0, side);
    }
}
