package jacobi.display.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Chinese in figures that become pictures: the font that is there, or a word about the one to install. */
class ChineseFontsTest {
    private static final String SVG = "<svg><text>f(x) 导数</text></svg>";

    @Test
    void theFirstFontThatIsThereIsNamed() {
        assertThat(FontFallback.fonts(SVG, Set.of("DejaVu Sans", "Noto Serif CJK SC", "WenQuanYi Zen Hei")))
                .contains("f(x) <tspan font-family=\"WenQuanYi Zen Hei\">导数</tspan>");
    }

    @Test
    void withoutAFontThePackageThatBringsOneIsNamedOnce() {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        FontFallback.TOLD.set(false);
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            FontFallback.fonts("<svg><text>f(x)</text></svg>", Set.of());
            assertThat(said.size()).isZero();
            FontFallback.fonts(SVG, Set.of());
            FontFallback.fonts(SVG, Set.of());
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).containsOnlyOnce("fonts-noto-cjk");
    }
}
