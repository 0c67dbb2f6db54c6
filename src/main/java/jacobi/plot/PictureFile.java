package jacobi.plot;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A picture as a file. The SVG is what is drawn; PNG and PDF are rendered from it by JSVG. */
final class PictureFile {
    static final int DOTS_PER_INCH = 200;
    private static final double POINTS_PER_INCH = 72;

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
            content = pdf(picture.toSvg());
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

    /** The picture as pixels, {@code dpi} to an inch. */
    static byte[] png(String svg, int dpi) {
        if (dpi < 1 || dpi > 2400) {
            throw new IllegalArgumentException("dpi: expected 1 to 2400 dots per inch, found " + dpi);
        }
        SVGDocument document = document(svg);
        double scale = dpi / POINTS_PER_INCH;
        double[] size = size(svg);
        int width = (int) Math.ceil(size[0] * scale);
        int height = (int) Math.ceil(size[1] * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            document.render((java.awt.Component) null, graphics, new ViewBox(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an image in memory cannot fail to be written", e);
        }
    }

    /** The picture as a page of its own size, all of it lines and areas. */
    static byte[] pdf(String svg) {
        double[] size = size(svg);
        PDRectangle paper = new PDRectangle((float) size[0], (float) size[1]);
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(paper);
            pdf.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(pdf, paper);
            document(svg)
                    .render(
                            (java.awt.Component) null,
                            graphics,
                            new ViewBox(0, 0, paper.getWidth(), paper.getHeight()));
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("savefig: the PDF cannot be made: " + e.getMessage(), e);
        }
    }

    private static SVGDocument document(String figure) {
        String svg = Fallback.fonts(figure);
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalStateException("savefig: the figure's SVG cannot be read back");
        }
        return document;
    }

    /** Width and height in points, from the view box every picture begins with. */
    private static double[] size(String svg) {
        int from = svg.indexOf("viewBox=\"0 0 ") + "viewBox=\"0 0 ".length();
        String[] numbers = svg.substring(from, svg.indexOf('"', from)).split(" ");
        return new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
    }
}
