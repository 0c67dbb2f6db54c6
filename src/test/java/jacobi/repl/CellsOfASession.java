package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.language.Ansi;
import jacobi.repl.engine.JavaEvaluator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Tests that run cells in one session, as a student does; each begins with an empty one, whose cells count from 1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CellsOfASession {
    final JavaEvaluator session;
    private int cell;

    CellsOfASession(List<String> imports) {
        session = new JavaEvaluator(imports);
    }

    @BeforeEach
    final void forget() {
        session.evaluate("%reset", 0);
        cell = 0;
    }

    @AfterAll
    final void close() {
        session.close();
    }

    /** The number of the last cell. */
    final int cell() {
        return cell;
    }

    /** Runs a cell, however it ends. */
    final Evaluation run(String source) {
        return session.evaluate(source, ++cell);
    }

    /** Runs a cell that has no value and does not fail. */
    final void done(String source) {
        assertThat(run(source)).as(source).isEqualTo(new Evaluation.Done());
    }

    final Object value(String source) {
        Evaluation evaluation = run(source);
        assertThat(evaluation).as(source).isInstanceOf(Evaluation.Value.class);
        return ((Evaluation.Value) evaluation).value();
    }

    final Evaluation.Failure failure(String source) {
        Evaluation evaluation = run(source);
        assertThat(evaluation).as(source).isInstanceOf(Evaluation.Failure.class);
        return (Evaluation.Failure) evaluation;
    }

    /** What a cell that fails is told. */
    final String refusal(String source) {
        return failure(source).evalue();
    }

    /** What a cell prints, however it ends. */
    final String printed(String source) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            run(source);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    static String plain(Evaluation.Failure failure) {
        return plain(failure.traceback());
    }

    static String plain(List<String> traceback) {
        return Ansi.removed(String.join("\n", traceback));
    }
}
