package jacobi.display.image;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.Html;
import java.awt.AWTError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An SVG drawing in every form it may be asked for, so that it is seen wherever its notebook is opened, with nothing
 * run and nothing trusted.
 *
 * <p>Who takes what: Notebook, JupyterLab, VS Code and nbconvert's HTML, slides and Markdown take {@code text/html}, an
 * {@code img} element with the SVG inside its address, which their sanitizers let pass where they remove an {@code svg}
 * element; LaTeX takes {@code application/pdf}, and without it would call Inkscape; what shows pixels only takes
 * {@code image/png}, two for each pixel of a page; programs that draw SVG take {@code image/svg+xml}; a console takes
 * the text.
 *
 * @param svg the document, without prolog or DOCTYPE
 * @param text what it shows, in words
 * @param types the forms it is shown in
 * @param dotsPerInch of the PNG; a page has 96 to the inch
 */
public record SvgImage(String svg, String text, Set<MIMEType> types, int dotsPerInch) implements DisplayDataRenderable {
    /** All forms. */
    public static final Set<MIMEType> TYPES = Set.of(
            MIMEType.TEXT_HTML, MIMEType.IMAGE_SVG, MIMEType.IMAGE_PNG, MIMEType.APPLICATION_PDF, MIMEType.TEXT_PLAIN);

    private static final Set<MIMEType> QUICK = Set.of(MIMEType.TEXT_HTML, MIMEType.IMAGE_SVG, MIMEType.TEXT_PLAIN);

    /** A drawing of more characters takes less as pixels. */
    private static final int LARGE = 80_000;

    /** Two pixels of the PNG to one of a page, which has 96 to the inch. */
    private static final int DOTS_PER_INCH = 192;

    /** A drawing in all forms. */
    public SvgImage(String svg, String text) {
        this(svg, text, TYPES, DOTS_PER_INCH);
    }

    /** The drawing with a PNG of a quarter of the pixels, one for each of a page: for large sheets. */
    public SvgImage coarse() {
        return new SvgImage(svg, text, types, DOTS_PER_INCH / 2);
    }

    /**
     * The drawing as a page shows it at once, not rendered: for frames of something that moves, of which the last is
     * kept.
     */
    public SvgImage frame() {
        return new SvgImage(svg, text, QUICK, dotsPerInch);
    }

    @Override
    public Set<MIMEType> getSupportedRenderTypes() {
        return types;
    }

    @Override
    public void render(RenderContext context) {
        context.renderIfRequested(MIMEType.TEXT_HTML, this::toHtml);
        context.renderIfRequested(MIMEType.IMAGE_SVG, this::svg);
        context.renderIfRequested(MIMEType.TEXT_PLAIN, this::text);
        if (context.wantsDataRenderedAs(MIMEType.IMAGE_PNG) || context.wantsDataRenderedAs(MIMEType.APPLICATION_PDF)) {
            rendered(context);
        }
    }

    private void rendered(RenderContext context) {
        drawn(raster -> {
            if (context.renderIfRequested(MIMEType.IMAGE_PNG, () -> base64(raster.png(dotsPerInch)))) {
                context.getOutputContainer().putMetaData(MIMEType.IMAGE_PNG, raster.size());
            }
            context.renderIfRequested(MIMEType.APPLICATION_PDF, () -> base64(raster.pdf()));
            return raster;
        });
    }

    /** What is made of the drawing's pixels; empty if there can be none, and the drawing's other forms are shown. */
    private <T> Optional<T> drawn(Function<SvgRaster, T> make) {
        try {
            return Optional.of(make.apply(SvgRaster.of(svg)));
        } catch (RuntimeException | LinkageError | InternalError | AWTError e) {
            // The text is no SVG, or this Java has no fonts, which it says in one of several ways.
            return Optional.empty();
        }
    }

    /**
     * The drawing as an element of HTML that a sanitizer lets pass: no wider than the page, and of its own height; the
     * style is for pages that have none for pictures.
     */
    public String toHtml() {
        return element("image/svg+xml", base64(svg.getBytes(StandardCharsets.UTF_8)), "");
    }

    /** As {@link #toHtml}, by its pixels where the drawing is large: for pages that hold many. */
    public String toSmallHtml() {
        return svg.length() > LARGE ? drawn(this::pixels).orElseGet(this::toHtml) : toHtml();
    }

    private String pixels(SvgRaster raster) {
        String width = " width=\"" + raster.size().get("width") + "\"";
        return element("image/png", base64(raster.png(dotsPerInch)), width);
    }

    private String element(String type, String base64, String width) {
        // In one line: in Markdown an empty one would end the element.
        String alt = Html.escape(text.strip().replaceAll("\\s+", " ")).replace("\"", "&quot;");
        return "<img alt=\"" + alt + "\"" + width + " src=\"data:" + type + ";base64," + base64
                + "\" style=\"display: block; margin: 0; max-width: 100%; height: auto\">";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
