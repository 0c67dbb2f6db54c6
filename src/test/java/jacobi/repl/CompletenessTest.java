package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.TestText;
import jacobi.repl.engine.JavaEvaluator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A console is asked for another line where JShell asks for one. */
@Tag("slow")
class CompletenessTest {
    /** Where JShell takes for whole what nobody can run, or gives up on what is only begun. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "while", "Incomplete",
            "@Deprecated", "Incomplete",
            "assert x :", "Incomplete",
            "t ? 1", "Incomplete",
            "t ? 1 :", "Incomplete",
            "int[]", "Incomplete",
            "(int)", "Invalid",
            "new A", "Invalid",
            "1 +* 2", "Invalid",
            "int 3x", "Invalid");

    @Test
    void moreIsAskedForWhereJShellDoes() throws IOException {
        List<String> sources = sources();
        Map<String, String> unexpected = new LinkedHashMap<>();
        try (JavaEvaluator java = new JavaEvaluator(Corpus.IMPORTS);
                JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String source : sources) {
                String ours = java.isComplete(source).getClass().getSimpleName();
                String expected = DIFFERENT.getOrDefault(source, jshell(shell.sourceCodeAnalysis(), source));
                if (!ours.equals(expected)) {
                    unexpected.put(source, ours + " for " + expected);
                }
            }
        }
        assertThat(unexpected).isEmpty();
        assertThat(sources).hasSizeGreaterThan(200);
    }

    /** JShell takes a cell one snippet after the other; the last one says whether it goes on. */
    private static String jshell(SourceCodeAnalysis analysis, String source) {
        CompletionInfo part = analysis.analyzeCompletion(source);
        while (part.completeness().isComplete() && !part.remaining().isBlank()) {
            part = analysis.analyzeCompletion(part.remaining());
        }
        return switch (part.completeness()) {
            case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> "Incomplete";
            case UNKNOWN -> "Invalid";
            default -> "Complete";
        };
    }

    private static List<String> sources() {
        return TestText.lines(CompletenessTest.class, "completeness.txt").stream()
                .map(line -> line.replace("⏎", "\n"))
                .toList();
    }
}
