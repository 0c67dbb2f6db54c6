package jacobi.repl.magic;

import static jacobi.language.Say.say;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
    private Unresolved() {}

    /** @param offer what the repositories have in its place */
    static String reason(DependencyResolutionException failure, boolean offline, Offer offer) {
        List<Throwable> causes = new ArrayList<>();
        gather(failure, causes);
        for (Throwable cause : causes) {
            if (cause instanceof RepositoryOfflineException || offline && isNotFound(cause)) {
                return say("magic.unresolved.something-needs-was-not", "missing", missing(causes, offer));
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
                offer.nearest(artifact, repositories(failure)));
    }

    private static boolean isNotFound(Throwable cause) {
        return cause instanceof ArtifactNotFoundException || cause instanceof MetadataNotFoundException;
    }

    private static String missing(List<Throwable> causes, Offer offer) {
        Artifact artifact = artifact(causes);
        return artifact == null ? "" : " (" + coordinates(artifact) + offer.nearestDownloaded(artifact) + ")";
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
        String type = artifact.getExtension();
        String version = artifact.getVersion();
        return artifact.getGroupId() + ":" + artifact.getArtifactId()
                + (type.equals("jar") || type.equals("pom") ? "" : ":" + type)
                + (artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier())
                // What stands for a version that nobody wrote.
                + (version.isEmpty() || version.equals(MavenCoordinates.ANY) ? "" : ":" + version);
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
}
