package jacobi.plot;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.DisplayHandle;
import jacobi.display.Displays;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A loop's items with a bar that shows how far the loop has come: {@code for (int i : progress(range(10)))}. The bar is
 * HTML in a notebook and a line of text in a console, redrawn at most ten times a second, its last state always.
 *
 * @param <T> what the loop goes over
 */
public final class Progress<T> implements Iterable<T> {
    private final Iterable<T> items;
    private final long total;

    /**
     * @param total how many items there will be, or -1 if nobody knows
     */
    Progress(Iterable<T> items, long total) {
        this.items = items;
        this.total = total;
    }

    /** The items; each loop has a bar of its own. */
    @Override
    public Iterator<T> iterator() {
        Iterator<T> inner = items.iterator();
        Bar bar = new Bar(total);
        return new Iterator<>() {
            private boolean ended;

            @Override
            public boolean hasNext() {
                boolean more = inner.hasNext();
                if (!more && !ended) {
                    ended = true;
                    bar.end();
                }
                return more;
            }

            @Override
            public T next() {
                if (!inner.hasNext()) {
                    throw new NoSuchElementException("the loop has come to its end");
                }
                T item = inner.next();
                bar.begun();
                return item;
            }
        };
    }

    /** The bar of one loop. */
    private static final class Bar {
        private final long total;
        private final long start = System.nanoTime();
        private final Ticker ticker = new Ticker(this::show);
        private long begun;
        private boolean ended;
        private DisplayHandle handle;

        Bar(long total) {
            this.total = total;
            ticker.changed();
        }

        void begun() {
            synchronized (this) {
                begun++;
            }
            ticker.changed();
        }

        /** The end is shown at once: what the cell prints next stands under a full bar. */
        void end() {
            synchronized (this) {
                ended = true;
            }
            ticker.changed();
            ticker.flush();
        }

        private void show() {
            State state = state();
            if (handle == null) {
                handle = Displays.display(state);
            } else {
                handle.update(state);
            }
        }

        private synchronized State state() {
            // The item at work is not done yet.
            long done = ended ? begun : Math.max(0, begun - 1);
            return new State(done, total, (System.nanoTime() - start) / 1e9, ended);
        }
    }

    /**
     * How far a loop has come.
     *
     * @param total how many items there will be, or -1
     * @param seconds how long it has run
     */
    record State(long done, long total, double seconds, boolean ended) implements DisplayDataRenderable {
        private static final Set<MIMEType> TYPES = Set.of(MIMEType.TEXT_HTML, MIMEType.TEXT_PLAIN);
        private static final int WIDTH = 20;

        @Override
        public Set<MIMEType> getSupportedRenderTypes() {
            return TYPES;
        }

        @Override
        public Set<MIMEType> getPreferredRenderTypes() {
            return TYPES;
        }

        @Override
        public void render(RenderContext context) {
            context.renderIfRequested(MIMEType.TEXT_HTML, this::html);
            context.renderIfRequested(MIMEType.TEXT_PLAIN, this::toString);
        }

        private String html() {
            String bar = total < 0
                    ? ended ? "<progress value=\"1\" max=\"1\"></progress> " : "<progress></progress> "
                    : "<progress value=\"" + done + "\" max=\"" + Math.max(1, total) + "\"></progress> ";
            return "<div>" + bar + "<code>" + counts() + "</code></div>";
        }

        /** As {@code  40% |████████            | 4/10 [0.8 s, 5.0 a second]}. */
        @Override
        public String toString() {
            if (total < 0) {
                return counts();
            }
            int filled = total == 0 ? WIDTH : (int) (WIDTH * done / total);
            return String.format(Locale.ROOT, "%3d%% |", total == 0 ? 100 : 100 * done / total) + "█".repeat(filled)
                    + " ".repeat(WIDTH - filled) + "| " + counts();
        }

        private String counts() {
            String of = total < 0 ? String.valueOf(done) : done + "/" + total;
            double speed = seconds > 0 ? done / seconds : 0;
            String rest = total > 0 && done > 0 && !ended
                    ? String.format(Locale.ROOT, ", %.1f s to go", (total - done) / speed)
                    : "";
            return of + String.format(Locale.ROOT, " [%.1f s%s%s]", seconds, speed(speed), rest);
        }

        private String speed(double perSecond) {
            return done == 0
                    ? ""
                    : String.format(Locale.ROOT, perSecond < 10 ? ", %.1f a second" : ", %.0f a second", perSecond);
        }
    }
}
