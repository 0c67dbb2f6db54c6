package jacobi.course.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that a person fills in, in an editor or a spreadsheet. */
class ManualMarksTest {
    @TempDir
    Path folder;

    private static StudentMarks waiting(String student) {
        Mark mark = new Mark("why", null, 5, Mark.State.TO_BE_MARKED, "", "");
        return new StudentMarks(student, student, List.of(mark), 1, Set.of(), List.of(), "", "");
    }

    @Test
    void whatWaitsHasALineAndNoNameIsAFormula() throws IOException {
        ManualMarks.write(folder, List.of(waiting("anna"), waiting("=1+1"), waiting("Berg, Bo")));
        Path table = folder.resolve(ManualMarks.FILE);
        assertThat(table).content().isEqualTo("""
                student,question,points
                anna,why,
                '=1+1,why,
                "Berg, Bo",why,
                """);
        Files.writeString(table, Files.readString(table).replace("why,", "why,4.5"));
        assertThat(ManualMarks.read(folder))
                .isEqualTo(
                        Map.of("anna", Map.of("why", 4.5), "=1+1", Map.of("why", 4.5), "Berg, Bo", Map.of("why", 4.5)));
        // What has been filled in stays, and nobody gets a second line.
        ManualMarks.write(folder, List.of(waiting("anna"), waiting("=1+1"), waiting("Cem")));
        assertThat(table).content().isEqualTo("""
                student,question,points
                anna,why,4.5
                '=1+1,why,4.5
                "Berg, Bo",why,4.5
                Cem,why,
                """);
    }

    @Test
    void aChineseTableIsReadAsASpreadsheetSavesIt() throws IOException {
        ManualMarks.write(folder, List.of(waiting("李雷")));
        Path table = folder.resolve(ManualMarks.FILE);
        assertThat(table).content().isEqualTo("\ufeffstudent,question,points\n李雷,why,\n");
        String filled = "student,question,points\r\n李雷,why,3\r\n";
        for (String encoding : List.of("UTF-8", "GBK")) {
            Files.write(table, filled.getBytes(Charset.forName(encoding)));
            assertThat(ManualMarks.read(folder)).as(encoding).isEqualTo(Map.of("李雷", Map.of("why", 3.0)));
        }
    }

    @Test
    void aLineThatIsNoneIsNamed() throws IOException {
        Files.writeString(folder.resolve(ManualMarks.FILE), "student,question,points\nanna,why,good\n");
        assertThatThrownBy(() -> ManualMarks.read(folder))
                .hasMessageContaining("2")
                .hasMessageContaining("good");
        Files.writeString(folder.resolve(ManualMarks.FILE), "student,question,points\nanna,3\n");
        assertThatThrownBy(() -> ManualMarks.read(folder)).hasMessageContaining("anna,3");
    }
}
