package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the formatter leaves as it is: it breaks long lines of code and not of comments. */
class SourceTextTest {
    /** As .editorconfig has it. */
    private static final int WIDTH = 120;

    private static final Pattern COMMENT = Pattern.compile("\\s*(//|/\\*|\\*).*");

    @Test
    void commentsKeepToTheWidthOfALine() throws IOException {
        List<String> tooLong = new ArrayList<>();
        int read = 0;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
                List<String> lines = Files.readAllLines(file);
                read += lines.size();
                for (int i = 0; i < lines.size(); i++) {
                    String line = lines.get(i);
                    if (line.length() > WIDTH && COMMENT.matcher(line).matches()) {
                        tooLong.add(file + ":" + (i + 1));
                    }
                }
            }
        }
        assertThat(read).isGreaterThan(100_000);
        assertThat(tooLong).isEmpty();
    }
}
