package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of cells in sessions end as they do in JShell: the value shown, what was printed, the exception. Cells whose
 * outcome differs on purpose stand in {@code differences.txt}, with the reason.
 */
@Tag("slow")
class CorpusTest {

    @Test
    void everySessionEndsAsInJShell() throws IOException {
        Map<String, String> recorded = Corpus.recorded();
        Map<String, String> reasons = Corpus.differences();
        List<String> unexplained = new ArrayList<>();
        int cells = 0;
        int different = 0;
        try (JavaEvaluator java = new JavaEvaluator(Corpus.IMPORTS)) {
            for (Map.Entry<String, List<String>> session : Corpus.sessions().entrySet()) {
                if (Corpus.since(session.getKey()) > Runtime.version().feature()) {
                    cells += session.getValue().size();
                    different += (int) reasons.keySet().stream()
                            .filter(key -> key.startsWith(session.getKey() + " "))
                            .count();
                    continue;
                }
                java.evaluate("%reset", 0);
                for (int i = 0; i < session.getValue().size(); i++) {
                    cells++;
                    String source = session.getValue().get(i);
                    String key = session.getKey() + " " + (i + 1);
                    String ours = Corpus.outcome(java, source, i + 1);
                    if (ours.equals(recorded.get(key)) == reasons.containsKey(key)) {
                        unexplained.add(
                                key + "\n" + source + "\n  here   " + ours + "\n  JShell " + recorded.get(key) + "\n");
                    }
                    different += reasons.containsKey(key) ? 1 : 0;
                }
            }
        }
        assertThat(unexplained).isEmpty();
        assertThat(cells).isGreaterThanOrEqualTo(800);
        assertThat(different).isEqualTo(reasons.size());
    }
}
