package jacobi.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisplaysTest {
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void watch() {
        Displays.screen(new Screen() {
            @Override
            public void show(MimeBundle bundle, String displayId) {
                seen.add("show " + bundle.data());
            }

            @Override
            public void update(MimeBundle bundle, String displayId) {
                seen.add("update " + bundle.data());
            }

            @Override
            public void clear(boolean wait) {
                seen.add("clear " + wait);
            }
        });
    }

    @AfterEach
    void unwatch() {
        Displays.screen(null);
    }

    @Test
    void whatIsShownCanBeReplacedAndCleared() {
        DisplayHandle handle = Displays.display(1);
        handle.update(2);
        Displays.updateDisplay(handle.id(), 3);
        Displays.clearOutput(true);
        assertThat(seen)
                .containsExactly("show {text/plain=1}", "update {text/plain=2}", "update {text/plain=3}", "clear true");
        assertThat(Displays.display(1).id()).isNotEqualTo(handle.id());
    }

    @Test
    void textInAMimeTypeIsTakenAsItIs() {
        Displays.display("<b>x</b>", "text/html");
        assertThat(seen).containsExactly("show {text/html=<b>x</b>}");
        assertThat(Displays.html("<b>x</b>").data()).containsEntry("text/html", "<b>x</b>");
        assertThat(Displays.markdown("*x*").data()).containsEntry("text/markdown", "*x*");
        assertThat(Displays.latex("x^2").data()).containsEntry("text/latex", "$x^2$");
        assertThat(Displays.latex("\\begin{align}x\\end{align}").data())
                .containsEntry("text/latex", "\\begin{align}x\\end{align}");
        assertThat(Displays.latex("\\frac{a}{b}\n").data()).containsEntry("text/latex", "$\\frac{a}{b}$");
        assertThat(Displays.latex("Let $x$ be").data()).containsEntry("text/latex", "Let $x$ be");
        assertThat(Displays.latex("a\\$").data())
                .as("a dollar sign of the text's own")
                .containsEntry("text/latex", "$a\\$$");
    }

    @Test
    void severalValuesAreShownInTheirOrder() {
        Displays.display(1, 2.5);
        Displays.display("a", "b", "c/d");
        Displays.display(1, "below", 3);
        assertThat(seen)
                .containsExactly(
                        "show {text/plain=1}",
                        "show {text/plain=2.5}",
                        "show {text/plain=a}",
                        "show {text/plain=b}",
                        "show {text/plain=c/d}",
                        "show {text/plain=1}",
                        "show {text/plain=below}",
                        "show {text/plain=3}");
    }

    @Test
    void arraysShowTheirElementsAndNullItself() {
        assertThat(Displays.render(new int[] {1, 2}).plain()).isEqualTo("[1, 2]");
        assertThat(Displays.render(new double[][] {{1}, {2, 3}}).plain()).isEqualTo("[[1.0], [2.0, 3.0]]");
        assertThat(Displays.render(null).plain()).isEqualTo("null");
        assertThat(Displays.render(new DisplayHandle("x"))).isEqualTo(MimeBundle.NOTHING);
    }

    /** A type of the test's own. */
    private record Circle(double radius) {}

    @Test
    void renderersOfIJavaAreAsked() {
        Displays.renderer()
                .createRegistration(Circle.class)
                .preferring(MIMEType.IMAGE_SVG)
                .supporting(MIMEType.TEXT_HTML, MIMEType.IMAGE_PNG, MIMEType.APPLICATION_JSON)
                .register((circle, context) -> {
                    context.renderIfRequested(MIMEType.IMAGE_SVG, () -> "<svg r='" + circle.radius() + "'/>");
                    context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<i>circle</i>");
                    context.renderIfRequested(MIMEType.IMAGE_PNG, () -> new byte[] {1, 2, 3});
                    context.renderIfRequested(MIMEType.APPLICATION_JSON, () -> "{\"radius\": 2}");
                });
        MimeBundle usual = Displays.render(new Circle(2));
        assertThat(usual.data())
                .containsEntry("image/svg+xml", "<svg r='2.0'/>")
                .containsKey("text/plain");
        assertThat(Displays.render(new Circle(2), "text/html").data()).containsEntry("text/html", "<i>circle</i>");
        assertThat(Displays.render(new Circle(2), "image/png").data())
                .as("bytes travel as base64")
                .containsEntry("image/png", "AQID");
        assertThat(Displays.render(new Circle(2), "application/json").data())
                .containsEntry("application/json", Map.of("radius", 2.0));
    }

    @Test
    void metadataIsKept() {
        DisplayData shown = new DisplayData("text");
        shown.putMetaData("width", 3);
        assertThat(RendererOutput.bundle(shown).metadata()).containsEntry("width", 3);
    }
}
