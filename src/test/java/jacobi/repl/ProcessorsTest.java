package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processors of annotations that a library brings work on cells. */
@Tag("slow")
class ProcessorsTest {

    /** Wants functional interfaces to have short names. */
    @SupportedAnnotationTypes("java.lang.FunctionalInterface")
    public static final class ShortNames extends AbstractProcessor {
        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (Element type : round.getElementsAnnotatedWith(FunctionalInterface.class)) {
                if (type.getSimpleName().contentEquals("Broken")) {
                    throw new AssertionError("a mistake in the compiler");
                }
                if (type.getSimpleName().length() > 4) {
                    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "a name too long", type);
                }
            }
            return false;
        }
    }

    @Test
    void theyRunOnceTheirLibraryIsThereAndOnlyOnCellsWithAnnotations(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("javax.annotation.processing.Processor"), ShortNames.class.getName());
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/Empty.class"), "");
        String longName = "@FunctionalInterface interface Transformation { int of(int x); }";
        try (JavaEvaluator java = new JavaEvaluator(Corpus.IMPORTS)) {
            assertThat(java.evaluate(longName, 1)).isEqualTo(new Evaluation.Done());
            assertThat(java.evaluate("%reset", 2)).isNotInstanceOf(Evaluation.Failure.class);
            assertThat(java.evaluate("%jars " + folder, 3)).isNotInstanceOf(Evaluation.Failure.class);
            assertThat(java.evaluate(longName, 4))
                    .isInstanceOfSatisfying(
                            Evaluation.Failure.class,
                            failure -> assertThat(failure.traceback())
                                    .anyMatch(line -> line.contains("name too long"))
                                    .contains("    " + longName));
            assertThat(java.evaluate("@FunctionalInterface interface Map2 { int of(int x); }\nMap2 m = x -> x + 1;", 5))
                    .isEqualTo(new Evaluation.Done());
            assertThat(java.evaluate("@FunctionalInterface interface Broken { void of(); }", 7))
                    .isInstanceOfSatisfying(
                            Evaluation.Failure.class,
                            failure -> assertThat(failure.evalue())
                                    .contains(
                                            "the compiler itself failed", "AssertionError: a mistake in the compiler"));
            assertThat(java.evaluate("interface Transformation { int of(int x); }\nm.of(3)", 6))
                    .isEqualTo(new Evaluation.Value(4));
        }
    }
}
