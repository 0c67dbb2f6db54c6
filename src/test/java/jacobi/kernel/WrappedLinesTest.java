package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.language.Ansi;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedLinesTest {
    private static final String PROSE = "mul: shapes (3, 4) and (2, 4) do not broadcast: axis 0 is 3 and 2; "
            .concat("reshape one of them, or take a slice of as many rows, so that they fit each other");

    @Test
    void proseIsBrokenBetweenWords() {
        List<String> wrapped = WrappedLines.of(List.of("\033[1;31mError\033[0m: " + PROSE, "  " + PROSE));
        assertThat(wrapped).hasSize(2);
        for (String part : wrapped) {
            assertThat(part.lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(Ansi.removed(line).length()).isLessThanOrEqualTo(88));
        }
        assertThat(wrapped.get(0).replace("\n", " ")).isEqualTo("\033[1;31mError\033[0m: " + PROSE);
        assertThat(wrapped.get(1).lines()).allMatch(line -> line.startsWith("  ") && line.charAt(2) != ' ');
    }

    @Test
    void codeAndWhatFitsStayAsTheyAre() {
        String code =
                "    var x = tensor([1.0, 2.0, 3.0]).add(tensor([1.0, 2.0, 3.0])).add(tensor([1.0, 2.0, 3.0])).sum();";
        String frame = "  \033[35mcell [3], line 2\033[0m: " + code.strip();
        String word = "x".repeat(200);
        List<String> lines = List.of(code, frame, "short", word, "two\nlines", "");
        assertThat(WrappedLines.of(lines)).isEqualTo(lines);
    }
}
