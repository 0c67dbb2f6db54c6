package jacobi.repl.magic;

import jacobi.source.Cell;
import java.nio.file.Path;

/**
 * Where code comes from: a cell that was typed, or a file one loads.
 *
 * @param cell the number of the cell; 0 for a silent one and for files
 * @param file null for a cell
 * @param part which part of the file, as {@code cell 3} of a notebook; empty for all of it
 * @param loader what loads the file; null for a cell
 */
public record CodeOrigin(int cell, Path file, String part, CodeOrigin loader) {

    /** A cell that was typed. */
    public static CodeOrigin ofCell(int number) {
        return new CodeOrigin(number, null, "", null);
    }

    /** A file this one loads. */
    CodeOrigin loading(Path path) {
        return new CodeOrigin(0, path, "", this);
    }

    CodeOrigin part(String name) {
        return new CodeOrigin(cell, file, name, loader);
    }

    /** Whether it is among what loads this. */
    boolean isLoading(Path path) {
        return path.equals(file) || loader != null && loader.isLoading(path);
    }

    /** What errors call it; null for a cell. */
    public String name() {
        return file == null ? null : file.getFileName() + (part.isEmpty() ? "" : ", " + part);
    }

    /** Its code as the compiler gets it. */
    public Cell read(String code) {
        return file == null ? Cell.of(cell, code) : Cell.ofFile(name(), code);
    }
}
