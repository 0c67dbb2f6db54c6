package jacobi.plot;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.image.SvgImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/** Shows charts made with XChart: from their SVG, as figures are. */
public final class Charts {
    private Charts() {}

    /** Lets a renderer show charts. */
    public static void register(Renderer renderer) {
        renderer.createRegistration(Chart.class)
                .supporting(SvgImage.TYPES.toArray(MIMEType[]::new))
                .preferring(SvgImage.TYPES.toArray(MIMEType[]::new))
                .register((chart, context) -> new SvgImage(svg(chart), text(chart)).render(context));
    }

    /** Without the prolog and DOCTYPE of a file: the drawing stands inside a page. */
    private static String svg(Chart<?, ?> chart) {
        try {
            String document = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
            return document.substring(document.indexOf("<svg"));
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all bytes", e);
        }
    }

    private static String text(Chart<?, ?> chart) {
        String title = chart.getTitle();
        return chart.getClass().getSimpleName() + (title == null || title.isEmpty() ? "" : ": " + title);
    }
}
