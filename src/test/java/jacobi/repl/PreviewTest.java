package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cells may use preview features of the running release where that is asked for, in a JVM of its own. */
@Tag("slow")
class PreviewTest {
    /** A cell with a preview feature of a release, and its value. */
    private static final Map<Integer, List<String>> CELLS = Map.of(
            17,
            List.of(
                    "String kind(Object o) { return switch (o) { case Integer i -> \"int\" + i; default -> \"?\"; }; "
                            + "}\n"
                            + "kind(5)",
                    "int5"),
            25,
            List.of(
                    "int whole(double d) { return switch (d) { case int i -> i; default -> -1; }; }\n"
                            + "whole(3.0) + whole(2.5)",
                    "2"));

    @Test
    void previewFeaturesAreThereOnceAskedFor() throws Exception {
        List<String> cell = CELLS.get(Runtime.version().feature());
        Assumptions.assumeTrue(cell != null);
        assertThat(evaluate(cell.get(0), "--enable-preview")).contains("Value[value=" + cell.get(1) + "]");
        assertThat(evaluate(cell.get(0))).contains("JDK_JAVA_OPTIONS=--enable-preview");
    }

    /** What becomes of a cell in a JVM with these options. */
    private static String evaluate(String cell, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Session.class.getName(), cell));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** One cell in a process. */
    static final class Session {
        public static void main(String[] cell) {
            try (JavaEvaluator java = new JavaEvaluator(List.of())) {
                System.out.println(java.evaluate(cell[0], 1));
            }
        }
    }
}
