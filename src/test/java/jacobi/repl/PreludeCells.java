package jacobi.repl;

import jacobi.language.Ansi;
import jacobi.repl.engine.JavaEvaluator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A session whose cells find all that the cells of a notebook find. */
final class PreludeCells implements AutoCloseable {
    private final JavaEvaluator java = new JavaEvaluator(imports());
    private int cell;

    /**
     * @param first cells it begins with
     */
    PreludeCells(String... first) {
        for (String source : first) {
            run(source);
        }
    }

    private static List<String> imports() {
        try (InputStream in = PreludeCells.class.getResourceAsStream("/jacobi/prelude.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JavaEvaluator java() {
        return java;
    }

    /** The number of the last cell. */
    int cell() {
        return cell;
    }

    /** The value of a cell as text, or what is told of its failure; empty where it has neither. */
    String run(String source) {
        Evaluation evaluation = java.evaluate(source, ++cell);
        if (evaluation instanceof Evaluation.Value value) {
            return String.valueOf(value.value());
        }
        return evaluation instanceof Evaluation.Failure failure
                ? Ansi.removed(String.join("\n", failure.traceback()))
                : "";
    }

    @Override
    public void close() {
        java.close();
    }
}
