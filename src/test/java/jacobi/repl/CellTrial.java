package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.display.Screen;
import jacobi.repl.engine.JavaEvaluator;
import jacobi.repl.engine.Settings;
import jacobi.repl.magic.Help;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A session whose cells are run and asked what they printed, showed, returned or failed with. */
final class CellTrial implements AutoCloseable {
    private final JavaEvaluator java;
    private final List<MimeBundle> shown = new CopyOnWriteArrayList<>();
    private final List<String> shownIds = new CopyOnWriteArrayList<>();
    private final Map<String, MimeBundle> updated = new ConcurrentHashMap<>();
    private Evaluation last;
    private String errors = "";
    private int cells;

    CellTrial(String... imports) {
        this(Settings.NONE, imports);
    }

    CellTrial(Settings settings, String... imports) {
        this(new Help(List::of), settings, imports);
    }

    CellTrial(Help help, Settings settings, String... imports) {
        java = new JavaEvaluator(List.of(imports), help, Map.of(), settings);
        Displays.screen(new Screen() {
            @Override
            public void show(MimeBundle bundle, String displayId) {
                shownIds.add(String.valueOf(displayId));
                shown.add(bundle);
            }

            @Override
            public void update(MimeBundle bundle, String displayId) {
                updated.put(displayId, bundle);
            }

            @Override
            public void clear(boolean wait) {}
        });
    }

    JavaEvaluator java() {
        return java;
    }

    /** Runs a cell, however it ends. */
    String printed(String cell) {
        PrintStream console = System.out;
        PrintStream consoleErrors = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            last = java.evaluate(cell, ++cells);
        } finally {
            System.setOut(console);
            System.setErr(consoleErrors);
        }
        errors = err.toString(StandardCharsets.UTF_8);
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** Runs a cell that must not fail. */
    String runs(String cell) {
        String printed = printed(cell);
        assertThat(last).as(cell).isNotInstanceOf(Evaluation.Failure.class);
        return printed;
    }

    Object value(String cell) {
        printed(cell);
        assertThat(last).as(cell).isInstanceOf(Evaluation.Value.class);
        return ((Evaluation.Value) last).value();
    }

    Evaluation.Failure failure(String cell) {
        printed(cell);
        assertThat(last).as(cell).isInstanceOf(Evaluation.Failure.class);
        return (Evaluation.Failure) last;
    }

    /** How the last cell ended. */
    Evaluation last() {
        return last;
    }

    /** What the last cell printed to the standard error. */
    String errors() {
        return errors;
    }

    /** What was shown so far, without values. */
    List<MimeBundle> shown() {
        return shown;
    }

    String idOfShown(int i) {
        return shownIds.get(i);
    }

    MimeBundle updated(String id) {
        return updated.get(id);
    }

    @Override
    public void close() {
        Displays.screen(null);
        java.close();
    }
}
