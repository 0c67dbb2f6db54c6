package jacobi.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JupyterPathsTest {
    @TempDir
    Path home;

    @Test
    void theUserFolderIsThatOfTheSystem() {
        assertThat(linux(Map.of()).userData()).isEqualTo(home.resolve(".local/share/jupyter"));
        assertThat(linux(Map.of("XDG_DATA_HOME", "/data")).userData()).isEqualTo(Path.of("/data/jupyter"));
        assertThat(new JupyterPaths(Map.of(), home, "Mac OS X").userData()).isEqualTo(home.resolve("Library/Jupyter"));
        assertThat(new JupyterPaths(Map.of("APPDATA", "/roaming"), home, "Windows 11").userData())
                .isEqualTo(Path.of("/roaming/jupyter"));
        assertThat(linux(Map.of("JUPYTER_DATA_DIR", "/mine")).userData()).isEqualTo(Path.of("/mine"));
    }

    /**
     * In a container the user's number may have no name and no folder in the list of users; HOME is set all the same.
     */
    @Test
    void theHomeFolderIsJupytersAndNotJavas() {
        Path data = Path.of("/work/.local/share/jupyter");
        assertThat(JupyterPaths.of(Map.of("HOME", "/work"), "?", "Linux").userData())
                .isEqualTo(data);
        assertThat(JupyterPaths.of(Map.of("HOME", ""), "/work", "Linux").userData())
                .isEqualTo(data);
        assertThat(JupyterPaths.of(Map.of("HOME", "/work", "APPDATA", "/roaming"), "/me", "Windows 11")
                        .home())
                .isEqualTo(Path.of("/me"));
    }

    @Test
    void theSearchGoesFromJupyterPathToTheSystem() {
        JupyterPaths paths = linux(Map.of("JUPYTER_PATH", "/a" + File.pathSeparator + "/b", "VIRTUAL_ENV", "/venv"));
        assertThat(paths.kernelFolders())
                .containsExactly(
                        Path.of("/a/kernels"),
                        Path.of("/b/kernels"),
                        home.resolve(".local/share/jupyter/kernels"),
                        Path.of("/venv/share/jupyter/kernels"),
                        Path.of("/usr/local/share/jupyter/kernels"),
                        Path.of("/usr/share/jupyter/kernels"));
        assertThat(linux(Map.of("VIRTUAL_ENV", "/venv", "JUPYTER_PREFER_ENV_PATH", "1"))
                        .kernelFolders())
                .startsWith(Path.of("/venv/share/jupyter/kernels"));
    }

    @Test
    void theEnvironmentIsThatOfTheFirstJupyterProgram() throws IOException {
        Path program = Files.createDirectories(home.resolve("env/bin")).resolve("jupyter");
        assertThat(Files.writeString(program, "").toFile().setExecutable(true)).isTrue();
        assertThat(linux(Map.of("PATH", "/nowhere" + File.pathSeparator + program.getParent()))
                        .environmentPrefix())
                .contains(home.resolve("env"));
        assertThat(linux(Map.of("PATH", "/nowhere")).environmentPrefix()).isEmpty();
    }

    @Test
    void aKernelIsFoundByItsNameInTheFirstFolderThatHasIt() throws IOException {
        Path kernels = home.resolve("data/kernels");
        kernel(kernels.resolve("Ruby"), "{\"argv\": [\"irb\", \"{connection_file}\"], \"language\": \"Ruby\"}");
        kernel(kernels.resolve("cut"), "{\"argv\": [");
        kernel(kernels.resolve("none"), "{}");
        JupyterPaths paths = linux(Map.of("JUPYTER_PATH", home.resolve("data").toString()));
        KernelSpec ruby = KernelSpec.find("ruby", paths);
        assertThat(ruby.command(Path.of("/tmp/k.json"))).containsExactly("irb", "/tmp/k.json");
        assertThat(ruby.language()).isEqualTo("ruby");
        assertThat(ruby.interruptsByMessage()).isFalse();
        assertThatThrownBy(() -> KernelSpec.find("cut", paths)).hasMessageContainingAll("kernel.json", "not JSON");
        assertThatThrownBy(() -> KernelSpec.find("none", paths)).hasMessageContaining("no \"argv\"");
        assertThatThrownBy(() -> KernelSpec.find("jvav", paths))
                .isInstanceOf(NotebookException.class)
                .hasMessageContainingAll("no kernel is named 'jvav'", "ruby", "--kernel NAME");
    }

    private static void kernel(Path folder, String json) throws IOException {
        Files.writeString(Files.createDirectories(folder).resolve("kernel.json"), json);
    }

    private JupyterPaths linux(Map<String, String> environment) {
        return new JupyterPaths(environment, home, "Linux");
    }
}
