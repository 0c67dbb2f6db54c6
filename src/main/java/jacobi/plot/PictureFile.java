package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.display.image.SvgRaster;
import jacobi.plot.data.Pixels;
import jacobi.plot.film.MovingSvg;
import jacobi.plot.mark.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture as a file. The SVG is what is drawn; the others are rendered from it by JSVG. */
final class PictureFile {
    static final int DOTS_PER_INCH = 200;
    /** Of a JPEG: lines stay clean, and a figure takes about 60 KB. */
    private static final float QUALITY = 0.92f;

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
        } else if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
            content = jpeg(pixels(picture.toSvg(), dpi));
        } else if (name.endsWith(".gif")) {
            content = gif(List.of(picture.toSvg()), dpi, 1);
        } else {
            throw new IllegalArgumentException(say("plot.file.ending", "file", file));
        }
        return write(path, file, content);
    }

    /** Drawings one after the other as a GIF, or an SVG that moves, that begins again when it ends. */
    static Path animate(List<String> svgs, String file, int dpi, double perSecond) {
        double fps = AxesWords.positive("fps", perSecond);
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg")) {
            return write(Path.of(file), file, MovingSvg.of(svgs, fps).getBytes(StandardCharsets.UTF_8));
        }
        if (!name.endsWith(".gif")) {
            throw new IllegalArgumentException(
                    name.endsWith(".mp4") || name.endsWith(".webm")
                            ? say("plot.file.no-video", "file", file)
                            : say("plot.file.ending-moving", "file", file));
        }
        return write(Path.of(file), file, gif(svgs, dpi, fps));
    }

    private static Path write(Path path, String file, byte[] content) {
        try {
            return Files.write(path, content);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(say("plot.file.no-folder", "file", file, "folder", path.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(say("plot.file.not-written", "file", file, "reason", e.getMessage()), e);
        }
    }

    /** The picture in a file. */
    static Image read(String file) {
        BufferedImage picture;
        try {
            picture = ImageIO.read(new File(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(say(
                    "plot.file.not-read",
                    "file",
                    file,
                    "reason",
                    new File(file).exists() ? e.getMessage() : say("plot.file.none-there"),
                    "folder",
                    Path.of("").toAbsolutePath()));
        }
        if (picture == null) {
            throw new IllegalArgumentException(say("plot.file.not-picture", "file", file));
        }
        return Pixels.of(picture);
    }

    /** The picture as pixels, {@code dpi} to an inch. */
    private static byte[] png(String svg, int dpi) {
        return SvgRaster.of(svg).png(checked(dpi));
    }

    private static BufferedImage pixels(String svg, int dpi) {
        return SvgRaster.of(svg).image(checked(dpi));
    }

    private static int checked(int dpi) {
        if (dpi < 1 || dpi > 2400) {
            throw new IllegalArgumentException(say("plot.file.dpi", "dpi", dpi));
        }
        return dpi;
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersBySuffix("jpg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam fine = writer.getDefaultWriteParam();
            fine.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            fine.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), fine);
        } catch (IOException e) {
            throw new UncheckedIOException("a JPEG in memory cannot fail to be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] gif(List<String> svgs, int dpi, double perSecond) {
        int hundredths = (int) Math.max(2, Math.round(100 / perSecond));
        try {
            return GifFile.of(svgs.stream().map(svg -> pixels(svg, dpi)).toList(), hundredths);
        } catch (IOException e) {
            throw new UncheckedIOException("a GIF in memory cannot fail to be written", e);
        }
    }
}
