package jacobi.repl;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** What JShell makes of the same cells: the oracle the engine is compared with. */
final class JShellOracle implements Evaluator {
    private final List<Snippet> prelude = new ArrayList<>();
    private final InProcess control = new InProcess();
    private final List<String> imports;
    private JShell shell;
    private volatile Thread running;

    /**
     * @param imports the import lines every cell starts with
     */
    JShellOracle(List<String> imports) {
        this.imports = List.copyOf(imports);
        start();
    }

    private void start() {
        prelude.clear();
        shell = JShell.builder()
                .executionEngine(
                        new ExecutionControlProvider() {
                            @Override
                            public String name() {
                                return "in-process";
                            }

                            @Override
                            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                                return control;
                            }
                        },
                        Map.of())
                .build();
        for (String line : imports) {
            shell.eval(line).forEach(event -> prelude.add(event.snippet()));
        }
    }

    /** Forgets all but the imports it began with. */
    void reset() {
        try {
            shell.snippets()
                    .filter(snippet -> !prelude.contains(snippet))
                    .toList()
                    .forEach(snippet -> {
                        if (shell.status(snippet).isActive()) {
                            shell.drop(snippet);
                        }
                    });
        } catch (AssertionError | IllegalStateException e) {
            // It compiles again what mentions a name it drops, and trips over some of that.
            shell.close();
            start();
        }
    }

    @Override
    public Evaluation evaluate(String source, int cell) {
        running = Thread.currentThread();
        Evaluation last = new Evaluation.Done();
        try {
            String rest = source;
            while (!rest.isBlank()) {
                CompletionInfo part = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                String text = part.completeness().isComplete() && part.source() != null ? part.source() : rest;
                control.value = null;
                for (SnippetEvent event : shell.eval(text)) {
                    if (event.causeSnippet() == null) {
                        last = outcome(event);
                        if (last instanceof Evaluation.Failure) {
                            return last;
                        }
                    }
                }
                rest = part.completeness().isComplete() ? part.remaining() : "";
            }
            return last;
        } finally {
            running = null;
            Thread.interrupted();
        }
    }

    private Evaluation outcome(SnippetEvent event) {
        if (event.status() == Snippet.Status.REJECTED) {
            List<String> lines = new ArrayList<>();
            shell.diagnostics(event.snippet())
                    .filter(Diag::isError)
                    .forEach(diagnostic -> lines.add(diagnostic.getMessage(Locale.ROOT)));
            return new Evaluation.Failure("CompilationError", lines.isEmpty() ? "" : lines.get(0), lines);
        }
        if (event.exception() != null) {
            Exception thrown = event.exception();
            String type = thrown instanceof EvalException e ? e.getExceptionClassName() : "Unavailable";
            String name = type.replaceAll(".*[.$]", "");
            String message = String.valueOf(thrown.getMessage());
            return new Evaluation.Failure(name, message, List.of(name + ": " + message));
        }
        return event.snippet().subKind().hasValue() && event.snippet().kind() == Snippet.Kind.EXPRESSION
                        || event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                ? new Evaluation.Value(control.value)
                : new Evaluation.Done();
    }

    @Override
    public Completions complete(String source, int cursor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Inspection inspect(String source, int cursor, int detail) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Completeness isComplete(String source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void interrupt() {
        Thread thread = running;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public String languageVersion() {
        return Runtime.version().toString().replaceAll("[+-].*", "");
    }

    @Override
    public void close() {
        shell.close();
    }

    /** Keeps the object a snippet returned; JShell hands out its text only. */
    private static final class InProcess extends DirectExecutionControl {
        private Object value;

        @Override
        protected String invoke(Method method) throws Exception {
            value = method.invoke(null, new Object[0]);
            return "";
        }
    }
}
