package jacobi.rendering;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.concurrent.atomic.AtomicInteger;

/** Figures of Tablesaw's Plotly: the page draws them, with a script that it loads once. */
final class Plotly {
    private static final String SCRIPT = "https://cdn.plot.ly/plotly-2.35.2.min.js";
    private static final AtomicInteger MADE = new AtomicInteger();

    private Plotly() {}

    static <T> void register(Class<T> type, Renderer renderer) {
        renderer.createRegistration(type)
                .preferring(MIMEType.TEXT_HTML)
                .preferring(MIMEType.TEXT_PLAIN)
                .register((figure, context) -> {
                    context.renderIfRequested(MIMEType.TEXT_HTML, () -> html(figure));
                    context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> say("rendering.plotly"));
                });
    }

    private static String html(Object figure) {
        // Tablesaw makes the name of a variable of it.
        String id = "plotly_" + MADE.incrementAndGet();
        String script = ((String) Call.of(figure, "asJavascript", id)).replaceAll("(?i)</?script[^>]*>", "");
        return "<div id=\"" + id + "\"></div>\n<script>(function () {\n  function draw() {\n" + script
                + "\n  }\n  if (window.Plotly) { draw(); return; }\n"
                + "  const script = document.createElement(\"script\");\n  script.src = \"" + SCRIPT + "\";\n"
                // Notebook's loader of modules would keep it to itself.
                + "  const define = window.define;\n  window.define = undefined;\n"
                + "  script.onload = function () { window.define = define; draw(); };\n"
                + "  document.head.appendChild(script);\n})();</script>";
    }
}
