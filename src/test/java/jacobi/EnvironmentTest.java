package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.Settings;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What variables of the environment ask for. */
class EnvironmentTest {
    @Test
    void eachKernelsNamesAreRead() {
        String two = "libs/*.jar" + File.pathSeparator + " more ";
        Settings settings = Environment.settings(Map.of(
                "JACOBI_CLASSPATH", two,
                "IJAVA_CLASSPATH", "old.jar",
                "RJK_INIT_SCRIPT", "init.jsh",
                "JJAVA_STARTUP_SCRIPT", "int x = 1;",
                "IJAVA_COMPILER_OPTS", "-Xlint:all  --add-exports 'java.base/sun.net=ALL-UNNAMED'"));
        assertThat(settings.classPath()).containsExactly("libs/*.jar", "more", "old.jar");
        assertThat(settings.files()).containsExactly("init.jsh");
        assertThat(settings.code()).containsExactly("int x = 1;");
        assertThat(settings.compilerOptions())
                .containsExactly("-Xlint:all", "--add-exports", "java.base/sun.net=ALL-UNNAMED");
        assertThat(Environment.settings(Map.of())).isEqualTo(Settings.NONE);
    }

    @Test
    void aTimeLimitIsANumberWithOrWithoutUnit() {
        assertThat(limit("IJAVA_TIMEOUT", "250")).isEqualTo(Duration.ofMillis(250));
        assertThat(limit("IJAVA_TIMEOUT", "30 seconds")).isEqualTo(Duration.ofSeconds(30));
        assertThat(limit("RJK_TIMEOUT_MILLIS", "-1")).isZero();
        Settings wrong = Environment.settings(Map.of("JACOBI_TIMEOUT", "soon"));
        assertThat(wrong.timeLimit()).isZero();
        assertThat(wrong.complaints()).singleElement().asString().contains("`soon`", "30 SECONDS");
    }

    private static Duration limit(String name, String value) {
        return Environment.settings(Map.of(name, value)).timeLimit();
    }

    @Test
    void optionsOfJavaAreForKernelsOnly() {
        Map<String, String> wish =
                Map.of("JACOBI_JVM_OPTS", "-Xmx3g -Da='b c'", "IJAVA_COMPILER_OPTS", "--enable-preview");
        assertThat(Relaunch.options(new String[] {"kernel", "file"}, wish))
                .containsExactly("-Xmx3g", "-Da=b c", "--enable-preview");
        assertThat(Relaunch.options(new String[] {"run", "file"}, wish)).isEqualTo(List.of());
        assertThat(Relaunch.options(new String[] {"kernel", "file"}, Map.of())).isEqualTo(List.of());
        assertThat(Relaunch.options(
                        new String[] {"kernel", "file"}, Map.of("RJK_COMPILER_OPTIONS", "--enable-preview")))
                .containsExactly("--enable-preview");
    }
}
