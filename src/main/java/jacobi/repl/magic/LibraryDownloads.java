package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.display.DisplayHandle;
import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;

/** What is being downloaded, shown while it takes its time, and given up when nobody waits for it any more. */
final class LibraryDownloads extends AbstractTransferListener {
    /** Nobody needs to be told of what is done before they looked. */
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final long start = System.nanoTime();
    private final Map<TransferResource, Long> running = new ConcurrentHashMap<>();
    private long files;
    private long bytes;
    private volatile boolean ended;
    private DisplayHandle line;
    private String told;

    @Override
    public void transferInitiated(TransferEvent event) throws TransferCancelledException {
        check();
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        check();
        running.put(event.getResource(), event.getTransferredBytes());
    }

    @Override
    public synchronized void transferSucceeded(TransferEvent event) {
        running.remove(event.getResource());
        files++;
        bytes += event.getTransferredBytes();
    }

    @Override
    public void transferFailed(TransferEvent event) {
        running.remove(event.getResource());
    }

    private void check() throws TransferCancelledException {
        if (ended) {
            throw new TransferCancelledException(say("magic.downloads.cell-was-stopped"));
        }
    }

    /** Shows how far it is. */
    synchronized void show() {
        if (System.nanoTime() - start < PATIENCE_NANOS || running.isEmpty() && files == 0 && line == null) {
            return;
        }
        tell(running.isEmpty() ? done(say("magic.downloads.looking-files")) : current());
    }

    /** Nothing more is wanted. */
    synchronized void end() {
        ended = true;
        if (line != null) {
            tell(done(say("magic.downloads.downloaded")));
        }
    }

    private void tell(String text) {
        if (line == null) {
            line = Displays.display(MimeBundle.text(text));
        } else if (!text.equals(told)) {
            line.update(MimeBundle.text(text));
        }
        told = text;
    }

    private String current() {
        List<String> files = new ArrayList<>();
        running.forEach((resource, got) -> {
            String name = resource.getResourceName();
            files.add(say(
                    "magic.downloads.how-far",
                    "name",
                    name.substring(name.lastIndexOf('/') + 1),
                    "got",
                    resource.getContentLength() > 0
                            ? say(
                                    "magic.downloads.part-of-whole",
                                    "part",
                                    megabytes(got),
                                    "whole",
                                    megabytes(resource.getContentLength()))
                            : megabytes(got)));
        });
        return say("magic.downloads.downloading", "files", String.join(", ", files));
    }

    private String done(String verb) {
        return say("magic.downloads.file-mb", "verb", verb, "files", files, "megabytes", megabytes(bytes));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }
}
