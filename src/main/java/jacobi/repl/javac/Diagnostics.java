package jacobi.repl.javac;

import jacobi.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/** Collects a compiler's errors; warnings are for projects, not for cells. */
final class Diagnostics implements DiagnosticListener<JavaFileObject> {
    private final List<CompileError> errors = new ArrayList<>();

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
            errors.add(new CompileError(
                    CellFiles.unitOf(diagnostic.getSource()),
                    diagnostic.getCode(),
                    (int) diagnostic.getStartPosition(),
                    (int) diagnostic.getPosition(),
                    (int) diagnostic.getEndPosition(),
                    // Asked for English, a resource bundle gives the words of the default locale: only the root has
                    // none other.
                    diagnostic.getMessage(Locale.ROOT),
                    diagnostic.getMessage(reader())));
        }
    }

    private static Locale reader() {
        Language language = Language.current();
        return language.isEnglish() ? Locale.ROOT : language.locale();
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    boolean hasSyntaxErrors() {
        return errors.stream().anyMatch(CompileError::isSyntax);
    }

    List<CompileError> take() {
        List<CompileError> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }
}
