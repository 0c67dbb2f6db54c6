package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists of records as tables. */
class ListFormsTest {
    private record Bird(String name, int[] eggs) {}

    private record Nothing() {}

    @BeforeAll
    static void register() {
        Renderers.register();
    }

    @Test
    void recordsOfOneTypeAreATable() {
        Bird owl = new Bird("<owl>", new int[] {1, 2});
        for (Object several : new Object[] {List.of(owl, owl), new Bird[] {owl, owl}}) {
            MimeBundle bundle = Displays.render(several);
            assertThat(bundle.plain()).isEqualTo("name   eggs\n<owl>  [1, 2]\n<owl>  [1, 2]");
            assertThat((String) bundle.data().get("text/html")).contains("&lt;owl&gt;");
        }
        assertThat(Displays.render(Collections.nCopies(100, owl)).plain())
                .contains("...")
                .endsWith("100 rows")
                .hasLineCount(13);
    }

    @Test
    void otherListsAreText() {
        assertThat(Displays.render(List.of(new Nothing())).data()).containsOnlyKeys("text/plain");
        assertThat(Displays.render(List.of(1, new Bird("a", null))).data()).containsOnlyKeys("text/plain");
        assertThat(Displays.render(List.of()).data()).containsOnlyKeys("text/plain");
        assertThat(Displays.render(new int[][] {{1}, {2, 3}}).plain()).isEqualTo("[[1], [2, 3]]");
        assertThat(Displays.render(Map.of("k", List.of(new int[][] {{1}, {2, 3}}, "[I@1")))
                        .plain())
                .isEqualTo("{k=[[[1], [2, 3]], [I@1]}");
    }
}
