package jacobi.rendering;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.common.Image;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.Displays;
import jacobi.display.Table;
import jacobi.display.image.SvgImage;
import java.util.function.Function;

/**
 * Registers renderers, each by the name of its type: what nobody shows is not loaded, and a library may come in any
 * version, or in two.
 */
public final class Rendering {
    private Rendering() {}

    /** Lets all of them be shown. */
    public static void register() {
        Image.registerAll(Displays.renderer());
        drawn("org.knowm.xchart.internal.chartpart.Chart", XCharts::drawing);
        drawn("org.jfree.chart.JFreeChart", JFreeCharts::drawing);
        tabular("tech.tablesaw.api.Table", ForeignFrames::ofTablesaw);
        tabular("org.dflib.DataFrame", ForeignFrames::ofDflib);
        Displays.rendererOf("tech.tablesaw.plotly.components.Figure", Plotly::register);
        pictured("java.awt.Component", Components::picture);
        pictured("javax.swing.Icon", Components::picture);
        for (String place : new String[] {"java.nio.file.Path", "java.io.File", "java.net.URL", "java.net.URI"}) {
            Displays.rendererOf(place, PictureFiles::register);
        }
    }

    private static void drawn(String type, Function<Object, SvgImage> drawing) {
        MIMEType[] types = SvgImage.TYPES.toArray(MIMEType[]::new);
        Displays.rendererOf(
                type,
                (found, renderer) -> renderer.createRegistration(found)
                        .supporting(types)
                        .preferring(types)
                        .register((value, context) -> drawing.apply(value).render(context)));
    }

    private static void tabular(String type, Function<Object, Table> table) {
        Displays.rendererOf(type, (found, renderer) -> register(found, renderer, table));
    }

    private static <T> void register(Class<T> type, Renderer renderer, Function<Object, Table> table) {
        renderer.createRegistration(type)
                .preferring(MIMEType.TEXT_HTML)
                .preferring(MIMEType.TEXT_PLAIN)
                .register((value, context) -> table.apply(value).render(context));
    }

    private static void pictured(String type, Function<Object, PaintedPicture> picture) {
        Displays.rendererOf(
                type,
                (found, renderer) -> renderer.createRegistration(found)
                        .preferring(Image.PNG)
                        .preferring(MIMEType.TEXT_PLAIN)
                        .register((value, context) -> picture.apply(value).render(context)));
    }
}
