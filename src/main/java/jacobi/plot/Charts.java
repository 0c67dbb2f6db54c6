package jacobi.plot;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.Displays;
import jacobi.display.image.SvgImage;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
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

/**
 * Shows charts made with XChart: from their SVG, as figures are. They are asked by the names of their methods, which are
 * the same in 3.5 and in 4.0, since a cell's XChart can be another than the kernel's.
 */
public final class Charts {
    /** Ends each id until the drawing is known; then its checksum does, so that two charts on a page share no id. */
    private static final String OWN = "-of-this-chart";

    private Charts() {}

    /** Lets charts of every XChart be shown. */
    public static void register() {
        Displays.rendererOf("org.knowm.xchart.internal.chartpart.Chart", Charts::register);
    }

    private static void register(Class<?> type, Renderer renderer) {
        renderer.createRegistration(type)
                .supporting(SvgImage.TYPES.toArray(MIMEType[]::new))
                .preferring(SvgImage.TYPES.toArray(MIMEType[]::new))
                .register((chart, context) -> new SvgImage(svg(chart), text(chart)).render(context));
    }

    /** Without the prolog and DOCTYPE of a file: the drawing stands inside a page. */
    private static String svg(Object chart) {
        SVGGraphics2D graphics = graphics();
        int width = (int) call(chart, "getWidth");
        int height = (int) call(chart, "getHeight");
        graphics.setSVGCanvasSize(new Dimension(width, height));
        call(chart, "paint", new Class<?>[] {Graphics2D.class, int.class, int.class}, graphics, width, height);
        StringWriter document = new StringWriter();
        try {
            graphics.stream(document, false);
        } catch (SVGGraphics2DIOException e) {
            throw new IllegalStateException("a drawing in memory cannot fail to be written", e);
        }
        String drawing = document.toString();
        CRC32 checksum = new CRC32();
        checksum.update(drawing.getBytes(StandardCharsets.UTF_8));
        return drawing.substring(drawing.indexOf("<svg"))
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

    private static String text(Object chart) {
        Object title = call(chart, "getTitle");
        return chart.getClass().getSimpleName() + (title == null || title.equals("") ? "" : ": " + title);
    }

    private static Object call(Object chart, String method) {
        return call(chart, method, new Class<?>[0]);
    }

    private static Object call(Object chart, String method, Class<?>[] types, Object... arguments) {
        try {
            return chart.getClass().getMethod(method, types).invoke(chart, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this XChart has charts without a public " + method, e);
        }
    }
}
