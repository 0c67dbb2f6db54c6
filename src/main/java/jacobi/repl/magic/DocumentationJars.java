package jacobi.repl.magic;

import jacobi.repl.library.Library;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Jars with the sources or the documentation of libraries that came from Maven: fetched when a reader first asks about
 * something of the library, not before, and laid beside its jar, where inspection finds them.
 */
final class DocumentationJars {
    /** A tooltip that takes longer is not waited for; what comes later is there for the next one. */
    private static final int PATIENCE_MILLIS = 1_500;

    private final Resolver resolver;
    private final Set<Library> asked = ConcurrentHashMap.newKeySet();

    DocumentationJars(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Whether there is one now. Each library is asked for once a session. */
    boolean fetch(Library library) {
        if (!library.isOfRepository() || !asked.add(library)) {
            return false;
        }
        FutureTask<Boolean> fetching = new FutureTask<>(() -> {
            for (String classifier : List.of("sources", "javadoc")) {
                if (resolver.fetch(library, classifier) && Files.exists(library.companion(classifier))) {
                    return true;
                }
            }
            return false;
        });
        Thread thread = new Thread(fetching, "jacobi-documentation");
        thread.setDaemon(true);
        thread.setContextClassLoader(DocumentationJars.class.getClassLoader());
        thread.start();
        try {
            return fetching.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // The signature is told without.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
