package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.repl.failure.Nearest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.MetadataTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.eclipse.aether.transfer.TransferCancelledException;

/** Why artifacts were not found: the network, or a name of which there is one much like it. */
final class Unresolved {
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"/?]+)/?\"");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Unresolved() {}

    static String reason(DependencyResolutionException failure, boolean offline) {
        List<Throwable> causes = new ArrayList<>();
        gather(failure, causes);
        for (Throwable cause : causes) {
            if (cause instanceof RepositoryOfflineException || offline && isNotFound(cause)) {
                return say("magic.unresolved.something-needs-was-not", "missing", missing(causes));
            }
            if (cause instanceof TransferCancelledException) {
                return say("magic.unresolved.was-stopped");
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof ArtifactTransferException transfer && !isNotFound(cause)) {
                return network(transfer.getRepository(), root(cause));
            }
            if (cause instanceof MetadataTransferException transfer && !isNotFound(cause)) {
                return network(transfer.getRepository(), root(cause));
            }
        }
        Artifact artifact = artifact(causes);
        if (artifact == null) {
            return root(failure).getMessage();
        }
        return say(
                "magic.unresolved.there-no",
                "coordinates",
                coordinates(artifact),
                "places",
                places(failure),
                "nearest",
                nearest(artifact, repositories(failure)));
    }

    private static boolean isNotFound(Throwable cause) {
        return cause instanceof ArtifactNotFoundException || cause instanceof MetadataNotFoundException;
    }

    private static String missing(List<Throwable> causes) {
        Artifact artifact = artifact(causes);
        return artifact == null ? "" : " (" + coordinates(artifact) + ")";
    }

    private static String network(RemoteRepository repository, Throwable root) {
        String where = repository == null ? say("magic.unresolved.repository") : repository.getUrl();
        return say(
                "magic.unresolved.cannot-reached-network-there",
                "where",
                where,
                "root",
                root.getClass().getSimpleName(),
                "value",
                root.getMessage() == null ? "" : ": " + root.getMessage());
    }

    private static void gather(Throwable thrown, List<Throwable> causes) {
        if (thrown == null || causes.contains(thrown)) {
            return;
        }
        causes.add(thrown);
        if (thrown instanceof DependencyResolutionException failure && failure.getResult() != null) {
            if (failure.getResult().getCollectExceptions() != null) {
                failure.getResult().getCollectExceptions().forEach(each -> gather(each, causes));
            }
            if (failure.getResult().getArtifactResults() != null) {
                failure.getResult().getArtifactResults().stream()
                        .map(ArtifactResult::getExceptions)
                        .forEach(all -> all.forEach(each -> gather(each, causes)));
            }
        }
        if (thrown instanceof VersionRangeResolutionException range && range.getResult() != null) {
            range.getResult().getExceptions().forEach(each -> gather(each, causes));
        }
        if (thrown instanceof VersionResolutionException version && version.getResult() != null) {
            version.getResult().getExceptions().forEach(each -> gather(each, causes));
        }
        if (thrown instanceof ArtifactDescriptorException descriptor && descriptor.getResult() != null) {
            descriptor.getResult().getExceptions().forEach(each -> gather(each, causes));
        }
        gather(thrown.getCause(), causes);
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null
                && !(root instanceof IOException && root.getCause() instanceof RuntimeException)) {
            root = root.getCause();
        }
        return root;
    }

    private static Artifact artifact(List<Throwable> causes) {
        for (Throwable cause : causes) {
            if (cause instanceof ArtifactTransferException transfer) {
                return transfer.getArtifact();
            }
            if (cause instanceof VersionRangeResolutionException range) {
                return range.getResult().getRequest().getArtifact();
            }
            if (cause instanceof VersionResolutionException version) {
                return version.getResult().getRequest().getArtifact();
            }
            if (cause instanceof ArtifactResolutionException failure && failure.getResult() != null) {
                return failure.getResult().getRequest().getArtifact();
            }
            if (cause instanceof ArtifactDescriptorException descriptor && descriptor.getResult() != null) {
                return descriptor.getResult().getRequest().getArtifact();
            }
        }
        return null;
    }

    private static String coordinates(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":"
                + (artifact.getExtension().equals("jar")
                                || artifact.getExtension().equals("pom")
                        ? ""
                        : artifact.getExtension() + ":")
                + (artifact.getClassifier().isEmpty() ? "" : artifact.getClassifier() + ":") + artifact.getVersion();
    }

    private static List<RemoteRepository> repositories(DependencyResolutionException failure) {
        var request = failure.getResult().getRequest().getCollectRequest();
        return request == null ? List.of() : request.getRepositories();
    }

    private static String places(DependencyResolutionException failure) {
        List<String> names = repositories(failure).stream()
                .map(RemoteRepository::getId)
                .distinct()
                .toList();
        return names.isEmpty() ? say("magic.unresolved.any-repository") : String.join(say("words.or"), names);
    }

    /** The first part of the name that is not there, with the one most alike among those that are. */
    private static String nearest(Artifact artifact, List<RemoteRepository> repositories) {
        List<String> parts = new ArrayList<>(List.of(artifact.getGroupId().split("\\.")));
        parts.add(artifact.getArtifactId());
        String folder = "";
        for (int i = 0; i < parts.size(); i++) {
            Set<String> there = listed(folder, repositories);
            if (there.isEmpty()) {
                return say("magic.unresolved.spelt-https-central-sonatype");
            }
            if (!there.contains(parts.get(i))) {
                String alike = Nearest.among(parts.get(i), there);
                parts.set(i, alike);
                return alike == null
                        ? say("magic.unresolved.spelt-https-central-sonatype")
                        : say(
                                "magic.unresolved.there",
                                "subList",
                                String.join(".", parts.subList(0, Math.min(i + 1, parts.size() - 1))),
                                "alike",
                                i == parts.size() - 1 ? ":" + alike : "");
            }
            folder += parts.get(i) + "/";
        }
        List<String> versions = listed(folder, repositories).stream()
                .filter(name -> name.matches("[\\d].*|[vV]\\d.*"))
                .sorted(Versions.ASCENDING)
                .toList();
        return versions.isEmpty() ? "" : "; " + Versions.near(artifact.getVersion(), versions);
    }

    /** The names in a folder of the repositories that show their folders. */
    private static Set<String> listed(String folder, List<RemoteRepository> repositories) {
        Set<String> names = new LinkedHashSet<>();
        for (RemoteRepository repository : repositories) {
            String address = repository.getUrl() + (repository.getUrl().endsWith("/") ? "" : "/") + folder;
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
