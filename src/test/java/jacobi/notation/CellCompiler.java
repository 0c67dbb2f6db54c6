package jacobi.notation;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import jacobi.CompiledClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * An engine just large enough to test notation with: {@link Variables} are what earlier cells declared. Compiles many
 * cells in one run of javac, so that tables of hundreds stay fast.
 */
final class CellCompiler implements Compiler<Compilation> {

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private final List<String> imports;
    private final CompiledClasses files = new CompiledClasses(JAVAC.getStandardFileManager(null, Locale.ROOT, null));
    private final Map<String, Compiled> known = new HashMap<>();
    private final Map<String, String> classes = new HashMap<>();
    private int count;

    CellCompiler(List<String> imports) {
        this.imports = imports;
    }

    /** Asks for cells to be compiled with others before the reading goes on. */
    private static final class Needed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String source;

        Needed(String source) {
            super(source, null, false, false);
            this.source = source;
        }
    }

    @Override
    public Compilation compile(String source, PositionMap map) {
        if (!known.containsKey(source)) {
            compileAll(Set.of(source));
        }
        return known.get(source);
    }

    /** Reads many cells, in as many runs of javac as the slowest of them takes. */
    Map<String, Reading> readAll(Notation notation, Collection<String> cells) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        Set<String> left = new LinkedHashSet<>(cells);
        while (!left.isEmpty()) {
            Set<String> needed = new LinkedHashSet<>();
            for (String cell : List.copyOf(left)) {
                try {
                    readings.put(cell, notation.read(cell, (source, map) -> {
                        if (!known.containsKey(source)) {
                            throw new Needed(source);
                        }
                        return known.get(source);
                    }));
                    left.remove(cell);
                } catch (Needed e) {
                    needed.add(e.source);
                }
            }
            compileAll(needed);
        }
        return readings;
    }

    private void compileAll(Set<String> sources) {
        if (sources.isEmpty()) {
            return;
        }
        Map<CellUnit, String> units = new LinkedHashMap<>();
        sources.forEach(source -> units.put(new CellUnit(imports, "Cell" + ++count, source), source));
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavacTask task = task(units.keySet(), found);
        Trees trees = Trees.instance(task);
        try {
            Map<String, CompilationUnitTree> parsed = new HashMap<>();
            task.parse().forEach(tree -> parsed.put(tree.getSourceFile().getName(), tree));
            task.analyze();
            units.forEach((unit, source) -> known.put(
                    source,
                    new Compiled(
                            errors(found, unit),
                            unit,
                            trees,
                            parsed.get(unit.file().getName()),
                            new HashMap<>())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JavacTask task(Collection<CellUnit> units, DiagnosticCollector<JavaFileObject> found) {
        return (JavacTask) JAVAC.getTask(
                null,
                files,
                found,
                List.of("-proc:none", "-Xlint:none", "-XDshould-stop.ifError=FLOW", "-Xmaxerrs", "100000"),
                null,
                units.stream().map(CellUnit::file).toList());
    }

    private static List<Diagnostic> errors(DiagnosticCollector<JavaFileObject> found, CellUnit unit) {
        List<Diagnostic> errors = new ArrayList<>();
        for (var d : found.getDiagnostics()) {
            if (d.getKind() == javax.tools.Diagnostic.Kind.ERROR
                    && d.getSource() != null
                    && unit.file().getName().equals(d.getSource().getName())) {
                errors.add(new Diagnostic(
                        d.getCode(),
                        unit.toCell(d.getStartPosition()),
                        unit.toCell(d.getPosition()),
                        unit.toCell(d.getEndPosition()),
                        d.getMessage(Locale.ROOT)));
            }
        }
        return errors;
    }

    /** Makes classes of cells that compile. */
    void generate(Collection<String> sources) {
        List<CellUnit> units = new ArrayList<>();
        for (String source : new LinkedHashSet<>(sources)) {
            String name = "Run" + ++count;
            classes.put(source, name);
            units.add(new CellUnit(imports, name, source));
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        if (!task(units, found).call()) {
            throw new IllegalArgumentException(found.getDiagnostics().toString());
        }
    }

    /** Runs a cell with the variables as new. */
    Object run(String source) throws Throwable {
        if (!classes.containsKey(source)) {
            generate(List.of(source));
        }
        Variables.reset();
        Class<?> cell = Class.forName("cells." + classes.get(source), true, files.loader());
        try {
            return cell.getMethod("run").invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What javac said of one cell. */
    private record Compiled(
            List<Diagnostic> diagnostics,
            CellUnit unit,
            Trees trees,
            CompilationUnitTree tree,
            Map<Long, TypeMirror> types)
            implements Compilation {

        @Override
        public String typeOf(int start, int end) {
            if (types.isEmpty()) {
                scan();
            }
            TypeMirror type = types.get(key(unit.toUnit(start, false), unit.toUnit(end, true)));
            boolean unknown = type == null || type.getKind() == TypeKind.ERROR || type.getKind() == TypeKind.NONE;
            return unknown ? null : type.toString();
        }

        @Override
        public List<String> componentsOf(int start, int end) {
            typeOf(start, end);
            TypeMirror type = types.get(key(unit.toUnit(start, false), unit.toUnit(end, true)));
            return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                    ? element.getRecordComponents().stream()
                            .map(component -> component.getSimpleName().toString())
                            .toList()
                    : List.of();
        }

        @Override
        public boolean isVariable(String name) {
            return Arrays.stream(Variables.class.getFields())
                    .anyMatch(field -> field.getName().equals(name));
        }

        private static long key(long start, long end) {
            return start << 32 | end;
        }

        private void scan() {
            SourcePositions positions = trees.getSourcePositions();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void scan(Tree node, Void nothing) {
                    TreePath path = node instanceof ExpressionTree ? new TreePath(getCurrentPath(), node) : null;
                    if (path != null && (node instanceof NewClassTree || !isType(trees.getElement(path)))) {
                        TypeMirror type = trees.getTypeMirror(path);
                        if (type != null) {
                            long start = positions.getStartPosition(tree, node);
                            types.put(key(start, positions.getEndPosition(tree, node)), type);
                        }
                    }
                    return super.scan(node, nothing);
                }
            }.scan(new TreePath(tree), null);
        }

        private static boolean isType(Element element) {
            return element != null
                    && (element.getKind().isClass()
                            || element.getKind().isInterface()
                            || element.getKind() == ElementKind.PACKAGE);
        }
    }
}
