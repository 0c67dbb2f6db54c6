package jacobi.plot.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row C8: format strings, read as matplotlib reads them. */
class FormatTest {

    @ParameterizedTest(name = "format {0}")
    @CsvSource(textBlock = """
            '-',        ,        SOLID,   ''
            '',         ,        SOLID,   ''
            'm--',      #bf00bf, DASHED,  ''
            '--m',      #bf00bf, DASHED,  ''
            'g-.',      #008000, DASHDOT, ''
            'r:',       #ff0000, DOTTED,  ''
            'ro',       #ff0000, NONE,    o
            'o',        ,        NONE,    o
            '-o',       ,        SOLID,   o
            'o-.k',     #000000, DASHDOT, o
            '.-',       ,        SOLID,   .
            'C3',       C3,      SOLID,   ''
            'C7s:',     C7,      DOTTED,  s
            'orange',   #ffa500, SOLID,   ''
            'green--',  #008000, DASHED,  ''
            'tab:blue', #1f77b4, SOLID,   ''
            '#ff00FF:', #ff00ff, DOTTED,  ''
            '#fff',     #ffffff, SOLID,   ''
            'kx',       #000000, NONE,    x
            """)
    void readInAnyOrder(String text, String color, Dash dash, String marker) {
        Format format = Format.of(text);
        assertThat(format.color()).isEqualTo(color);
        assertThat(format.dash()).isEqualTo(dash);
        assertThat(format.marker()).isEqualTo(marker.isEmpty() ? (char) 0 : marker.charAt(0));
    }

    @Test
    void unknownFormatListsTheKnown() {
        assertThatThrownBy(() -> Format.of("r?"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found '?' in \"r?\"")
                .hasMessageContaining("a line (-, --, -., :)")
                .hasMessageContaining("b g r c m y k w");
        assertThatThrownBy(() -> Format.of("rb")).hasMessageStartingWith("fmt: two colours in \"rb\"");
        assertThatThrownBy(() -> Format.of("---")).hasMessageStartingWith("fmt: two line styles in \"---\"");
    }

    @Test
    void unknownColourListsTheKnownAndSuggests() {
        assertThatThrownBy(() -> Colors.named("orangish"))
                .hasMessageContaining("expected b, g, r, c, m, y, k, w, C0 to C9, a CSS name")
                .hasMessageEndingWith("found \"orangish\"; did you mean \"orange\"?");
    }

    @ParameterizedTest
    @CsvSource({"0.5, #808080", "RebeccaPurple, #663399", "none, none", "w, #ffffff", "tab:grey, #7f7f7f"})
    void coloursHaveManyNames(String name, String color) {
        assertThat(Colors.named(name)).isEqualTo(color);
    }

    @Test
    void dashesGrowWithTheLine() {
        assertThat(Dash.DASHED.array(1.5)).isEqualTo("5.55 2.4");
        assertThat(Dash.DASHDOT.array(1)).isEqualTo("6.4 1.6 1 1.6");
        assertThat(Dash.DOTTED.array(2)).isEqualTo("2 3.3");
        assertThat(Dash.SOLID.array(2)).isEmpty();
    }

    @Test
    void colourMapsBeginAndEndAsMatplotlibs() {
        assertThat(ColorMap.named("viridis").at(0)).isEqualTo("#440154");
        assertThat(ColorMap.named("viridis").at(0.5)).isEqualTo("#21918c");
        assertThat(ColorMap.named("viridis").at(1)).isEqualTo("#fde725");
        assertThat(ColorMap.named("Reds_r").at(1))
                .isEqualTo(ColorMap.named("Reds").at(0))
                .isEqualTo("#fff5f0");
        assertThat(ColorMap.named("gray").at(0.5)).isEqualTo("#808080");
        assertThat(ColorMap.named("jet").at(0)).isEqualTo("#000080");
        assertThat(ColorMap.named("bwr").at(1)).isEqualTo("#ff0000");
        assertThat(ColorMap.named("tab10").at(0.05)).isEqualTo("#1f77b4");
        assertThat(ColorMap.named("tab10").at(0.95)).isEqualTo("#17becf");
        assertThat(ColorMap.named("Greys").at(1)).isEqualTo("#000000");
        assertThatThrownBy(() -> ColorMap.named("jets"))
                .hasMessageContaining("Reds")
                .hasMessageContaining("viridis");
    }
}
