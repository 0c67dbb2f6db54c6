package jacobi.notation;

import jacobi.TestText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tables of cells in resource files: what is typed, then lines with a mark in front that say what it becomes. */
final class Cells {

    private Cells() {}

    /**
     * One cell.
     *
     * @param source as typed
     * @param plain lines marked {@code →}
     * @param value lines marked {@code =}
     */
    record Cell(String source, String plain, String value) {
        @Override
        public String toString() {
            return source;
        }
    }

    /** The cells of a file, an empty line between them; lines that begin with {@code ##} are headings. */
    static List<Cell> read(String name) {
        List<Cell> cells = new ArrayList<>();
        for (String block : text(name).split("\n\n+")) {
            if (!block.startsWith("##")) {
                cells.add(new Cell(
                        block.lines()
                                .filter(line -> !line.startsWith("→") && !line.startsWith("= "))
                                .collect(Collectors.joining("\n")),
                        marked(block, "→"),
                        marked(block, "=")));
            }
        }
        return cells;
    }

    private static String marked(String block, String mark) {
        return block.lines()
                .filter(line -> line.startsWith(mark + " "))
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n"));
    }

    static String text(String name) {
        return TestText.read(Cells.class, name).replace("\r\n", "\n").strip();
    }

    /** Notation as the cells of a notebook have it. */
    static Notation notation() {
        return new Notation(Vocabulary.of(TestText.prelude(), Cells.class.getClassLoader()));
    }

    /** A compiler of cells that begin as those of a notebook. */
    static CellCompiler compiler() {
        return new CellCompiler(TestText.prelude());
    }
}
