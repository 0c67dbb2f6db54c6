package jacobi.notebook;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to start a kernel: the {@code kernel.json} of a kernelspec.
 *
 * @param name the name notebooks ask for
 * @param argv the command, in which {@code {connection_file}} and {@code {resource_dir}} stand for paths
 * @param language the language of its cells, in lower case
 * @param environment variables to set for it
 * @param interruptsByMessage whether it is interrupted by {@code interrupt_request} and not by SIGINT
 * @param folder the kernelspec's folder, or null if it is not installed
 */
public record KernelSpec(
        String name,
        List<String> argv,
        String language,
        Map<String, String> environment,
        boolean interruptsByMessage,
        Path folder) {

    public KernelSpec {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    /**
     * The kernelspec of that name on Jupyter's search path.
     *
     * @throws NotebookException if there is none, or its kernel.json is broken; its message lists the names there are
     */
    public static KernelSpec find(String name, JupyterPaths paths) throws NotebookException {
        Map<String, Path> installed = installed(paths);
        Path folder = installed.get(name.toLowerCase(Locale.ROOT));
        if (folder == null) {
            throw new NotebookException(say(
                    "notebook.kernelspec.unknown",
                    "name",
                    name,
                    "known",
                    installed.isEmpty() ? say("notebook.kernelspec.none") : String.join(", ", installed.keySet())));
        }
        Path file = folder.resolve("kernel.json");
        try {
            return parse(name, Files.readString(file), folder);
        } catch (JsonProcessingException e) {
            throw new NotebookException(say("notebook.kernelspec.not-json", "file", file, "name", name), e);
        } catch (IOException e) {
            throw new NotebookException(say("notebook.kernelspec.not-read", "file", file, "reason", e.getMessage()), e);
        }
    }

    /** The installed kernels: name to folder, in alphabetic order. */
    public static Map<String, Path> installed(JupyterPaths paths) {
        Map<String, Path> found = new TreeMap<>();
        for (Path kernels : paths.kernelFolders()) {
            if (!Files.isDirectory(kernels)) {
                continue;
            }
            try (var folders = Files.list(kernels)) {
                folders.filter(folder -> Files.isRegularFile(folder.resolve("kernel.json")))
                        .forEach(folder -> found.putIfAbsent(
                                folder.getFileName().toString().toLowerCase(Locale.ROOT), folder));
            } catch (IOException e) {
                // A folder that may not be listed holds no kernel for this user; Jupyter passes over it too.
            }
        }
        return found;
    }

    static KernelSpec parse(String name, String json, Path folder) throws IOException {
        JsonNode spec = NotebookJson.read(json);
        List<String> argv = new ArrayList<>();
        spec.path("argv").forEach(word -> argv.add(word.asText()));
        if (argv.isEmpty()) {
            throw new NotebookException(
                    say("notebook.kernelspec.no-argv", "file", folder.resolve("kernel.json"), "name", name));
        }
        Map<String, String> environment = new LinkedHashMap<>();
        spec.path("env")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        return new KernelSpec(
                name,
                argv,
                spec.path("language").asText().toLowerCase(Locale.ROOT),
                environment,
                "message".equals(spec.path("interrupt_mode").asText()),
                folder);
    }

    /** The command that starts the kernel for a connection file. */
    public List<String> command(Path connectionFile) {
        return argv.stream()
                .map(word -> word.replace("{connection_file}", connectionFile.toString())
                        .replace("{resource_dir}", String.valueOf(folder)))
                .toList();
    }
}
