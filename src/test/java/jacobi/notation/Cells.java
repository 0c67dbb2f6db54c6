package jacobi.notation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        try (InputStream in = Objects.requireNonNull(Cells.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The import lines every cell starts with. */
    static List<String> prelude() {
        try (InputStream in = Cells.class.getResourceAsStream("/jacobi/prelude.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("import"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
