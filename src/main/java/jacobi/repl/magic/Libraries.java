package jacobi.repl.magic;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtime;
import eu.maveniverse.maven.mima.context.Runtimes;
import jacobi.repl.Evaluation;
import jacobi.repl.library.Library;
import jacobi.repl.library.LibraryChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** {@code %maven}, {@code %jars}, {@code %classpath}: libraries for the cells. */
final class Libraries {
    /** How far below a pattern's folder jars are looked for. */
    private static final int DEPTH = 8;

    private final Host host;
    private final Folders folders;
    private final Map<String, String> repositories = new LinkedHashMap<>();

    Libraries(Host host, Folders folders) {
        this.host = host;
        this.folders = folders;
    }

    /** Resolves artifacts with all they need, and adds them. */
    Evaluation maven(Magic.Call call) throws MagicException {
        List<String> coordinates = Coordinates.words(call.arguments());
        if (coordinates.isEmpty()) {
            throw new MagicException(
                    "name what is wanted as group:artifact:version, as in %maven org.apache.commons:commons-math3:3.6.1");
        }
        List<Dependency> wanted = new ArrayList<>();
        for (String text : coordinates) {
            wanted.add(Coordinates.dependency(text));
        }
        resolve(String.join(" ", coordinates), (context, remote) -> new CollectRequest(wanted, List.of(), remote));
        return new Evaluation.Done();
    }

    Evaluation repository(Magic.Call call) throws MagicException {
        List<String> words = call.words();
        if (words.size() != 2) {
            throw new MagicException("give the repository a name and an address: %mavenRepo name https://...");
        }
        repositories.put(words.get(0), words.get(1));
        return new Evaluation.Done();
    }

    /** Adds the dependencies of a pom, given as a file or, with two signs, in the cell itself. */
    Evaluation fromPom(Magic.Call call) throws MagicException {
        if (call.ofCell()) {
            String pom = Pom.whole(call.body());
            Path file = null;
            try {
                file = Files.writeString(Files.createTempFile("jacobi-", ".pom"), pom);
                resolvePom(file);
            } catch (IOException e) {
                throw new MagicException("cannot write a file for the time being: " + e.getMessage(), e);
            } finally {
                if (file != null) {
                    file.toFile().delete();
                }
            }
        } else {
            Path file = folders.resolve(
                    call.arguments().isEmpty() ? "pom.xml" : Coordinates.withoutComment(call.arguments()));
            if (!Files.isRegularFile(file)) {
                throw new MagicException("there is no file " + file + folders.nearest(file));
            }
            resolvePom(file);
        }
        return new Evaluation.Done();
    }

    private void resolvePom(Path file) throws MagicException {
        resolve(
                "what the pom needs",
                (context, remote) ->
                        Pom.read(file, context.repositorySystem(), context.repositorySystemSession(), remote));
    }

    /** Adds jars by name or pattern, as {@code libs/*.jar}. */
    Evaluation jars(Magic.Call call) throws MagicException {
        List<Path> found = new ArrayList<>();
        for (String word : Coordinates.words(call.arguments())) {
            found.addAll(folders.matching(word, DEPTH));
        }
        if (found.isEmpty()) {
            throw new MagicException(
                    call.arguments().isBlank()
                            ? "name the jars, as in %jars libs/*.jar"
                            : "no file matches " + call.arguments());
        }
        add(libraries(found), Set.of());
        return new Evaluation.Done();
    }

    /** Adds jars and folders of classes. */
    Evaluation classPath(Magic.Call call) throws MagicException {
        List<Path> paths = new ArrayList<>();
        for (String word : Coordinates.words(call.arguments())) {
            Path path = folders.resolve(word);
            if (!Files.exists(path)) {
                throw new MagicException("there is no " + path + folders.nearest(path));
            }
            paths.add(path);
        }
        if (paths.isEmpty()) {
            throw new MagicException("name folders of classes or jars, as in %classpath build/classes");
        }
        add(libraries(paths), Set.of());
        return new Evaluation.Done();
    }

    /** What to resolve, from a context and the repositories there are. */
    private interface Wanted {
        CollectRequest from(Context context, List<RemoteRepository> remote) throws MagicException;
    }

    private void resolve(String what, Wanted wish) throws MagicException {
        Runtime runtime = Runtimes.INSTANCE.getRuntime();
        try (Context context =
                runtime.create(ContextOverrides.create().withUserSettings(true).build())) {
            List<RemoteRepository> remote = new ArrayList<>();
            repositories.forEach((id, url) -> remote.add(new RemoteRepository.Builder(id, "default", url).build()));
            remote.addAll(context.remoteRepositories());
            CollectRequest wanted = wish.from(context, remote);
            List<Library> found = new ArrayList<>();
            for (ArtifactResult result : context.repositorySystem()
                    .resolveDependencies(context.repositorySystemSession(), new DependencyRequest(wanted, null))
                    .getArtifactResults()) {
                if (result.getArtifact().getExtension().equals("jar")) {
                    found.add(library(result.getArtifact()));
                }
            }
            Set<String> asked = new HashSet<>();
            wanted.getDependencies().forEach(dependency -> asked.add(name(dependency.getArtifact())));
            add(found, asked);
        } catch (DependencyResolutionException e) {
            throw new MagicException(
                    "cannot resolve " + what + ": " + e.getMessage()
                            + "\nIs it spelt as on https://central.sonatype.com, and is the network there?",
                    e);
        }
    }

    private static String name(Artifact artifact) {
        String classifier = artifact.getClassifier();
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + (classifier.isEmpty() ? "" : ":" + classifier);
    }

    private static Library library(Artifact artifact) throws MagicException {
        Path file = artifact.getFile().toPath();
        try {
            return Library.of(file, name(artifact), artifact.getVersion());
        } catch (IOException e) {
            throw new MagicException(
                    file + " is no jar that can be read, as after a download that broke off: delete it and try again",
                    e);
        }
    }

    private static List<Library> libraries(List<Path> paths) throws MagicException {
        List<Library> libraries = new ArrayList<>();
        for (Path path : paths) {
            try {
                libraries.add(Library.of(path));
            } catch (IOException e) {
                throw new MagicException(
                        path.toAbsolutePath() + " is neither a folder nor a jar that can be read; nothing was added",
                        e);
            }
        }
        return libraries;
    }

    /**
     * @param asked names of the libraries that were asked for; the others only come with them. None if all were.
     */
    private void add(List<Library> libraries, Set<String> asked) throws MagicException {
        LibraryChange change = host.addLibraries(
                libraries,
                planned -> planned.refused().keySet().stream()
                        .noneMatch(library -> asked.isEmpty() || asked.contains(library.name())));
        for (Map.Entry<Library, String> refused : change.refused().entrySet()) {
            if (asked.isEmpty() || asked.contains(refused.getKey().name())) {
                throw new MagicException(refused.getKey().fileName() + " cannot be added: this session uses "
                        + refused.getValue()
                        + " already, and a class cannot change while it is in use. Restart the kernel and add "
                        + refused.getKey().fileName() + " first; nothing was added now");
            }
        }
        if (!change.added().isEmpty()) {
            System.out.println("Added " + String.join(", ", fileNames(change.added())));
        }
        change.replaced()
                .forEach((fresh, old) ->
                        System.out.println("Added " + fresh.fileName() + " in place of " + old.fileName()));
        change.refused()
                .forEach((refused, inUse) ->
                        System.out.println("Not added: " + refused.fileName() + "; this session uses "
                                + inUse
                                + " already. If something of it is missing, restart the kernel and name all libraries in one"
                                + " %maven"));
        if (change.added().isEmpty()
                && change.replaced().isEmpty()
                && change.refused().isEmpty()) {
            System.out.println("Already there: " + String.join(", ", fileNames(libraries)));
        }
    }

    private static List<String> fileNames(List<Library> libraries) {
        return libraries.stream().map(Library::fileName).toList();
    }
}
