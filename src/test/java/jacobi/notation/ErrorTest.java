package jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors stand at the characters the student typed and speak of nothing else. */
@Tag("slow")
class ErrorTest {

    private static final CellCompiler COMPILER = Cells.compiler();
    private static final Notation NOTATION = Cells.notation();
    private static Map<String, Reading> readings;

    /** A cell, and of each error what it marks and a part of its message. */
    record Case(String cell, List<String> errors) {
        static Case of(String block) {
            return new Case(
                    block.lines().filter(line -> !line.startsWith("! ")).collect(Collectors.joining("\n")),
                    block.lines()
                            .filter(line -> line.startsWith("! "))
                            .map(line -> line.substring(2))
                            .toList());
        }

        @Override
        public String toString() {
            return cell;
        }
    }

    static List<Case> cases() {
        return Arrays.stream(Cells.text("errors.txt").split("\n\n+"))
                .map(Case::of)
                .toList();
    }

    @BeforeAll
    static void readAll() {
        readings = COMPILER.readAll(NOTATION, cases().stream().map(Case::cell).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pointsAtWhatWasTyped(Case wrong) {
        List<Diagnostic> errors = readings.get(wrong.cell).errors();

        assertThat(errors).hasSameSizeAs(wrong.errors);
        for (int i = 0; i < errors.size(); i++) {
            String[] expected = wrong.errors.get(i).split(" \\| ");
            Diagnostic error = errors.get(i);
            assertThat(wrong.cell.substring(error.start(), error.end())).isEqualTo(expected[0]);
            assertThat(error.position()).isBetween(error.start(), error.end());
            assertThat(error.message()).contains(expected[1]).doesNotContain("$");
        }
    }

    @Test
    void syntaxThatIsNeitherJavaNorNotationHasOneErrorWhereReadingStops() {
        Map<String, Integer> cells =
                Map.of("X[0:2", 5, "X[1:2] = ;", 9, "x + * y", 4, "x ** ", 5, "[1, 2", 5, "x @ @ y", 3);
        cells.forEach((cell, position) -> {
            Reading reading = NOTATION.read(cell, COMPILER);
            assertThat(reading.plain()).as(cell).isEqualTo(cell);
            assertThat(reading.errors()).as(cell).hasSize(1);
            assertThat(reading.errors().get(0).position()).as(cell).isEqualTo(position);
        });
    }

    @Test
    void aFailedReadingEnds() {
        String deep = "x + ".repeat(200) + "foo";
        String lists = "[".repeat(2000) + "]".repeat(2000);

        assertThat(NOTATION.read(deep, COMPILER).errors()).hasSize(1);
        assertThat(NOTATION.read(lists, COMPILER).errors()).hasSize(1);
    }
}
