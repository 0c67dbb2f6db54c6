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
