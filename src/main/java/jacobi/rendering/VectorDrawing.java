package jacobi.rendering;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.SimpleImageHandler;
import org.w3c.dom.DOMImplementation;

/** What is drawn with Java's two-dimensional graphics, as SVG. */
final class VectorDrawing {
    /** Ends each id until the drawing is known; then its checksum does, so that two charts on a page share no id. */
    private static final String OWN = "-of-this-chart";

    private VectorDrawing() {}

    /** Without the prolog and DOCTYPE of a file: the drawing stands inside a page. */
    static String svg(int width, int height, Consumer<Graphics2D> drawing) {
        SVGGraphics2D graphics = graphics();
        graphics.setSVGCanvasSize(new Dimension(width, height));
        drawing.accept(graphics);
        StringWriter document = new StringWriter();
        try {
            graphics.stream(document, false);
        } catch (SVGGraphics2DIOException e) {
            throw new IllegalStateException("a drawing in memory cannot fail to be written", e);
        }
        String text = document.toString();
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return text.substring(text.indexOf("<svg"))
                .replace("id=\"genericDefs\"", "id=\"genericDefs" + OWN + "\"")
                .replace(OWN, "-" + Long.toHexString(checksum.getValue()));
    }

    private static SVGGraphics2D graphics() {
        try {
            DOMImplementation dom = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
            SVGGeneratorContext context =
                    SVGGeneratorContext.createDefault(dom.createDocument(SVGGraphics2D.SVG_NAMESPACE_URI, "svg", null));
            context.setComment(null);
            context.setIDGenerator(new SVGIDGenerator() {
                @Override
                public String generateID(String prefix) {
                    return super.generateID(prefix) + OWN;
                }
            });
            context.setGenericImageHandler(new SimpleImageHandler(new ImageHandlerBase64Encoder() {
                @Override
                public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
                    try {
                        ImageIO.write(image, "png", out);
                    } catch (IOException e) {
                        throw new SVGGraphics2DIOException("an array takes all bytes", e);
                    }
                }
            }));
            return new SVGGraphics2D(context, false);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser has no option set that it could lack", e);
        }
    }
}
