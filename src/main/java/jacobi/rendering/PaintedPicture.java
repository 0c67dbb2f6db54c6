package jacobi.rendering;

import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.common.Image;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.image.Png;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was painted, two pixels to one of a page in each direction, so that it is sharp on any screen.
 *
 * @param width on the page
 * @param text what a console shows
 */
record PaintedPicture(int width, int height, int[] pixels, String text) {
    private static final int SCALE = 2;

    /** What {@code painting} paints, on a transparent ground. */
    static PaintedPicture of(int width, int height, String text, Consumer<Graphics2D> painting) {
        BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            painting.accept(graphics);
        } finally {
            graphics.dispose();
        }
        int[] pixels = image.getRGB(0, 0, width * SCALE, height * SCALE, null, 0, width * SCALE);
        return new PaintedPicture(width, height, pixels, text);
    }

    void render(RenderContext context) {
        context.renderIfRequested(
                Image.PNG,
                (type, data) -> data.putData(
                        type,
                        Base64.getEncoder().encodeToString(Png.argb(width * SCALE, height * SCALE, pixels)),
                        Map.of("width", width, "height", height)));
        context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> text);
    }
}
