package jacobi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.notebook.JupyterPaths;
import jacobi.notebook.KernelSpec;
import jacobi.notebook.NotebookException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    Path folder;

    private OwnKernel kernel;
    private JupyterPaths paths;

    @BeforeEach
    void aJarAndAJupyter() throws Exception {
        Path jar = jar("jar");
        kernel = new OwnKernel(Path.of("/jdk 17/bin/java"), jar.toString(), List.of());
        paths = new JupyterPaths(
                Map.of("JUPYTER_DATA_DIR", folder.resolve("data").toString()), folder, "Linux");
    }

    private Path jar(String content) throws Exception {
        Path jar = folder.resolve("build of 周一.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("jacobi/content"));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static String content(Installation installation) throws Exception {
        try (JarFile jar =
                new JarFile(installation.folder().resolve("jacobi.jar").toFile())) {
            return new String(
                    jar.getInputStream(jar.getEntry("jacobi/content")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anInstalledKernelIsFoundAndStartsFromItsOwnFolder() throws Exception {
        Installation installation = Installation.of(paths.userData().resolve("kernels"), "Jacobi");
        installation.write(kernel, "Java (Jacobi)", true);
        assertThat(installation.isOnSearchPath(paths)).isTrue();
        KernelSpec spec = KernelSpec.find("jacobi", paths);
        assertThat(spec.argv())
                .startsWith("/jdk 17/bin/java")
                // The vector module comes with the first tensors: a JVM started with it takes longer and warns.
                .doesNotContain("--add-modules")
                // Unless told to be quiet first, Java repeats each of these commands on the terminal.
                .containsSubsequence(
                        "-XX:CompileCommand=quiet", "-XX:CompileCommand=CompileThresholdScaling,jacobi.tensor.*::*,0.1")
                .containsSubsequence(
                        "-jar", installation.folder().resolve("jacobi.jar").toString())
                .endsWith("kernel", "{connection_file}");
        assertThat(spec.language()).isEqualTo("java");
        assertThat(spec.interruptsByMessage()).isTrue();
        assertThat(content(installation)).isEqualTo("jar");
        assertThat(installation.folder().resolve("kernel.json"))
                .content()
                .contains("\"display_name\" : \"Java (Jacobi)\"")
                .doesNotContain("@");
    }

    @Test
    void onWindowsItGoesToTheRoamingFolderAndPathsKeepTheirBackslashes() throws Exception {
        Path roaming = folder.resolve("AppData").resolve("Roaming");
        JupyterPaths windows = new JupyterPaths(Map.of("APPDATA", roaming.toString()), folder, "Windows 11");
        Installation installation = Installation.of(windows.userData().resolve("kernels"), "jacobi");
        String java = "C:\\Program Files (x86)\\Java\\jdk-21\\bin\\java";
        installation.write(new OwnKernel(Path.of(java), kernel.program(), List.of()), "Java (Jacobi)", true);
        assertThat(installation.folder())
                .isEqualTo(roaming.resolve("jupyter").resolve("kernels").resolve("jacobi"));
        assertThat(installation.isOnSearchPath(windows)).isTrue();
        assertThat(KernelSpec.find("jacobi", windows).argv()).startsWith(java);
    }

    /** The jar of these tests is none that runs. */
    @Test
    void itSaysWhetherTheArchiveThatWasWantedIsThere() throws Exception {
        Installation installation = Installation.of(folder.resolve("kernels"), "jacobi");
        assertThat(installation.write(kernel, "Java (Jacobi)", true)).isFalse();
        assertThat(installation.folder().resolve("kernel.json")).content().doesNotContain("Archive", "AOTCache");
        assertThat(installation.write(kernel, "Java (Jacobi)", false)).isTrue();
    }

    @Test
    void theLogosHaveTheSizesOfTheirNames() throws Exception {
        Installation installation = Installation.of(folder.resolve("kernels"), "jacobi");
        installation.write(kernel, "Java (Jacobi)", true);
        for (int size : new int[] {32, 64}) {
            var logo = ImageIO.read(installation
                    .folder()
                    .resolve("logo-" + size + "x" + size + ".png")
                    .toFile());
            assertThat(logo.getWidth()).isEqualTo(size);
            assertThat(logo.getHeight()).isEqualTo(size);
        }
        assertThat(installation.folder().resolve("logo-svg.svg")).content().startsWith("<svg");
    }

    @Test
    void installingAgainReplacesTheJarAndUninstallingLeavesNothing() throws Exception {
        Installation installation = Installation.of(folder.resolve("kernels"), "jacobi");
        installation.write(kernel, "Java (Jacobi)", true);
        jar("newer");
        installation.write(kernel, "Java (Jacobi)", true);
        assertThat(content(installation)).isEqualTo("newer");
        // From the installed jar itself, as a copy without the clone would.
        installation.write(
                new OwnKernel(
                        kernel.java(),
                        installation.folder().resolve("jacobi.jar").toString(),
                        List.of()),
                "Java, newer",
                true);
        assertThat(content(installation)).isEqualTo("newer");
        installation.remove();
        assertThat(installation.folder()).doesNotExist();
        assertThat(folder.resolve("kernels")).isDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anInstallationThatFailsHalfWayIsUndoneAndAnOlderOneStays() throws Exception {
        Installation installation = Installation.of(folder.resolve("kernels"), "jacobi");
        // A file that opens and cannot be read, also by root.
        Path unreadable = Files.createSymbolicLink(folder.resolve("bad.jar"), Path.of("/proc/self/mem"));
        OwnKernel bad = new OwnKernel(kernel.java(), unreadable.toString(), List.of());
        assertThatThrownBy(() -> installation.write(bad, "Java", true)).isInstanceOf(NotebookException.class);
        assertThat(installation.folder()).doesNotExist();
        installation.write(kernel, "Java (Jacobi)", false);
        assertThatThrownBy(() -> installation.write(bad, "Java", true)).isInstanceOf(NotebookException.class);
        assertThat(installation.folder().toFile().list((any, name) -> name.endsWith(".jar")))
                .containsExactlyInAnyOrder("jacobi.jar", "libraries.jar");
        assertThat(content(installation)).isEqualTo("jar");
    }

    @Test
    void aKernelOfSomeoneElseIsNotRemoved() throws Exception {
        Installation installation = Installation.of(folder.resolve("kernels"), "ruby");
        Files.createDirectories(installation.folder());
        Files.writeString(installation.folder().resolve("kernel.json"), "{}");
        assertThatThrownBy(installation::remove)
                .isInstanceOf(NotebookException.class)
                .hasMessageContaining("Jacobi did not install it");
        assertThat(installation.exists()).isTrue();
    }

    @Test
    void namesAndPlacesThatCannotBeAreExplained() throws Exception {
        assertThatThrownBy(() -> Installation.of(folder, "my kernel"))
                .hasMessage("'my kernel' cannot be a kernel's name: use letters, digits, '.', '_' and '-' only");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Installation.of(file, "jacobi").write(kernel, "Java", true))
                .isInstanceOf(NotebookException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> Installation.of(folder, "jacobi")
                        .write(new OwnKernel(kernel.java(), "target/classes", List.of()), "Java", true))
                .hasMessageContaining("mvn -B package");
    }
}
