package jacobi.notation;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * An engine just large enough to test notation with: a cell becomes a class whose superclass holds the variables of
 * "earlier cells", its methods and types static members, its statements one method.
 */
final class CellCompiler implements Compiler {

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private final String head;
    private final Memory files = new Memory(JAVAC.getStandardFileManager(null, Locale.ROOT, null));
    private int count;
    /** How often the compiler ran. */
    int compilations;

    private String className;

    /**
     * @param imports the prelude's lines
     * @param fixture the class whose static fields are the variables in scope
     */
    CellCompiler(List<String> imports, Class<?> fixture) {
        head = "package cells; " + String.join(" ", imports) + " @SuppressWarnings(\"all\") ";
        superclass = fixture.getCanonicalName();
    }

    private final String superclass;

    @Override
    public Compilation compile(String source) {
        compilations++;
        className = "Cell" + ++count;
        Unit unit = new Unit(head, className, superclass, source);
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) JAVAC.getTask(
                null,
                files,
                found,
                List.of("-proc:none", "-Xlint:none", "-parameters", "-XDshould-stop.ifError=FLOW"),
                null,
                List.of(unit.file()));
        try {
            CompilationUnitTree tree = task.parse().iterator().next();
            Trees trees = Trees.instance(task);
            task.analyze();
            List<Diagnostic> errors = errors(found, unit);
            if (errors.isEmpty()) {
                task.generate();
                errors = errors(found, unit);
            }
            return new Compiled(errors, unit, trees, tree, new HashMap<>());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Diagnostic> errors(DiagnosticCollector<JavaFileObject> found, Unit unit) {
        List<Diagnostic> errors = new ArrayList<>();
        for (var d : found.getDiagnostics()) {
            if (d.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
                errors.add(new Diagnostic(
                        d.getCode(),
                        unit.toCell(d.getStartPosition()),
                        unit.toCell(d.getPosition()),
                        unit.toCell(d.getEndPosition()),
                        d.getMessage(Locale.ENGLISH)));
            }
        }
        return errors;
    }

    /** Runs the cell compiled last. */
    Object run() throws Throwable {
        Class<?> cell = Class.forName("cells." + className, true, files.loader());
        try {
            return cell.getMethod("run").invoke(null);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The unit a cell becomes, with the places its parts went. */
    private static final class Unit {
        private final StringBuilder text = new StringBuilder();
        private final List<int[]> runs = new ArrayList<>();
        private final String name;
        private final int length;

        Unit(String head, String name, String superclass, String cell) {
            this.name = name;
            this.length = cell.length();
            List<Node> directives = new ArrayList<>();
            List<Node> members = new ArrayList<>();
            List<Node> statements = new ArrayList<>();
            try {
                for (Node item : Parser.parse(cell, Lexer.tokens(cell)).children()) {
                    String text = cell.substring(item.start(), item.end());
                    boolean directive = text.startsWith("import ");
                    boolean member =
                            item instanceof Node.Scope && !text.matches("(?s)(for|try|switch|\\{|\\w+ *->|\\().*");
                    (directive ? directives : member ? members : statements).add(item);
                }
            } catch (Words.Unreadable e) {
                statements.add(new Node.Other(0, cell.length(), List.of()));
            }
            directives.forEach(d -> text.append(cell, d.start(), d.end()).append('\n'));
            text.insert(0, head.substring(0, head.indexOf(';') + 1));
            text.append(head.substring(head.indexOf(';') + 1));
            text.append("public class " + name + " extends " + superclass + " {\n");
            for (Node member : members) {
                boolean fixed = cell.substring(member.start(), member.end()).matches("(?s)[\\w\\s@]*\\bstatic\\b.*");
                text.append(fixed ? "" : "static ");
                copy(cell, member.start(), member.end());
                text.append('\n');
            }
            text.append("public static Object run() throws Throwable {\n");
            boolean value = false;
            for (int i = 0; i < statements.size(); i++) {
                Node statement = statements.get(i);
                value = i == statements.size() - 1 && isValue(cell, statement);
                text.append(value ? "Object $value = " : "");
                copy(cell, statement.start(), statement.end());
                text.append(value ? ";\nreturn $value;" : "\n");
            }
            text.append(value ? "}}" : "return null; }}");
        }

        /** Whether a statement is an expression without its semicolon. */
        private static boolean isValue(String cell, Node statement) {
            boolean form = statement instanceof Node.Other
                    && !cell.startsWith("new ", statement.start())
                    && !cell.substring(statement.start(), statement.end()).contains("::");
            return !form && !(statement instanceof Node.Scope) && cell.charAt(statement.end() - 1) != ';';
        }

        private void copy(String cell, int start, int end) {
            runs.add(new int[] {text.length(), start, end});
            text.append(cell, start, end);
        }

        int toCell(long position) {
            for (int[] run : runs) {
                if (position >= run[0] && position <= run[0] + run[2] - run[1]) {
                    return (int) (position - run[0] + run[1]);
                }
            }
            return length;
        }

        int toUnit(int position, boolean end) {
            for (int[] run : runs) {
                if (position >= run[1] && (position < run[2] || end && position == run[2])) {
                    return position - run[1] + run[0];
                }
            }
            return -1;
        }

        JavaFileObject file() {
            return new SimpleJavaFileObject(
                    URI.create("string:///cells/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return text;
                }
            };
        }
    }

    private record Compiled(
            List<Diagnostic> diagnostics, Unit unit, Trees trees, CompilationUnitTree tree, Map<Long, TypeMirror> types)
            implements Compilation {

        @Override
        public String typeOf(int start, int end) {
            if (types.isEmpty()) {
                scan();
            }
            TypeMirror type = types.get(key(unit.toUnit(start, false), unit.toUnit(end, true)));
            return type == null || type.getKind() == TypeKind.ERROR || type.getKind() == TypeKind.NONE
                    ? null
                    : type.toString();
        }

        private static long key(long start, long end) {
            return start << 32 | end;
        }

        private void scan() {
            SourcePositions positions = trees.getSourcePositions();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void scan(Tree node, Void v) {
                    if (node instanceof ExpressionTree) {
                        TreePath path = new TreePath(getCurrentPath(), node);
                        Element element = trees.getElement(path);
                        boolean named = element != null
                                && (element.getKind().isClass()
                                        || element.getKind().isInterface()
                                        || element.getKind() == javax.lang.model.element.ElementKind.PACKAGE);
                        TypeMirror type = named && !(node instanceof com.sun.source.tree.NewClassTree)
                                ? null
                                : trees.getTypeMirror(path);
                        if (type != null) {
                            types.put(
                                    key(positions.getStartPosition(tree, node), positions.getEndPosition(tree, node)),
                                    type);
                        }
                    }
                    return super.scan(node, v);
                }
            }.scan(new TreePath(tree), null);
        }
    }

    /** Classes of cells, kept in memory. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Memory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(className, bytes);
                    return bytes;
                }
            };
        }

        ClassLoader loader() {
            return new ClassLoader(CellCompiler.class.getClassLoader()) {
                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    ByteArrayOutputStream bytes = classes.get(name);
                    if (bytes == null) {
                        throw new ClassNotFoundException(name);
                    }
                    return defineClass(name, bytes.toByteArray(), 0, bytes.size());
                }
            };
        }
    }
}
