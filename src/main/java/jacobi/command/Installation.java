package jacobi.command;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jacobi.notebook.JupyterPaths;
import jacobi.notebook.NotebookException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A kernelspec folder that Jupyter finds, by the rules of {@code jupyter kernelspec install}: its {@link
 * KernelJars}, {@code kernel.json} with absolute paths, and the logos.
 *
 * @param kernels the folder {@code kernels} it goes into
 * @param name the kernel's name, in lower case
 */
record Installation(Path kernels, String name) {
    static final String JAR = "jacobi.jar";

    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");
    private static final List<String> LOGOS = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

    Installation {
        kernels = kernels.toAbsolutePath().normalize();
        name = name.toLowerCase(Locale.ROOT);
    }

    /**
     * Checks a kernel's name.
     *
     * @throws NotebookException if Jupyter would not accept it
     */
    static Installation of(Path kernels, String name) throws NotebookException {
        Installation installation = new Installation(kernels, name);
        if (!NAME.matcher(installation.name).matches()) {
            throw new NotebookException(say("command.install.name", "name", name));
        }
        return installation;
    }

    Path folder() {
        return kernels.resolve(name);
    }

    boolean exists() {
        return Files.isRegularFile(folder().resolve("kernel.json"));
    }

    /** Whether Jupyter, started from here, will find it. */
    boolean isOnSearchPath(JupyterPaths paths) {
        return paths.kernelFolders().contains(kernels);
    }

    /**
     * Writes the folder, replacing an older one of that name. If it cannot be written whole, a new one goes again.
     *
     * @param archived whether to make the kernel's {@link StartUpArchive} in it
     * @return whether the archive is as wanted: a kernel without one only starts more slowly
     * @throws NotebookException if the folder is not writable; its message names the fix
     */
    boolean write(OwnKernel kernel, String displayName, boolean archived)
            throws NotebookException, InterruptedException {
        if (!kernel.isJar()) {
            throw new NotebookException(say("command.install.no-jar"));
        }
        boolean fresh = !Files.exists(folder());
        boolean whole = false;
        try {
            boolean made = fill(kernel, displayName, archived);
            whole = true;
            return made == archived;
        } catch (IOException e) {
            throw notWritable(e);
        } finally {
            if (fresh && !whole) {
                undo();
            }
        }
    }

    private boolean fill(OwnKernel kernel, String displayName, boolean archived)
            throws IOException, InterruptedException {
        Files.createDirectories(folder());
        Path jar = folder().resolve(JAR);
        Path original = Path.of(kernel.program());
        if (!Files.exists(jar) || !Files.isSameFile(original, jar)) {
            KernelJars.write(original, folder());
        }
        for (String logo : LOGOS) {
            try (InputStream drawing = Installation.class.getResourceAsStream("/jacobi/logos/" + logo)) {
                Files.copy(drawing, folder().resolve(logo), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        OwnKernel installed = new OwnKernel(kernel.java(), jar.toString(), List.of());
        StartUpArchive archive = StartUpArchive.in(folder());
        boolean made = archived && archive.make(installed);
        writeKernelJson(made ? installed.with(archive) : installed, displayName);
        return made;
    }

    private void writeKernelJson(OwnKernel kernel, String displayName) throws IOException {
        String json = new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(kernel.kernelJson(displayName));
        Files.writeString(folder().resolve("kernel.json"), json + "\n");
    }

    /**
     * Deletes the folder.
     *
     * @throws NotebookException if it is not ours or may not be deleted
     */
    void remove() throws NotebookException {
        if (!Files.exists(folder().resolve(JAR))) {
            throw new NotebookException(say("command.install.not-ours", "folder", folder(), "jar", JAR, "name", name));
        }
        try {
            delete(folder());
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void undo() {
        try {
            delete(folder());
        } catch (IOException e) {
            // What cannot be written often cannot be deleted; the first failure says so.
        }
    }

    private NotebookException notWritable(IOException e) {
        boolean permission = e instanceof AccessDeniedException
                || e instanceof FileSystemException && !Files.isWritable(nearest(folder()));
        return permission
                ? new NotebookException(say("command.install.no-permission", "folder", folder()), e)
                : new NotebookException(say("command.install.not-written", "folder", folder(), "reason", e), e);
    }

    private static Path nearest(Path folder) {
        Path existing = folder;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }
}
