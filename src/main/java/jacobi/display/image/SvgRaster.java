package jacobi.display.image;

import static jacobi.language.Say.say;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** An SVG drawing rendered by JSVG: as the pixels of a PNG, and as the lines and areas of a PDF. */
public final class SvgRaster {
    private static final double PIXELS_PER_INCH = 96;
    private static final double POINTS_PER_INCH = 72;

    /** A surface, or points in space, are thousands of shapes; JSVG refuses more than 2,000 unless it is told. */
    private static final LoaderContext CONTEXT = LoaderContext.builder()
            .documentLimits(new DocumentLimits(
                    DocumentLimits.DEFAULT_MAX_NESTING_DEPTH, DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH, 200_000))
            .build();

    private final SVGDocument document;

    private SvgRaster(SVGDocument document) {
        this.document = document;
    }

    /**
     * Reads a drawing.
     *
     * @throws IllegalArgumentException if the text is no SVG
     */
    public static SvgRaster of(String svg) {
        byte[] bytes = FontFallback.fonts(TextOutlines.in(svg)).getBytes(StandardCharsets.UTF_8);
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(bytes), null, CONTEXT);
        if (document == null) {
            throw new IllegalArgumentException(say("display.image.svgRaster.expected-svg-document-found"));
        }
        return new SvgRaster(document);
    }

    /** Width and height in pixels of a page, by these names, as a PNG's metadata has them. */
    Map<String, Object> size() {
        FloatSize size = document.size();
        return Map.of("width", Math.round(size.width), "height", Math.round(size.height));
    }

    /** The drawing as pixels on white, as a PNG. */
    public byte[] png(int dotsPerInch) {
        BufferedImage image = image(dotsPerInch);
        return Png.rgb(
                image.getWidth(),
                image.getHeight(),
                ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
    }

    /** The drawing as pixels on white. */
    public BufferedImage image(int dotsPerInch) {
        FloatSize size = document.size();
        double scale = dotsPerInch / PIXELS_PER_INCH;
        int width = pixels(size.width * scale);
        int height = pixels(size.height * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            document.render((Component) null, graphics, new ViewBox(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /** The drawing as a page of its own size; the same bytes for the same drawing. */
    public byte[] pdf() {
        FloatSize size = document.size();
        float scale = (float) (POINTS_PER_INCH / PIXELS_PER_INCH);
        PDRectangle paper = new PDRectangle(size.width * scale, size.height * scale);
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(paper);
            pdf.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(pdf, paper);
            document.render((Component) null, graphics, new ViewBox(0, 0, paper.getWidth(), paper.getHeight()));
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            // Else PDFBox makes one of the time.
            pdf.setDocumentId(0L);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF in memory cannot fail to be written", e);
        }
    }

    /** A hundredth of a pixel more than a whole number is a rounding error. */
    private static int pixels(double length) {
        return Math.max(1, (int) Math.ceil(length - 0.01));
    }
}
