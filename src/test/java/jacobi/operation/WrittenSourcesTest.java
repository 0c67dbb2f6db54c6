package jacobi.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two programs of {@code src/build/java} that write sources before anything is compiled. */
class WrittenSourcesTest {
    private static final Path PROGRAMS = Path.of("src", "build", "java");

    @TempDir
    Path folder;

    /** What a program printed and ended with. */
    private record Run(int exit, String printed) {}

    @Test
    void anOperationThatIsDefinedOnceHasAllItsForms() throws Exception {
        define("""
                /** The hinge of a tensor: what is above a limit. */
                @Op(inPlace = true)
                static Tensor hinge(Tensor input, @Default("0") double limit, @Default("false") boolean soft) {
                    return null;
                }
            """);
        assertThat(run("OperationForms.java").exit()).isZero();
        assertThat(written("jacobi/tensor/TensorMethods.java"))
                .contains("/** The hinge of a tensor: what is above a limit. */")
                .contains("default Tensor hinge(@Default(\"0\") double limit, @Default(\"false\") boolean soft) {")
                .contains("default Tensor hinge(@Default(\"0\") double limit) {")
                .contains("default Tensor hinge() {\n        return Hinges.hinge((Tensor) this, 0, false);")
                .contains("<p>Left out here: {@code limit=0, soft=false}.")
                .contains("default Tensor hinge_() {\n        return InPlace.apply(\"hinge_\", ");
        assertThat(written("jacobi/tensor/TensorFunctions.java"))
                .contains("static Tensor hinge(Tensor input) {")
                .contains("Hinges.hinge(input, 0, false)");
    }

    @Test
    void anOperationWithoutACommentIsRefusedWithItsPlace() throws Exception {
        define("""
                @Op
                static Tensor hinge(Tensor input) {
                    return null;
                }
            """);
        Run run = run("OperationForms.java");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.printed()).contains("Hinges.java:4: hinge: an operation needs a comment");
    }

    @Test
    void oneTextIsWrittenForSeveralTypesWordsAndNumbers() throws Exception {
        Files.createDirectories(folder.resolve("in/p"));
        Files.writeString(folder.resolve("in/p/Pair.java"), """
            package p;

            final class Pair {
                // for float, double:
                static float twice(float x) {
                    return x + x;
                }
                // end for

                // for m of max, min:
                static int $mOf(int a, int b) {
                    return Math.$m(a, b);
                }
                // end for

                static int sum(int[] x) {
                    int sum = 0;
                    // for i below 3:
                    sum += x[$i];
                    // end for
                    return sum;
                }
            }
            """);
        Files.writeString(folder.resolve("in/p/FloatBox.java"), """
            // for float, double:
            package p;

            /** A box of a float. */
            record FloatBox(float content) {}
            """);
        assertThat(run("TypeTwins.java").exit()).isZero();
        assertThat(written("p/Pair.java"))
                .contains("static float twice(float x)", "static double twice(double x)")
                .contains("static int maxOf(int a, int b)", "return Math.min(a, b);")
                .contains("sum += x[0];", "sum += x[1];", "sum += x[2];")
                .doesNotContain("x[3]", "$", "// for");
        assertThat(written("p/FloatBox.java")).contains("record FloatBox(float content)");
        assertThat(written("p/DoubleBox.java"))
                .contains("/** A box of a double. */", "record DoubleBox(double content)");
    }

    /** Compilers would otherwise start anew. */
    @Test
    void whatDoesNotChangeIsNotWrittenAgain() throws Exception {
        define("""
                /** Itself. */
                @Op
                static Tensor same(Tensor input) {
                    return null;
                }
            """);
        run("OperationForms.java");
        Path file = folder.resolve("out/jacobi/tensor/TensorMethods.java");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        run("OperationForms.java");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(0));
    }

    private void define(String operation) throws Exception {
        Path home = Files.createDirectories(folder.resolve("in/jacobi/tensor"));
        Files.writeString(
                home.resolve("Hinges.java"), "package jacobi.tensor;\n\nfinal class Hinges {\n" + operation + "}\n");
    }

    private Run run(String program) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        PROGRAMS.resolve(program).toString(),
                        folder.resolve("in").toString(),
                        folder.resolve("out").toString()))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), printed);
    }

    private String written(String path) throws Exception {
        return Files.readString(folder.resolve("out").resolve(path));
    }
}
