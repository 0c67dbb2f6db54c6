package jacobi.repl;

import jacobi.CompiledClasses;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Declarations compiled all at once, in a class of their own: what a session should come to, however it came about. */
final class FreshCompile {
    private static final String CLASS = "Fresh";

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager platform = compiler.getStandardFileManager(null, null, null);

    /** What compiled: keys of the declarations, and the class that holds them. */
    record Outcome(Set<String> compiled, Class<?> type) {
        /** What a method or {@code Type.method} without parameters returns, or null if it is not there or fails. */
        String call(String type, String method) {
            try {
                Class<?> holder =
                        type == null ? this.type : this.type.getClassLoader().loadClass(CLASS + "$" + type);
                var found = holder.getDeclaredMethod(method);
                found.setAccessible(true);
                return String.valueOf(found.invoke(null));
            } catch (ReflectiveOperationException | LinkageError e) {
                return null;
            }
        }
    }

    /**
     * Compiles declarations; those with errors are left out, until the rest has none.
     *
     * @param declarations by key, each on one line
     */
    Outcome compile(Collection<String> imports, Map<String, String> declarations) {
        Map<String, String> left = new LinkedHashMap<>(declarations);
        while (true) {
            List<String> keys = new ArrayList<>(left.keySet());
            StringBuilder text = new StringBuilder(String.join("", imports)).append("class " + CLASS + " {\n");
            left.values().forEach(line -> text.append("static ").append(line).append('\n'));
            text.append("}\n");
            DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
            CompiledClasses classes = new CompiledClasses(platform);
            boolean done = compiler.getTask(
                            Writer.nullWriter(),
                            classes,
                            diagnostics,
                            List.of("-proc:none", "-nowarn", "-Xmaxerrs", "0"),
                            null,
                            List.of(new Source(text.toString())))
                    .call();
            if (done) {
                return new Outcome(Set.copyOf(keys), load(classes));
            }
            Set<String> wrong = new HashSet<>();
            diagnostics.getDiagnostics().stream()
                    .filter(one -> one.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                    .forEach(one -> wrong.add(keys.get((int) one.getLineNumber() - 2)));
            left.keySet().removeAll(wrong);
        }
    }

    private static Class<?> load(CompiledClasses classes) {
        try {
            return classes.loader().loadClass(CLASS);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("memory:///" + CLASS + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
