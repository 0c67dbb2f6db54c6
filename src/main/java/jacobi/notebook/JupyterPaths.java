package jacobi.notebook;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The folders where Jupyter looks for kernels, by the rules of {@code jupyter --paths} and without asking Python.
 *
 * <p>{@code JUPYTER_PATH} comes first, then the user's folder, that of the active environment (virtualenv, conda, or
 * the one {@code jupyter} on the {@code PATH} belongs to), and the system's.
 *
 * @param environment environment variables, as {@link System#getenv()}
 * @param home the user's home folder
 * @param os {@code os.name}
 */
public record JupyterPaths(Map<String, String> environment, Path home, String os) {

    /** The paths of this process. */
    public static JupyterPaths ofThisProcess() {
        return of(System.getenv(), System.getProperty("user.home"), System.getProperty("os.name"));
    }

    /** The home folder is {@code HOME} first, as for Jupyter, while Java goes by the system's list of users alone. */
    static JupyterPaths of(Map<String, String> environment, String userHome, String os) {
        JupyterPaths paths = new JupyterPaths(environment, Path.of(userHome), os);
        String set = paths.isWindows() ? "" : paths.variable("HOME");
        return set.isEmpty() ? paths : new JupyterPaths(environment, Path.of(set), os);
    }

    /** Where {@code --user} installs: {@code JUPYTER_DATA_DIR}, or the user's data folder of this system. */
    public Path userData() {
        String set = variable("JUPYTER_DATA_DIR");
        if (!set.isEmpty()) {
            return Path.of(set);
        }
        if (isMac()) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (isWindows()) {
            String roaming = variable("APPDATA");
            return roaming.isEmpty()
                    ? home.resolve(".jupyter").resolve("data")
                    : Path.of(roaming).resolve("jupyter");
        }
        String xdg = variable("XDG_DATA_HOME");
        return (xdg.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(xdg)).resolve("jupyter");
    }

    /** The folder {@code kernels} of a prefix such as {@code /usr/local}. */
    public static Path kernelsUnder(Path prefix) {
        return prefix.resolve("share").resolve("jupyter").resolve("kernels");
    }

    /** The prefix of the active virtualenv or conda environment, or of the {@code jupyter} found first. */
    public Optional<Path> environmentPrefix() {
        for (String name : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
            if (!variable(name).isEmpty()) {
                return Optional.of(Path.of(variable(name)));
            }
        }
        String program = isWindows() ? "jupyter.exe" : "jupyter";
        for (String entry : variable("PATH").split(File.pathSeparator)) {
            if (!entry.isEmpty() && Files.isExecutable(Path.of(entry, program))) {
                return Optional.ofNullable(Path.of(entry).toAbsolutePath().getParent());
            }
        }
        return Optional.empty();
    }

    /** Every folder of kernels that Jupyter searches, first match wins; some may not exist. */
    public List<Path> kernelFolders() {
        List<Path> data = new ArrayList<>();
        for (String entry : variable("JUPYTER_PATH").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                data.add(Path.of(entry));
            }
        }
        Optional<Path> environmentData =
                environmentPrefix().map(prefix -> prefix.resolve("share").resolve("jupyter"));
        boolean environmentFirst = Set.of("1", "true", "yes", "y", "on")
                .contains(variable("JUPYTER_PREFER_ENV_PATH").toLowerCase(Locale.ROOT));
        if (environmentFirst) {
            environmentData.ifPresent(data::add);
        }
        data.add(userData());
        if (!environmentFirst) {
            environmentData.ifPresent(data::add);
        }
        data.addAll(systemData());
        LinkedHashSet<Path> folders = new LinkedHashSet<>();
        data.forEach(
                folder -> folders.add(folder.resolve("kernels").toAbsolutePath().normalize()));
        return List.copyOf(folders);
    }

    private List<Path> systemData() {
        if (isWindows()) {
            String all = variable("PROGRAMDATA");
            return all.isEmpty() ? List.of() : List.of(Path.of(all).resolve("jupyter"));
        }
        return List.of(Path.of("/usr/local/share/jupyter"), Path.of("/usr/share/jupyter"));
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    private boolean isWindows() {
        return os.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private boolean isMac() {
        return os.toLowerCase(Locale.ROOT).startsWith("mac");
    }
}
