package jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.source.Lexer;
import jacobi.source.Node;
import jacobi.source.Parser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The law: a cell that Java accepts means what Java says. */
@Tag("slow")
class JavaTest {

    private static final List<String> CELLS =
            Cells.read("java.txt").stream().map(Cells.Cell::source).toList();
    private static final CellCompiler COMPILER = Cells.compiler();
    private static final Notation NOTATION = Cells.notation();
    private static Map<String, Reading> readings;

    @BeforeAll
    static void readAll() {
        readings = COMPILER.readAll(NOTATION, CELLS);
    }

    static List<String> cells() {
        return CELLS;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void stays(String cell) {
        Reading reading = readings.get(cell);

        assertThat(reading.errors()).as("the cell is valid Java").isEmpty();
        assertThat(reading.plain()).isEqualTo(cell);
        assertThat(reading.changed()).isFalse();
        assertThat(NOTATION.outline(cell).plain()).isEqualTo(cell);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isCompiledOnceAsItIs(String cell) {
        List<String> asked = new ArrayList<>();

        NOTATION.read(cell, (source, map) -> {
            asked.add(source);
            return accepted();
        });

        assertThat(asked).containsExactly(cell);
    }

    private static Compilation accepted() {
        return new Compilation() {
            @Override
            public List<Diagnostic> diagnostics() {
                return List.of();
            }

            @Override
            public String typeOf(int start, int end) {
                return null;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isParsedIntoPartsWithinParts(String cell) {
        Node.Cell parsed = Parser.parse(cell, Lexer.endingIn(cell));

        assertWithin(parsed, parsed);
        assertThat(new Rendered.Draft(Rendered.typed(parsed), cell).plain).isEqualTo(cell);
    }

    private static void assertWithin(Node parent, Node node) {
        assertThat(node.start()).isBetween(parent.start(), node.end());
        assertThat(node.end()).isLessThanOrEqualTo(parent.end());
        int at = node.start();
        for (Node child : node.children()) {
            assertThat(child.start()).isGreaterThanOrEqualTo(at);
            assertWithin(node, child);
            at = child.end();
        }
    }

    @Test
    void coversTheLanguage() {
        assertThat(CELLS).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
    }

    /** This project's own sources are a corpus too: all of Java its authors write. */
    @Test
    void whatThisProjectIsWrittenInIsParsedAndHoldsNoNotation() throws Exception {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertThat(sources).hasSizeGreaterThan(50);
        for (Path file : sources) {
            String source = Files.readString(file);
            Node.Cell parsed = Parser.parse(source, Lexer.endingIn(source));
            assertThat(Forms.isForeign(parsed)).as("%s", file).isFalse();
            assertWithin(parsed, parsed);
        }
    }
}
