package jacobi.plot;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/** Shows charts made with XChart: as SVG, with a PNG for pages and programs that cannot show one. */
public final class Charts {
    private Charts() {}

    /** Lets a renderer show charts. */
    public static void register(Renderer renderer) {
        renderer.createRegistration(Chart.class)
                .preferring(MIMEType.IMAGE_SVG)
                .preferring(MIMEType.IMAGE_PNG)
                .preferring(MIMEType.TEXT_PLAIN)
                .register((chart, context) -> {
                    context.renderIfRequested(MIMEType.IMAGE_SVG, () -> svg(chart));
                    context.renderIfRequested(MIMEType.IMAGE_PNG, () -> png(chart));
                    context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> text(chart));
                });
    }

    /** Without the prolog and DOCTYPE of a file: the drawing stands inside a page. */
    private static String svg(Chart<?, ?> chart) {
        String document = new String(encoded(chart, "svg"), StandardCharsets.UTF_8);
        return document.substring(document.indexOf("<svg"));
    }

    private static String png(Chart<?, ?> chart) {
        return Base64.getEncoder().encodeToString(encoded(chart, "png"));
    }

    private static byte[] encoded(Chart<?, ?> chart, String form) {
        try {
            return ChartEncoder.getBytes(chart, form);
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all bytes", e);
        }
    }

    private static String text(Chart<?, ?> chart) {
        String title = chart.getTitle();
        return chart.getClass().getSimpleName() + (title == null || title.isEmpty() ? "" : ": " + title);
    }
}
