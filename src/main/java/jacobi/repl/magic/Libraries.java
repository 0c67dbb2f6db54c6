package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.repl.Evaluation;
import jacobi.repl.library.Library;
import jacobi.repl.library.LibraryChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;

/** {@code %maven}, {@code %jars}, {@code %classpath}: libraries for the cells. */
final class Libraries {
    /** How far below a pattern's folder jars are looked for. */
    private static final int DEPTH = 8;

    private static final List<String> OFFLINE = List.of("-o", "--offline");

    private final Host host;
    private final Folders folders;
    private final Resolver resolver;
    private final DocumentationJars documentation;

    Libraries(Host host, Folders folders) {
        this.host = host;
        this.folders = folders;
        resolver = new Resolver(host);
        documentation = new DocumentationJars(resolver);
    }

    /** Fetches what tells of a library, if it can be had soon; whether it is there now. */
    boolean fetchDocumentation(Library library) {
        return documentation.fetch(library);
    }

    /** Resolves artifacts with all they need, and adds them. */
    Evaluation maven(Magic.Call call) throws MagicException {
        List<String> words = new ArrayList<>(MavenCoordinates.words(call.arguments()));
        boolean offline = words.removeAll(OFFLINE);
        if (words.isEmpty()) {
            throw new MagicException(say("magic.libraries.name-what-wanted-group"));
        }
        List<Dependency> wanted = new ArrayList<>();
        for (String text : words) {
            wanted.add(MavenCoordinates.dependency(text));
        }
        return resolver.resolve(
                String.join(" ", words),
                offline,
                (context, remote) -> new CollectRequest(wanted, List.of(), remote),
                found -> add(found.libraries(), found.asked(), call));
    }

    Evaluation repository(Magic.Call call) throws MagicException {
        List<String> words = call.words();
        if (words.size() != 2) {
            throw new MagicException(say("magic.libraries.give-repository-name-address"));
        }
        resolver.add(words.get(0), words.get(1));
        return new Evaluation.Done();
    }

    /** Adds the dependencies of a pom, given as a file or, with two signs, in the cell itself. */
    Evaluation fromPom(Magic.Call call) throws MagicException {
        List<String> words = new ArrayList<>(MavenCoordinates.words(call.arguments()));
        boolean offline = words.removeAll(OFFLINE);
        if (!call.ofCell()) {
            Path file = folders.resolve(words.isEmpty() ? "pom.xml" : String.join(" ", words));
            if (!Files.isRegularFile(file)) {
                throw new MagicException(
                        say("magic.libraries.there-no-file", "file", file, "nearest", folders.nearest(file)));
            }
            return fromPom(file, offline, call);
        }
        String pom = Pom.whole(call.body());
        Path file = null;
        try {
            file = Files.writeString(Files.createTempFile("jacobi-", ".pom"), pom);
            return fromPom(file, offline, call);
        } catch (IOException e) {
            throw new MagicException(say("magic.libraries.cannot-write-file-time", "reason", e.getMessage()), e);
        } finally {
            if (file != null) {
                file.toFile().delete();
            }
        }
    }

    private Evaluation fromPom(Path file, boolean offline, Magic.Call call) throws MagicException {
        return resolver.resolve(
                say("magic.libraries.what-pom-needs"),
                offline,
                (context, remote) ->
                        Pom.read(file, context.repositorySystem(), context.repositorySystemSession(), remote),
                found -> add(found.libraries(), found.asked(), call));
    }

    /** Adds jars by name or pattern, as {@code libs/*.jar}. */
    Evaluation jars(Magic.Call call) throws MagicException {
        List<Path> found = new ArrayList<>();
        for (String word : MavenCoordinates.words(call.arguments())) {
            found.addAll(folders.matching(word, DEPTH));
        }
        if (found.isEmpty()) {
            throw new MagicException(
                    call.arguments().isBlank()
                            ? say("magic.libraries.name-jars-libs-jar")
                            : say("magic.libraries.no-file-matches", "arguments", call.arguments()));
        }
        return add(libraries(found), Set.of(), call);
    }

    /** Adds jars, patterns of jars and folders of classes; with none, lists what was added. */
    Evaluation classPath(Magic.Call call) throws MagicException {
        List<Path> paths = new ArrayList<>();
        for (String word : MavenCoordinates.words(call.arguments())) {
            List<Path> found = folders.matching(word, DEPTH);
            if (found.isEmpty()) {
                Path path = folders.resolve(word.replaceAll("[*?\\[{]", "_"));
                throw new MagicException(say(
                        "magic.libraries.there-no",
                        "resolve",
                        folders.current().resolve(word),
                        "nearest",
                        folders.nearest(path)));
            }
            paths.addAll(found);
        }
        if (!paths.isEmpty()) {
            return add(libraries(paths), Set.of(), call);
        }
        List<String> there =
                host.added().stream().map(library -> library.path().toString()).toList();
        if (call.wantsValue()) {
            return new Evaluation.Value(there);
        }
        System.out.println(there.isEmpty() ? say("magic.libraries.no-jar-folder-was") : String.join("\n", there));
        return new Evaluation.Done();
    }

    private static List<Library> libraries(List<Path> paths) throws MagicException {
        List<Library> libraries = new ArrayList<>();
        for (Path path : paths) {
            try {
                libraries.add(Library.of(path));
            } catch (IOException e) {
                throw new MagicException(
                        say("magic.libraries.neither-folder-nor-jar", "path", path.toAbsolutePath()), e);
            }
        }
        return libraries;
    }

    /**
     * @param asked names of the libraries that were asked for; the others only come with them. None if all were.
     * @return the paths of all, where they are asked for
     */
    private Evaluation add(List<Library> libraries, Set<String> asked, Magic.Call call) throws MagicException {
        List<Library> wanted = libraries.stream()
                .filter(library -> asked.isEmpty() || asked.contains(library.name()) || !isThereInLater(library))
                .toList();
        LibraryChange change = host.addLibraries(
                wanted,
                planned -> planned.refused().keySet().stream()
                        .noneMatch(library -> asked.isEmpty() || asked.contains(library.name())));
        for (Map.Entry<Library, String> refused : change.refused().entrySet()) {
            if (asked.isEmpty() || asked.contains(refused.getKey().name())) {
                throw new MagicException(say(
                        "magic.libraries.cannot-added-session-uses",
                        "fileName",
                        refused.getKey().fileName(),
                        "value",
                        refused.getValue()));
            }
        }
        if (call.wantsValue()) {
            return new Evaluation.Value(
                    libraries.stream().map(library -> library.path().toString()).toList());
        }
        if (!change.added().isEmpty()) {
            System.out.println(say("magic.libraries.added", "files", String.join(", ", fileNames(change.added()))));
        }
        change.replaced()
                .forEach((fresh, old) -> System.out.println(
                        say("magic.libraries.added-place", "fileName", fresh.fileName(), "fileName2", old.fileName())));
        change.refused()
                .forEach((refused, inUse) -> System.out.println(
                        say("magic.libraries.not-added-session-uses", "fileName", refused.fileName(), "inUse", inUse)));
        if (change.added().isEmpty()
                && change.replaced().isEmpty()
                && change.refused().isEmpty()) {
            System.out.println(
                    say("magic.libraries.already-there", "fileNames", String.join(", ", fileNames(libraries))));
        }
        return new Evaluation.Done();
    }

    /** Whether a library that only comes along is there in a version that offers the same and more. */
    private boolean isThereInLater(Library library) {
        return host.added().stream()
                .anyMatch(one -> one.name().equals(library.name())
                        && !one.version().isEmpty()
                        && Versions.isLaterOfSameKind(one.version(), library.version()));
    }

    private static List<String> fileNames(List<Library> libraries) {
        return libraries.stream().map(Library::fileName).toList();
    }
}
