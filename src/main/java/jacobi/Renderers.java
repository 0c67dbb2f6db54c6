package jacobi;

import io.github.spencerpark.jupyter.kernel.display.common.Image;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.Displays;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.internal.chartpart.Chart;

/** How values of libraries are shown: images as PNG, charts of XChart as SVG. */
final class Renderers {
    private Renderers() {}

    static void register() {
        Image.registerAll(Displays.renderer());
        Displays.renderer()
                .createRegistration(Chart.class)
                .preferring(MIMEType.IMAGE_SVG)
                .register((chart, context) -> context.renderIfRequested(MIMEType.IMAGE_SVG, () -> svg(chart)));
    }

    private static String svg(Chart<?, ?> chart) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsFormat.SVG);
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all bytes", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
