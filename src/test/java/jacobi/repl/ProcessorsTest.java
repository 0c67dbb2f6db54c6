package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
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

    /** Writes for each class with {@link Deprecated}, and on what its methods promise, one that keeps it. */
    @SupportedAnnotationTypes("java.lang.Deprecated")
    public static final class Implementations extends AbstractProcessor {
        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (Element type : round.getElementsAnnotatedWith(Deprecated.class)) {
                if (type.getKind().isClass()) {
                    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "an interface is needed", type);
                    continue;
                }
                String name = type.getSimpleName().toString();
                StringBuilder text = new StringBuilder("package " + type.getEnclosingElement() + ";\n"
                        + "import java.util.zip.CRC32;\n"
                        + "public final class Own" + name + " implements " + type + " {\n");
                if (name.equals("Wrong")) {
                    text.append("int x = true;\n");
                }
                for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                    String result = method.getReturnType().toString();
                    text.append("CRC32 " + method.getSimpleName() + "Sum = new CRC32();\n");
                    text.append("public " + result + " " + method.getSimpleName() + "() { return new " + result
                            + "(); }\n");
                }
                try (Writer file = processingEnv
                        .getFiler()
                        .createSourceFile(type.getEnclosingElement() + ".Own" + name, type)
                        .openWriter()) {
                    file.write(text + "}\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    @Test
    void whatTheyWriteIsDeclaredAsIfACellHadDoneIt(@TempDir Path folder) throws IOException {
        bring(Implementations.class, folder);
        try (JavaEvaluator java = new JavaEvaluator(Corpus.IMPORTS)) {
            assertThat(java.evaluate("%jars " + folder, 1)).isNotInstanceOf(Evaluation.Failure.class);
            java.evaluate("class Dog { public String toString() { return \"a dog\"; } }", 2);
            String house = "@Deprecated interface House { Dog dog(); }\n"
                    + "House first = new OwnHouse();\nfirst.dog().toString() + first.getClass().getName()";
            assertThat(java.evaluate(house, 3)).isEqualTo(new Evaluation.Value("a dogOwnHouse"));
            assertThat(java.evaluate("new OwnHouse().dog().toString()", 4))
                    .as("in a later cell")
                    .isEqualTo(new Evaluation.Value("a dog"));
            java.evaluate("class Dog { public String toString() { return \"another dog\"; } }", 5);
            assertThat(java.evaluate("new OwnHouse().dog().toString()", 6))
                    .as("it follows what it mentions")
                    .isEqualTo(new Evaluation.Value("another dog"));
            java.evaluate("@Deprecated interface House { Dog dog(); StringBuilder name(); }", 7);
            assertThat(java.evaluate("\"[\" + new OwnHouse().name() + new OwnHouse().dog() + \"]\"", 8))
                    .as("written again with its interface")
                    .isEqualTo(new Evaluation.Value("[another dog]"));
            assertThat(java.evaluate("CRC32 sum = null;", 9))
                    .as("what it imports is for itself")
                    .isInstanceOf(Evaluation.Failure.class);
        }
    }

    @Test
    void classesThatWaitAreWrittenForWhenWhatTheyMentionIsThere(@TempDir Path folder) throws IOException {
        bring(Implementations.class, folder);
        try (JavaEvaluator java = new JavaEvaluator(Corpus.IMPORTS)) {
            java.evaluate("%jars " + folder, 1);
            assertThat(java.evaluate("@Deprecated interface House { Cat cat(); }", 2))
                    .isNotInstanceOf(Evaluation.Failure.class);
            java.evaluate("class Cat { }", 3);
            assertThat(java.evaluate("new OwnHouse().cat() instanceof Cat", 4)).isEqualTo(new Evaluation.Value(true));
        }
    }

    @Test
    void whatTheyFindWrongOrWriteWronglyStandsAtTheClass(@TempDir Path folder) throws IOException {
        bring(Implementations.class, folder);
        try (JavaEvaluator java = new JavaEvaluator(Corpus.IMPORTS)) {
            java.evaluate("%jars " + folder, 1);
            java.evaluate("@Deprecated interface House { StringBuilder name(); }", 2);
            assertThat(failure(java.evaluate("@Deprecated class Shed { }", 3)).traceback())
                    .containsOnlyOnce("An interface is needed")
                    .contains("    @Deprecated class Shed { }");
            assertThat(failure(java.evaluate("@Deprecated interface Wrong { }", 4))
                            .evalue())
                    .contains("OwnWrong.java, line 4", "boolean cannot be converted to int");
            assertThat(java.evaluate("new OwnHouse().name().length()", 5)).isEqualTo(new Evaluation.Value(0));
        }
    }

    private static Evaluation.Failure failure(Evaluation evaluation) {
        assertThat(evaluation).isInstanceOf(Evaluation.Failure.class);
        return (Evaluation.Failure) evaluation;
    }

    /** Makes a library that brings a processor. */
    private static void bring(Class<? extends Processor> processor, Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Processor.class.getName()), processor.getName());
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/Empty.class"), "");
    }

    @Test
    void theyRunOnceTheirLibraryIsThereAndOnlyOnCellsWithAnnotations(@TempDir Path folder) throws IOException {
        bring(ShortNames.class, folder);
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
