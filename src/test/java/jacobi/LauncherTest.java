package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code install/jacobi} in a clone that cannot be built, in the reader's language. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    Path clone;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JACOBI_LANG | en       | jacobi: building (once;  | jacobi: the build failed; the whole log is in
            JACOBI_LANG | zh       | jacobi: 正在构建（只需一次；   | jacobi: 构建失败；完整的日志在
            LANG        | zh_CN    | jacobi: 正在构建（只需一次；   | jacobi: 构建失败；完整的日志在
            LANG        | C        | jacobi: building (once;  | jacobi: the build failed; the whole log is in
            """)
    void aBuildThatFailsIsToldInTheReadersLanguage(String variable, String language, String building, String failed)
            throws Exception {
        Files.createDirectories(clone.resolve("install"));
        Path launcher = Files.copy(Path.of("install/jacobi"), clone.resolve("install/jacobi"));
        Files.writeString(clone.resolve("pom.xml"), "<project/>");
        Path tools = Files.createDirectories(clone.resolve("tools"));
        Files.createFile(
                tools.resolve("mvn"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(tools.resolve("mvn"), "#!/usr/bin/env bash\necho '[ERROR] there is no module'\nexit 1\n");

        assertThat(said(launcher, tools, Map.of(variable, language)))
                .contains(building, "[ERROR] there is no module", failed + " ")
                .endsWith("2\n");
    }

    /** What the launcher says, and its exit code. */
    private static String said(Path launcher, Path tools, Map<String, String> locale)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", launcher.toString(), "--version").redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.matches("JACOBI_LANG|LANG|LC_.*"));
        environment.putAll(locale);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PATH", tools + ":" + environment.get("PATH"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + process.waitFor() + "\n";
    }
}
