package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.TestText;
import jacobi.repl.engine.JavaEvaluator;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file that javac rejects is rejected as a cell, too: one file for each kind of error that is put in plain words. */
@Tag("slow")
class RejectedTest {
    private static final int KINDS = 55;

    @Test
    void filesThatJavacRejectsAreRejectedInCells() throws IOException {
        Map<String, String> wrong = new LinkedHashMap<>();
        Set<String> kinds = new HashSet<>();
        int number = 0;
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (JavaEvaluator java = new JavaEvaluator(Corpus.IMPORTS);
                JavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            for (String line : TestText.lines(RejectedTest.class, "rejected.txt")) {
                String[] pair = line.split("\t", 2);
                String source = Corpus.expand(pair[1].replace("⏎", "\n"));
                Set<String> reported = rejectedFor(source, compiler, files);
                kinds.addAll(Arrays.asList(pair[0].split("/")));
                if (reported.stream().noneMatch(Arrays.asList(pair[0].split("/"))::contains)) {
                    wrong.put(line, "javac says " + reported);
                }
                java.evaluate("%reset", 0);
                Evaluation evaluation = java.evaluate(source, ++number);
                boolean rejected = evaluation instanceof Evaluation.Failure failure
                        && failure.ename().equals("CompilationError")
                        && !failure.evalue().isEmpty();
                if (!rejected) {
                    wrong.put(line, "accepted as a cell");
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(KINDS);
    }

    /** The kinds of errors javac has for a file. */
    private static Set<String> rejectedFor(String source, JavaCompiler compiler, JavaFileManager files) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("memory:///T.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        List<String> options = List.of("-proc:none", "-nowarn", "-d", System.getProperty("java.io.tmpdir"));
        compiler.getTask(Writer.nullWriter(), files, diagnostics, options, null, List.of(file))
                .call();
        return diagnostics.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(one -> one.getCode().replace("compiler.err.", ""))
                .collect(Collectors.toSet());
    }
}
