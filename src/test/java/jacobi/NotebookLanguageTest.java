package jacobi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jacobi.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfEnvironmentVariable(named = Language.VARIABLE, matches = ".+", disabledReason = "it names the language")
class NotebookLanguageTest {
    private final Language before = Language.current();

    @TempDir
    private Path folder;

    @BeforeEach
    void english() {
        Language.use(Language.of("en").orElseThrow());
    }

    @AfterEach
    void giveTheLanguageBack() {
        Language.use(before);
    }

    private String notebook(String metadata) throws IOException {
        return Files.writeString(
                        folder.resolve("a.ipynb"),
                        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": " + metadata + ", \"cells\": []}")
                .toString();
    }

    @Test
    void aNotebookNamesTheLanguageOfItsMessages() throws IOException {
        NotebookLanguage.use(notebook("{\"jacobi\": {\"language\": \"zh\"}}"));
        assertThat(Language.current().code()).isEqualTo("zh");
    }

    @Test
    void aNotebookThatNamesNoneChangesNothing() throws IOException {
        NotebookLanguage.use(notebook("{}"));
        assertThat(Language.current().code()).isEqualTo("en");
    }

    @Test
    void aSessionThatIsNoNotebookChangesNothing() throws IOException {
        Path broken = Files.writeString(folder.resolve("b.ipynb"), "not a notebook");
        for (String session : new String[] {null, "console 1", "gone.ipynb", "\0.ipynb", broken.toString()}) {
            assertThatCode(() -> NotebookLanguage.use(session)).doesNotThrowAnyException();
        }
        assertThat(Language.current().code()).isEqualTo("en");
    }
}
