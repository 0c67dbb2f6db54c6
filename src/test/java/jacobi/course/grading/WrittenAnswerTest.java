package jacobi.course.grading;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.course.NotebookText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a person is what a student wrote, and not what was handed out. */
class WrittenAnswerTest {
    private static final String QUESTION = "Why does the mean of the centred rows vanish?";
    private static final String HANDED_OUT = QUESTION + "\n\nWrite your answer here.";
    /** As assigned, with nbgrader's checksum of the text. */
    private static final String METADATA = "{\"nbgrader\": {\"grade\": true, \"grade_id\": \"w3-5\", \"locked\": false,"
            + " \"points\": 4, \"schema_version\": 3, \"solution\": true, \"task\": false,"
            + " \"cell_type\": \"markdown\", \"checksum\": \"627d5b91e5754bf01627e631d0ff805f\"}}";

    @TempDir
    Path folder;

    @Test
    void whatWasHandedOutIsNoAnswer() throws IOException {
        assertThat(answer(cell(HANDED_OUT))).isEmpty();
        assertThat(answer(cell("  \n"))).isEmpty();
        assertThat(answer()).isEmpty();
    }

    @Test
    void theLastCellThatWasWrittenInCounts() throws IOException {
        assertThat(answer(cell("Each row has lost it."))).contains("Each row has lost it.");
        assertThat(answer(cell("First."), cell("Second."), cell(HANDED_OUT))).contains("Second.");
        assertThat(answer(NotebookText.markdown("x", "A note of mine.", "{}"))).isEmpty();
    }

    @Test
    void theTeachersOwnTextIsNoAnswerWithoutAChecksumEither() throws IOException {
        String plain = NotebookText.nbgrader("w3-5", 4, "grade", "solution");
        assertThat(answer(NotebookText.markdown("w", QUESTION, plain))).isEmpty();
        assertThat(answer(NotebookText.markdown("w", "Since it is gone.", plain)))
                .contains("Since it is gone.");
    }

    private static String cell(String text) {
        return NotebookText.markdown("w", text, METADATA);
    }

    private Optional<String> answer(String... cells) throws IOException {
        Path teacher = folder.resolve("teacher.ipynb");
        Files.writeString(teacher, NotebookText.of(cell(QUESTION)));
        Path submitted = folder.resolve("submitted.ipynb");
        Files.writeString(submitted, NotebookText.of(cells));
        TeacherNotebook notebook = TeacherNotebook.read(teacher, null);
        return WrittenAnswer.of(
                notebook.questions().get(0),
                notebook,
                SubmittedNotebook.read(submitted).cells());
    }
}
