package jacobi.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jacobi.notebook.CellResult.State;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;

class StoredOutputsTest {
    @Test
    void textIsComparedToTheCharacterWhicheverWayItIsStored() {
        assertThat(differences("'a\\nb'", "['a\\n', 'b']", "text/plain")).isEmpty();
        assertThat(differences("'a\\nb'", "['a\\n', 'c']", "text/plain"))
                .containsExactly("output 1: text/plain, line 2: stored 'b', now 'c'");
        assertThat(differences("'a'", "'a\\n'", "text/plain"))
                .containsExactly("output 1: text/plain, line 2: stored nothing, now ''");
    }

    @Test
    void coloursAndCountsDoNotMatter() {
        assertThat(StoredOutputs.differences(
                        json("[{'output_type': 'error', 'ename': 'E', 'evalue': 'v', 'traceback': "
                                + "['\\u001b[31mE\\u001b[0m: v']}]"),
                        json("[{'output_type': 'error', 'ename': 'E', 'evalue': 'v', 'traceback': ['E: v']}]")))
                .isEmpty();
        assertThat(StoredOutputs.differences(
                        json("[{'output_type': 'execute_result', 'execution_count': 3, 'data': {'text/plain': '1'}}]"),
                        json("[{'output_type': 'execute_result', 'execution_count': 4, 'data': {'text/plain': '1'}}]")))
                .isEmpty();
    }

    @Test
    void aMissingANewAndAnotherOutputAreNamed() {
        ArrayNode one = json("[{'output_type': 'stream', 'name': 'stdout', 'text': 'a'}]");
        ArrayNode other = json("[{'output_type': 'stream', 'name': 'stderr', 'text': 'a'}]");
        assertThat(StoredOutputs.differences(one, json("[]")))
                .containsExactly("output 1: stored stdout 'a', now missing");
        assertThat(StoredOutputs.differences(json("[]"), one)).containsExactly("output 1: not stored, now stdout 'a'");
        assertThat(StoredOutputs.differences(one, other))
                .containsExactly("output 1: stored stdout 'a', now stderr 'a'");
        assertThat(StoredOutputs.differences(
                        json("[{'output_type': 'display_data', 'data': {'text/plain': 'a', 'text/html': 'b'}}]"),
                        json("[{'output_type': 'display_data', 'data': {'text/plain': 'a'}}]")))
                .containsExactly("output 1: text/html is stored, now missing");
    }

    @Test
    void picturesAreComparedByWhatTheyShow() throws IOException {
        assertThat(png(0xff0000, 0.0f)).isNotEqualTo(png(0xff0000, 1.0f));
        assertThat(differences(png(0xff0000, 0.0f), png(0xff0000, 1.0f), "image/png"))
                .isEmpty();
        assertThat(differences(png(0xff0000, 0.0f), png(0x00ff00, 0.0f), "image/png"))
                .containsExactly("output 1: image/png, the pixel at 0, 0 differs");
        String drawing =
                "<svg><!-- %s --><clipPath id=\\\"%s\\\"/><path clip-path=\\\"url(#%s)\\\" d=\\\"%s\\\"/></svg>";
        assertThat(differences(
                        "'" + drawing.formatted("Monday", "p1", "p1", "M0 0") + "'",
                        "'" + drawing.formatted("Tuesday", "p7", "p7", "M0 0") + "'",
                        "image/svg+xml"))
                .isEmpty();
        assertThat(differences(
                        "'" + drawing.formatted("Monday", "p1", "p1", "M0 0") + "'",
                        "'" + drawing.formatted("Monday", "p1", "p1", "M0 1") + "'",
                        "image/svg+xml"))
                .hasSize(1)
                .first()
                .asString()
                .contains("image/svg+xml", "M0 0", "M0 1");
    }

    @Test
    void ofADrawingItsSvgCountsAndNotTheFormsMadeFromIt() {
        String html = "<img alt='a' src='data:image/svg+xml;base64,PHN2Zy8+'>".replace("'", "\\\"");
        String stored = "[{'output_type': 'display_data', 'metadata': {}, 'data': {'image/svg+xml': '<svg a=1/>', "
                + "'text/html': '"
                + html + "', 'image/png': 'AAAA'}}]";
        assertThat(StoredOutputs.differences(json(stored), json(stored.replace("AAAA", "BBBB"))))
                .isEmpty();
        assertThat(StoredOutputs.differences(json(stored), json(stored.replace(", 'image/png': 'AAAA'", ""))))
                .isEmpty();
        assertThat(StoredOutputs.differences(json(stored), json(stored.replace("a=1", "a=2"))))
                .hasSize(1);
        assertThat(StoredOutputs.differences(json(stored), json(stored.replace(html, "<b>another</b>"))))
                .hasSize(1);
    }

    @Test
    void aCellThatDiffersIsBadUnlessItsTagExemptsIt() throws NotebookException {
        String cell = "{'cell_type': 'code', 'source': 'x', 'metadata': {'tags': [%s]}, 'outputs': [%s]}";
        String output = "{'output_type': 'stream', 'name': 'stdout', 'text': '%s'}";
        String notebook = "{'nbformat': 4, 'metadata': {}, 'cells': [" + cell.formatted("", output) + ","
                + cell.formatted("'nbval-ignore-output'", output) + "]}";
        Notebook stored = Notebook.parse(notebook.formatted("a", "a").replace('\'', '"'), "it");
        Notebook fresh = Notebook.parse(notebook.formatted("b", "b").replace('\'', '"'), "it");
        NotebookResult ran = new NotebookResult(Path.of("it"), List.of(ran(1), ran(2)), Duration.ZERO);
        assertThat(StoredOutputs.of(ran, stored, fresh).cells())
                .extracting(CellResult::state)
                .containsExactly(State.DIFFERS, State.RAN);
        assertThat(StoredOutputs.of(ran, stored, stored).bad()).isEmpty();
    }

    @Test
    void aStoredOutputThatNothingIsComparedWithIsCounted() throws NotebookException {
        String cell = "{'cell_type': 'code', 'source': 'x', 'metadata': {}, 'outputs': [%s]}";
        String output = "{'output_type': 'stream', 'name': 'stdout', 'text': 'a'}";
        Notebook stored = Notebook.parse(
                ("{'nbformat': 4, 'metadata': {}, 'cells': [" + cell.formatted(output) + "," + cell.formatted("") + ","
                                + cell.formatted(output) + "]}")
                        .replace('\'', '"'),
                "it");
        NotebookResult ran = new NotebookResult(
                Path.of("it"), List.of(ran(1), CellResult.skipped(2, "x"), CellResult.skipped(3, "x")), Duration.ZERO);
        NotebookResult compared = StoredOutputs.of(ran, stored, stored);
        assertThat(compared.count(CellResult.Note.NOT_COMPARED)).isEqualTo(1);
        assertThat(compared.cells().get(2).notes()).containsExactly(CellResult.Note.NOT_COMPARED);
        assertThat(compared.bad()).isEmpty();
    }

    private static CellResult ran(int cell) {
        return new CellResult(cell, "x", State.RAN, Duration.ZERO, "", List.of());
    }

    private static List<String> differences(String stored, String fresh, String mimeType) {
        String output = "[{'output_type': 'display_data', 'metadata': {}, 'data': {'" + mimeType + "': %s}}]";
        return StoredOutputs.differences(json(output.formatted(stored)), json(output.formatted(fresh)));
    }

    private static ArrayNode json(String text) {
        try {
            return (ArrayNode) NotebookJson.read(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String png(int colour, float quality) throws IOException {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1600; i++) {
            image.setRGB(i % 40, i / 40, i % 7 == 0 ? colour : i);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        }
        return "'" + Base64.getEncoder().encodeToString(bytes.toByteArray()) + "'";
    }
}
