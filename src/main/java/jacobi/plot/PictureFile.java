package jacobi.plot;

import jacobi.display.image.SvgRaster;
import jacobi.plot.data.Pixels;
import jacobi.plot.mark.Image;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A picture as a file. The SVG is what is drawn; PNG and PDF are rendered from it by JSVG. */
final class PictureFile {
    static final int DOTS_PER_INCH = 200;

    private PictureFile() {}

    static Path write(Picture picture, String file, int dpi) {
        Path path = Path.of(file);
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        byte[] content;
        if (name.endsWith(".svg")) {
            content = picture.toSvg().getBytes(StandardCharsets.UTF_8);
        } else if (name.endsWith(".png")) {
            content = png(picture.toSvg(), dpi);
        } else if (name.endsWith(".pdf")) {
            content = SvgRaster.of(picture.toSvg()).pdf();
        } else {
            throw new IllegalArgumentException(
                    "savefig: expected a name that ends in .svg, .png or .pdf, found \"" + file + '"');
        }
        try {
            return Files.write(path, content);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("savefig: expected a name in a folder that exists, found \"" + file
                    + "\"; make the folder first: Files.createDirectories(Path.of(\"" + path.getParent() + "\"))");
        } catch (IOException e) {
            throw new UncheckedIOException("savefig: \"" + file + "\" cannot be written: " + e.getMessage(), e);
        }
    }

    /** The picture in a file. */
    static Image read(String file) {
        BufferedImage picture;
        try {
            picture = ImageIO.read(new File(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("imread: \"" + file + "\" cannot be read: " + e.getMessage()
                    + "; the folder is " + Path.of("").toAbsolutePath());
        }
        if (picture == null) {
            throw new IllegalArgumentException("imread: expected a PNG, JPEG, GIF or BMP file, found \"" + file + '"');
        }
        return Pixels.of(picture);
    }

    /** The picture as pixels, {@code dpi} to an inch. */
    private static byte[] png(String svg, int dpi) {
        if (dpi < 1 || dpi > 2400) {
            throw new IllegalArgumentException("dpi: expected 1 to 2400 dots per inch, found " + dpi);
        }
        return SvgRaster.of(svg).png(dpi);
    }
}
