package jacobi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each set of JVM flags has one place that counts; where a file cannot read it, what stands there is the same. */
class JvmFlagsTest {

    @Test
    void launchersOfAllSystemsStartTheSameJava() throws IOException {
        List<String> flags = words("install/jacobi", "^exec \"\\$jdk/bin/java\" (.+) -jar ");
        assertThat(flags).isNotEmpty();
        assertThat(words("install/jacobi.cmd", "^\"%jdk%\\\\bin\\\\java\\.exe\" (.+) -jar "))
                .isEqualTo(flags);
        assertThat(words("install/wheel/jacobi_kernel.py", "^FLAGS = \\[\"(.+)\"\\]$", "\", \""))
                .isEqualTo(flags);
        assertThat(flags).containsAll(words("pom.xml", "<short\\.jvm>(.+)</short\\.jvm>"));
    }

    @Test
    void testsAndBenchmarksRunAsKernelsDo() throws IOException {
        List<String> kernel = new OwnKernel(Path.of("java"), "classes", List.of())
                .shortLived()
                .command();
        assertThat(kernel).containsSubsequence(words("pom.xml", "<jacobi\\.jvm>(.+)</jacobi\\.jvm>"));
        assertThat(kernel).containsAll(words("pom.xml", "<patient\\.jvm>-XX:\\+UseSerialGC (.+)</patient\\.jvm>"));
        assertThat(words("pom.xml", "<argLine>(.+)</argLine>"))
                .containsAll(kernel.stream()
                        .filter(flag -> flag.startsWith("-D") && !flag.contains("incubator"))
                        .toList());
    }

    @Test
    void flagsOfOneKernelComeAfterThoseOfKernelJson() {
        List<String> template = Stream.iterate(0, i -> i + 1)
                .limit(OwnKernel.template().path("argv").size())
                .map(i -> OwnKernel.template().path("argv").path(i).asText())
                .toList();
        List<String> flags = template.subList(1, template.indexOf("-jar"));
        assertThat(flags).contains("-XX:+IgnoreUnrecognizedVMOptions");
        assertThat(new OwnKernel(Path.of("java"), "classes", List.of("-XX:AOTCache=a")).command())
                .containsSubsequence(flags)
                .containsSubsequence(flags.get(flags.size() - 1), "-XX:AOTCache=a", "-cp");
    }

    private static List<String> words(String file, String pattern) throws IOException {
        return words(file, pattern, " ");
    }

    /** The parts of what {@code pattern} finds in a file, in its first group. */
    private static List<String> words(String file, String pattern, String separator) throws IOException {
        MatchResult found = Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(Files.readString(Path.of(file)))
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " has no " + pattern));
        return List.of(found.group(1).split(Pattern.quote(separator)));
    }
}
