package jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A table of cells: what is typed, its plain Java, what it prints. Covers the forms of the book, each wherever code can
 * stand.
 */
@Tag("slow")
class NotationTest {

    private static final List<Cells.Cell> CELLS = Cells.read("cells.txt");
    private static final CellCompiler COMPILER = Cells.compiler();
    private static final Notation NOTATION = Cells.notation();
    private static Map<String, Reading> readings;

    @BeforeAll
    static void readAll() {
        readings = COMPILER.readAll(
                NOTATION, CELLS.stream().map(Cells.Cell::source).toList());
        COMPILER.generate(readings.values().stream()
                .filter(reading -> reading.errors().isEmpty())
                .map(Reading::plain)
                .toList());
    }

    static List<Cells.Cell> cells() {
        return CELLS;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isPlainJavaWithThatValue(Cells.Cell cell) throws Throwable {
        Reading reading = readings.get(cell.source());

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.plain()).isEqualTo(cell.plain());
        String value = String.valueOf(COMPILER.run(reading.plain()));
        assertThat(value.lines().map(String::stripTrailing))
                .containsExactlyElementsOf(
                        cell.value().lines().map(String::stripTrailing).toList());
    }

    @Test
    void hasHundredsOfCells() {
        assertThat(CELLS).hasSizeGreaterThan(400).doesNotHaveDuplicates();
    }

    @Test
    void plainJavaIsReadAsItself() {
        List<String> plain = CELLS.stream().map(Cells.Cell::plain).toList();

        COMPILER.readAll(NOTATION, plain)
                .forEach((source, reading) -> assertThat(reading.plain()).isEqualTo(source));
    }

    @Test
    void everyLineStaysInItsPlaceInTheMap() {
        readings.values().forEach(reading -> {
            for (int at = 0; at < reading.plain().length(); at++) {
                if (reading.map().isTyped(at)) {
                    assertThat(reading.source().charAt(reading.map().toSource(at)))
                            .isEqualTo(reading.plain().charAt(at));
                }
            }
        });
    }
}
