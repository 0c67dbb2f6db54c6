package jacobi.repl.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import jacobi.source.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;

/**
 * A compiler that finds types and errors, writes nothing, and outlives errors.
 *
 * <p>A unit is entered by asking for its class by name, which makes javac read its source; {@code analyze()} then
 * attributes what was entered since the last call. One task so serves hundreds of cells with its symbols warm.
 */
final class Attributor {
    private final JavacTask task;
    private final Trees utilities;
    private final CellFiles files;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<String, CompilationUnitTree> trees = new HashMap<>();
    private final Attribution first;

    /**
     * @param processors of annotations, for the units it starts with
     */
    Attributor(
            JavaCompiler compiler,
            CellFiles files,
            List<String> options,
            List<Unit> units,
            List<Processor> processors) {
        this.files = files;
        List<JavaFileObject> sources = units.stream()
                .map(unit -> files.source(unit.name(), unit.text()))
                .toList();
        task = (JavacTask) compiler.getTask(Writer.nullWriter(), files, diagnostics, options, null, sources);
        task.setLocale(Locale.ROOT);
        task.setProcessors(processors);
        task.addTaskListener(new TaskListener() {
            @Override
            public void finished(TaskEvent event) {
                String unit = event.getKind() == TaskEvent.Kind.PARSE ? CellFiles.unitOf(event.getSourceFile()) : null;
                if (unit != null) {
                    trees.put(unit, event.getCompilationUnit());
                }
            }
        });
        utilities = Trees.instance(task);
        first = finish(units, true);
    }

    /** What the units it started with came to. */
    Attribution first() {
        return first;
    }

    /**
     * Attributes further units; null if javac does not find them, which a fresh attributor mends.
     *
     * @param unfinished whether the text is still being typed, and types are wanted though the parser complains
     */
    Attribution attribute(List<Unit> units, boolean unfinished) {
        for (Unit unit : units) {
            if (!files.expects(unit.name())) {
                return null;
            }
            files.source(unit.name(), unit.text());
        }
        trees.clear();
        for (Unit unit : units) {
            if (task.getElements().getTypeElement(unit.qualifiedName()) == null && diagnostics.isEmpty()) {
                return null;
            }
        }
        return finish(units, unfinished || !diagnostics.hasSyntaxErrors());
    }

    /** Lets later units see {@code unit}, of which only the declarations matter; false if it cannot. */
    boolean add(Unit unit) {
        files.source(unit.name(), unit.text());
        return files.expects(unit.name());
    }

    private Attribution finish(List<Unit> units, boolean sound) {
        if (sound) {
            try {
                task.analyze();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        List<CompileError> errors = diagnostics.isEmpty() ? List.of() : errors(units);
        boolean parsed = sound && errors.stream().noneMatch(CompileError::isSyntax);
        return new Attribution(errors, parsed, Map.copyOf(trees), utilities, task.getElements(), task.getTypes());
    }

    private List<CompileError> errors(List<Unit> units) {
        Set<String> names = units.stream().map(Unit::name).collect(Collectors.toSet());
        Spans spans = new Spans(units, trees, utilities);
        return diagnostics.take().stream()
                .filter(error -> error.unit() == null || names.contains(error.unit()))
                .map(spans::complete)
                .toList();
    }
}
