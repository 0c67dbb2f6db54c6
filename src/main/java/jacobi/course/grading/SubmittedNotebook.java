package jacobi.course.grading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jacobi.course.Csv;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A notebook as it was handed in, read as far as it can be: of a file that is cut short, the cells before the cut.
 * Outputs are passed over, however large.
 *
 * @param cells in order
 * @param flags what is wrong with the file
 */
record SubmittedNotebook(List<SubmittedCell> cells, Set<Flag> flags) {
    private static final long LARGEST = 300_000_000;
    private static final int MOST_CELLS = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    /** Reads a file; never fails over what is in it. */
    static SubmittedNotebook read(Path file) {
        List<SubmittedCell> cells = new ArrayList<>();
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        try {
            if (Files.size(file) > LARGEST) {
                return new SubmittedNotebook(cells, EnumSet.of(Flag.TOO_LARGE));
            }
            String text = decode(Files.readAllBytes(file));
            if (text.isBlank()) {
                flags.add(Flag.EMPTY);
            } else {
                read(text, cells, flags);
            }
        } catch (IOException e) {
            flags.add(Flag.UNREADABLE);
        }
        return new SubmittedNotebook(cells, flags);
    }

    /** Text in UTF-8, with a mark or without, or in the encoding of Chinese Windows. */
    static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return Csv.unmarked(text);
    }

    private static void read(String text, List<SubmittedCell> cells, Set<Flag> flags) {
        boolean hasCells = false;
        try (JsonParser parser = JSON.getFactory().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                flags.add(Flag.NO_NOTEBOOK);
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("cells") && parser.currentToken() == JsonToken.START_ARRAY) {
                    hasCells = true;
                    readCells(parser, cells);
                } else if (field.equals("metadata")) {
                    JsonNode metadata = parser.readValueAsTree();
                    String language =
                            metadata.path("kernelspec").path("language").asText();
                    if (!language.isEmpty() && !language.equals("java")) {
                        flags.add(Flag.OTHER_KERNEL);
                    }
                } else {
                    parser.skipChildren();
                }
            }
            if (!hasCells) {
                flags.add(Flag.NO_NOTEBOOK);
            }
        } catch (IOException | RuntimeException e) {
            flags.add(Flag.DAMAGED);
        }
        if (hasCells && cells.isEmpty()) {
            flags.add(Flag.EMPTY);
        }
    }

    private static void readCells(JsonParser parser, List<SubmittedCell> cells) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                if (parser.currentToken() == null) {
                    throw new EOFException();
                }
                parser.skipChildren();
                continue;
            }
            ObjectNode cell = JSON.createObjectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("outputs") || field.equals("attachments")) {
                    parser.skipChildren();
                } else {
                    cell.set(field, parser.readValueAsTree());
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT) {
                throw new EOFException();
            }
            if (cells.size() < MOST_CELLS) {
                cells.add(SubmittedCell.of(cell));
            }
        }
    }
}
