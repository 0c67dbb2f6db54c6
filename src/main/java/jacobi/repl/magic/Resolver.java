package jacobi.repl.magic;

import static jacobi.language.Say.say;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import jacobi.repl.Evaluation;
import jacobi.repl.library.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/** Finds artifacts and what they need as Maven does, with its settings and its local repository. */
final class Resolver {
    private static final int LOOK_MILLIS = 200;

    private final Host host;
    private final Map<String, String> repositories = new LinkedHashMap<>();

    Resolver(Host host) {
        this.host = host;
    }

    /** Also looks there from now on; one of a name there is, as central, takes its place. */
    void add(String id, String url) {
        repositories.put(id, url);
    }

    /** What to resolve, from a context and the repositories there are. */
    interface Wanted {
        CollectRequest from(Context context, List<RemoteRepository> remote) throws MagicException;
    }

    /**
     * What was found.
     *
     * @param asked the names of the libraries that were asked for; the others only come with them
     */
    record Found(List<Library> libraries, Set<String> asked) {}

    /**
     * Finds and downloads. A request to stop is answered at once; what is downloaded at that moment is given up.
     *
     * @param what it is, in a message
     * @param offline whether to take only what was downloaded before
     * @param then what is done with what was found
     */
    Evaluation resolve(String what, boolean offline, Wanted wish, Then then) throws MagicException {
        return host.interruptible(() -> {
            LibraryDownloads downloads = new LibraryDownloads();
            FutureTask<Found> finding = new FutureTask<>(() -> find(what, offline, wish, downloads));
            Thread thread = new Thread(finding, "jacobi-maven");
            thread.setDaemon(true);
            // Resolution finds its parts by this loader, and the thread would have the cells'.
            thread.setContextClassLoader(Resolver.class.getClassLoader());
            thread.start();
            try {
                return then.with(await(finding, downloads));
            } finally {
                downloads.end();
            }
        });
    }

    /** What is done with what was found. */
    interface Then {
        Evaluation with(Found found) throws MagicException;
    }

    private static Found await(FutureTask<Found> finding, LibraryDownloads downloads)
            throws InterruptedException, MagicException {
        while (true) {
            try {
                return finding.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                downloads.show();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof MagicException refused) {
                    throw refused;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /**
     * Downloads a jar that comes beside a library, without a word.
     *
     * @return whether there is one
     */
    boolean fetch(Library library, String classifier) {
        String[] name = library.name().split(":");
        Artifact wanted = new DefaultArtifact(name[0], name[1], classifier, "jar", library.version());
        try (Context context = context(false, null)) {
            List<RemoteRepository> remote = remote(context, context.repositorySystemSession());
            return context.repositorySystem()
                    .resolveArtifact(context.repositorySystemSession(), new ArtifactRequest(wanted, remote, null))
                    .isResolved();
        } catch (ArtifactResolutionException e) {
            return false;
        }
    }

    private static Context context(boolean offline, LibraryDownloads downloads) {
        ContextOverrides overrides = ContextOverrides.create()
                .withUserSettings(true)
                .offline(offline ? Boolean.TRUE : null)
                .transferListener(downloads)
                .build();
        return Runtimes.INSTANCE.getRuntime().create(overrides);
    }

    private List<RemoteRepository> remote(Context context, RepositorySystemSession session) {
        List<RemoteRepository> own = new ArrayList<>();
        repositories.forEach((id, url) -> own.add(new RemoteRepository.Builder(id, "default", url).build()));
        List<RemoteRepository> remote =
                new ArrayList<>(context.repositorySystem().newResolutionRepositories(session, own));
        context.remoteRepositories().stream()
                .filter(one -> !repositories.containsKey(one.getId()))
                .forEach(remote::add);
        return remote;
    }

    private Found find(String what, boolean offline, Wanted wish, LibraryDownloads downloads) throws MagicException {
        try (Context context = context(offline, downloads)) {
            DefaultRepositorySystemSession session =
                    new DefaultRepositorySystemSession(context.repositorySystemSession());
            // What was not there a minute ago may be now, and a failure of the network is none of the artifact.
            session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
            List<RemoteRepository> remote = remote(context, session);
            CollectRequest wanted = wish.from(context, remote);
            List<ArtifactResult> results;
            try {
                results = context.repositorySystem()
                        .resolveDependencies(session, new DependencyRequest(wanted, null))
                        .getArtifactResults();
            } catch (DependencyResolutionException e) {
                String reason = Unresolved.reason(e, offline, new Offer(context.repositorySystem(), session));
                throw new MagicException(say("magic.resolver.cannot-resolve", "what", what, "reason", reason), e);
            }
            List<Library> found = new ArrayList<>();
            for (ArtifactResult result : results) {
                if (result.getArtifact().getExtension().equals("jar")) {
                    found.add(library(result.getArtifact()));
                }
            }
            Set<String> asked = new HashSet<>();
            wanted.getDependencies().forEach(dependency -> asked.add(name(dependency.getArtifact())));
            return new Found(found, asked);
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
            throw new MagicException(say("magic.resolver.no-jar-read-after", "file", file), e);
        }
    }
}
