package jacobi.notebook;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A notebook of format 4 ({@code .ipynb}), read and written as Jupyter does.
 *
 * <p>Reading and writing an unchanged notebook gives the same bytes. Format: nbformat.readthedocs.io.
 */
public final class Notebook {
    /** Cells have ids since format 4.5. */
    private static final int MINOR_WITH_IDS = 5;

    private final ObjectNode json;
    private final List<NotebookCell> cells;
    private final boolean endsInNewline;

    private Notebook(ObjectNode json, boolean endsInNewline) {
        this.json = json;
        this.endsInNewline = endsInNewline;
        this.cells = new ArrayList<>();
        json.get("cells").forEach(cell -> cells.add(new NotebookCell((ObjectNode) cell)));
    }

    /**
     * Reads a file.
     *
     * @throws NotebookException if it is missing, unreadable or no notebook of format 4; its message names file and fix
     */
    public static Notebook read(Path file) throws NotebookException {
        try {
            return parse(decode(Files.readAllBytes(file), file), file.toString());
        } catch (NoSuchFileException e) {
            throw new NotebookException(say("notebook.read.no-file", "file", file));
        } catch (AccessDeniedException e) {
            throw new NotebookException(say("notebook.read.no-permission", "file", file));
        } catch (NotebookException e) {
            throw e;
        } catch (IOException e) {
            throw new NotebookException(
                    Files.isDirectory(file)
                            ? say("notebook.read.folder", "file", file)
                            : say("notebook.read.failed", "file", file, "reason", Replacement.reason(e)),
                    e);
        }
    }

    /**
     * Reads a notebook from its text.
     *
     * @param name the file's name, for errors
     */
    public static Notebook parse(String text, String name) throws NotebookException {
        if (text.isBlank()) {
            throw new NotebookException(say("notebook.read.empty", "name", name));
        }
        JsonNode json;
        try {
            json = NotebookJson.read(text);
        } catch (JsonProcessingException e) {
            throw new NotebookException(notJson(text, name, e), e);
        }
        NotebookShape.check(json, name);
        return new Notebook((ObjectNode) json, text.endsWith("\n"));
    }

    /** The notebook's cells in order. */
    public List<NotebookCell> cells() {
        return List.copyOf(cells);
    }

    /**
     * Adds a code cell that has not run.
     *
     * @param at its place among the cells, from 0
     * @param id unlike that of any other cell; left out in formats that have none
     */
    public NotebookCell insertCode(int at, String id, String source) {
        ObjectNode cell = NotebookJson.MAPPER.createObjectNode();
        cell.put("cell_type", "code").putNull("execution_count");
        if (json.path("nbformat_minor").asInt() >= MINOR_WITH_IDS) {
            cell.put("id", id);
        }
        cell.putObject("metadata");
        cell.putArray("outputs");
        NotebookCell added = new NotebookCell(cell);
        added.source(source);
        ((ArrayNode) json.get("cells")).insert(at, cell);
        cells.add(at, added);
        return added;
    }

    /** A notebook with the same content. */
    public Notebook copy() {
        return new Notebook(json.deepCopy(), endsInNewline);
    }

    /** The name of the kernelspec the notebook asks for. */
    public Optional<String> kernelName() {
        return text("kernelspec", "name");
    }

    /** The language the notebook is written in, in lower case, where it says so. */
    public Optional<String> language() {
        return text("kernelspec", "language")
                .or(() -> text("language_info", "name"))
                .map(language -> language.toLowerCase(Locale.ROOT));
    }

    /** The language its reader's messages are written in, where it names one: {@code "jacobi": {"language": "zh"}}. */
    public Optional<String> readersLanguage() {
        return text("jacobi", "language");
    }

    /** Notes what a kernel said of its language in {@code kernel_info_reply}, and the version if it is Jacobi. */
    public void madeBy(JsonNode info) {
        ObjectNode metadata = json.withObjectProperty("metadata");
        metadata.set("language_info", NotebookJson.sorted(info.path("language_info")));
        String version = info.path("implementation_version").asText();
        // One that runs from compiled classes has none.
        if (info.path("implementation").asText().equals("jacobi") && version.matches("\\d.*")) {
            ObjectNode own = metadata.path("jacobi") instanceof ObjectNode there ? there : metadata.putObject("jacobi");
            own.put("version", version);
            json.set("metadata", NotebookJson.sorted(metadata));
        }
    }

    /** The file's text, as Jupyter would write it. */
    public String toJson() {
        return NotebookJson.write(json) + (endsInNewline ? "\n" : "");
    }

    /**
     * Writes the notebook, making missing folders; an existing file is replaced in one step, so that a full disk or a
     * crash loses nothing.
     *
     * @param options {@link LinkOption#NOFOLLOW_LINKS} if a link is to be replaced itself and not what it leads to
     * @throws NotebookException if the place is not writable; its message names the fix
     */
    public void write(Path file, LinkOption... options) throws NotebookException {
        boolean follows = !List.of(options).contains(LinkOption.NOFOLLOW_LINKS);
        try {
            Path target = follows && Files.exists(file) ? file.toRealPath() : file;
            Replacement.write(target, this::writeTo);
        } catch (IOException e) {
            throw new NotebookException(say("notebook.write.failed", "file", file, "reason", Replacement.reason(e)), e);
        }
    }

    private void writeTo(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        NotebookJson.write(json, text);
        if (endsInNewline) {
            text.write('\n');
        }
        text.flush();
    }

    private Optional<String> text(String object, String field) {
        JsonNode found = json.path("metadata").path(object).path(field);
        return found.isTextual() && !found.asText().isBlank() ? Optional.of(found.asText()) : Optional.empty();
    }

    private static String decode(byte[] bytes, Path file) throws NotebookException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new NotebookException(say("notebook.read.not-utf8", "file", file), e);
        }
    }

    private static String notJson(String text, String name, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : say("notebook.read.place", "line", at.getLineNr(), "column", at.getColumnNr());
        if (text.startsWith("<<<<<<< ") || text.contains("\n<<<<<<< ")) {
            return say("notebook.read.conflict", "file", name);
        }
        return say("notebook.read.not-json", "file", name, "place", where);
    }
}
