package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.repl.failure.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;

/**
 * What there is in place of an artifact that is not: other versions, by the list every repository keeps of them; other
 * names, where a repository shows its folders, and among what was downloaded before.
 */
final class Offer {
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"/?]+)/?\"");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** How far below a folder of the local repository the files of an artifact are looked for. */
    private static final int DEPTH = 8;

    private final RepositorySystem system;
    private final RepositorySystemSession session;

    Offer(RepositorySystem system, RepositorySystemSession session) {
        this.system = system;
        this.session = session;
    }

    /** A clause with the nearest version, or else the nearest name, or else where names are looked up. */
    String nearest(Artifact artifact, List<RemoteRepository> repositories) {
        List<String> parts = parts(artifact);
        Set<String> versions = versions(artifact, repositories);
        versions.addAll(likeVersions(listed(String.join("/", parts), repositories)));
        versions.addAll(likeVersions(downloaded(String.join("/", parts))));
        if (!versions.isEmpty()) {
            return Versions.near(artifact.getVersion(), List.copyOf(versions));
        }
        List<String> alike = corrected(parts, folder -> listed(folder, repositories));
        if (alike == null) {
            alike = corrected(parts, this::downloaded);
            // Few things were downloaded: what only begins alike is another library.
            alike = alike == null || alike.size() < parts.size() ? null : alike;
        }
        return alike == null ? say("magic.unresolved.spelt-https-central-sonatype") : there(alike, parts.size());
    }

    /** A clause with the nearest of what was downloaded before; empty where nothing is near. */
    String nearestDownloaded(Artifact artifact) {
        List<String> parts = parts(artifact);
        Set<String> versions = likeVersions(downloaded(String.join("/", parts)));
        if (!versions.isEmpty()) {
            return Versions.near(artifact.getVersion(), List.copyOf(versions));
        }
        List<String> alike = corrected(parts, this::downloaded);
        return alike == null || alike.size() < parts.size() ? "" : there(alike, parts.size());
    }

    private static List<String> parts(Artifact artifact) {
        List<String> parts = new ArrayList<>(List.of(artifact.getGroupId().split("\\.")));
        parts.add(artifact.getArtifactId());
        return parts;
    }

    private static String there(List<String> parts, int all) {
        boolean whole = parts.size() == all;
        return say(
                "magic.unresolved.there",
                "subList",
                String.join(".", whole ? parts.subList(0, all - 1) : parts),
                "alike",
                whole ? ":" + parts.get(all - 1) : "");
    }

    private Set<String> versions(Artifact artifact, List<RemoteRepository> repositories) {
        Set<String> versions = new TreeSet<>(Versions.ASCENDING);
        try {
            system.resolveVersionRange(
                            session, new VersionRangeRequest(artifact.setVersion("[0,)"), repositories, null))
                    .getVersions()
                    .forEach(version -> versions.add(version.toString()));
        } catch (VersionRangeResolutionException e) {
            // There is no such list: the artifact is unknown, or the repository a mere folder.
        }
        return versions;
    }

    private static Set<String> likeVersions(Set<String> names) {
        Set<String> versions = new TreeSet<>(Versions.ASCENDING);
        names.stream().filter(name -> name.matches("[vV]?\\d.*")).forEach(versions::add);
        return versions;
    }

    /**
     * The name with its wrong parts corrected.
     *
     * @param names the names in a folder; empty where nobody knows
     * @return as many parts of it as there are, the last of them corrected or what follows a corrected one; null where
     *     nothing is alike
     */
    private static List<String> corrected(List<String> parts, Function<String, Set<String>> names) {
        // A repository takes a while to answer, and the last folder that is known is looked at twice.
        Map<String, Set<String>> asked = new HashMap<>();
        Function<String, Set<String>> listing = folder -> asked.computeIfAbsent(folder, names);
        int known = parts.size() - 1;
        // Most repositories that show folders show any; the group's own comes first, as the name in it is the likeliest
        // mistake.
        while (known >= 0
                && listing.apply(String.join("/", parts.subList(0, known))).isEmpty()) {
            known--;
        }
        if (known < 0) {
            return null;
        }
        List<String> corrected = new ArrayList<>(parts.subList(0, known));
        boolean changed = false;
        for (String part : parts.subList(known, parts.size())) {
            Set<String> there = listing.apply(String.join("/", corrected));
            String found = there.contains(part) ? part : Nearest.among(part, there);
            if (found == null) {
                break;
            }
            changed |= !found.equals(part);
            corrected.add(found);
        }
        return changed ? corrected : null;
    }

    /** The names in a folder of the local repository under which anything was ever downloaded. */
    private Set<String> downloaded(String folder) {
        Path home = session.getLocalRepository().getBasedir().toPath().resolve(folder);
        Set<String> names = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(home)) {
            files.filter(Offer::hasArtifacts)
                    .forEach(file -> names.add(file.getFileName().toString()));
        } catch (IOException | UncheckedIOException e) {
            // No such folder, as a rule.
        }
        return names;
    }

    /** Whether there is more than the note that something was looked for and not found. */
    private static boolean hasArtifacts(Path folder) {
        try (Stream<Path> files = Files.find(
                folder,
                DEPTH,
                (file, is) -> is.isRegularFile() && file.toString().endsWith(".jar"))) {
            return files.findAny().isPresent();
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** The names in a folder of the repositories that show their folders. */
    private static Set<String> listed(String folder, List<RemoteRepository> repositories) {
        Set<String> names = new LinkedHashSet<>();
        for (RemoteRepository repository : repositories) {
            String root = repository.getUrl() + (repository.getUrl().endsWith("/") ? "" : "/");
            String address = root + folder + (folder.isEmpty() ? "" : "/");
            try {
                URI place = URI.create(address);
                if ("file".equals(place.getScheme())) {
                    try (Stream<Path> files = Files.list(Path.of(place))) {
                        files.forEach(file -> names.add(file.getFileName().toString()));
                    }
                } else if (address.toLowerCase(Locale.ROOT).startsWith("http")) {
                    HttpResponse<String> page = HttpClient.newBuilder()
                            .followRedirects(HttpClient.Redirect.NORMAL)
                            .connectTimeout(PATIENCE)
                            .build()
                            .send(
                                    HttpRequest.newBuilder(place)
                                            .timeout(PATIENCE)
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString());
                    Matcher link = LINK.matcher(page.statusCode() == 200 ? page.body() : "");
                    while (link.find()) {
                        names.add(link.group(1));
                    }
                }
            } catch (IOException | IllegalArgumentException e) {
                // One that shows no folders has no names to offer.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return names;
    }
}
