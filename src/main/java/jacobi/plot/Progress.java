package jacobi.plot;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.DisplayHandle;
import jacobi.display.Displays;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * A loop's items with a bar that shows how far the loop has come: {@code for (int i : progress(range(10)))}. The bar is
 * HTML in a notebook and a line of text in a console, redrawn at most ten times a second, its last state always.
 *
 * <p>Loops in loops have their bars one below the other: each time round the outer loop, an inner loop takes the place
 * its bar had the time before.
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
        Bar bar = Bar.begin(total);
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
                    throw new NoSuchElementException(say("plot.progress.ended"));
                }
                T item = inner.next();
                bar.begun();
                return item;
            }
        };
    }

    /** A place on the page for a bar, and those below it for the bars of the loops inside. */
    private static final class Place {
        private final List<Place> inner = new ArrayList<>();
        private DisplayHandle handle;
        private Bar owner;
    }

    /** The bar of one loop. */
    private static final class Bar {
        /** The loops that have begun on this thread and not ended, the innermost first. */
        private static final ThreadLocal<Deque<Bar>> OPEN = ThreadLocal.withInitial(ArrayDeque::new);

        private final long total;
        private final Place place;
        private final long cell = Gallery.cells();
        private final long start = System.nanoTime();
        private final Ticker ticker = new Ticker(this::show);
        private long begun;
        private boolean ended;
        /** The item that inner loops last began for, and how many have begun for it. */
        private long innerItem = -1;

        private int innerCount;

        private Bar(long total, Place place) {
            this.total = total;
            this.place = place;
        }

        static Bar begin(long total) {
            Deque<Bar> open = OPEN.get();
            // A loop that was left by break or an exception never said that it ended.
            open.removeIf(bar -> bar.cell != Gallery.cells());
            Bar bar = new Bar(total, open.isEmpty() ? new Place() : open.peek().nextInner());
            synchronized (bar.place) {
                bar.place.owner = bar;
            }
            open.push(bar);
            bar.ticker.changed();
            return bar;
        }

        private synchronized Place nextInner() {
            innerCount = innerItem == begun ? innerCount + 1 : 0;
            innerItem = begun;
            if (innerCount == place.inner.size()) {
                place.inner.add(new Place());
            }
            return place.inner.get(innerCount);
        }

        void begun() {
            synchronized (this) {
                begun++;
            }
            // Loops inside that have not ended were left by break.
            Deque<Bar> open = OPEN.get();
            while (open.contains(this) && open.peek() != this) {
                open.pop();
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
            Deque<Bar> open = OPEN.get();
            while (open.contains(this)) {
                open.pop();
            }
        }

        private void show() {
            State state = state();
            synchronized (place) {
                if (place.owner != this) {
                    // A loop that was left by break; the next one has its place by now.
                    return;
                }
                if (place.handle == null) {
                    place.handle = Displays.display(state);
                } else {
                    place.handle.update(state);
                }
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
        private static final int WIDTH = 20;

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
                    ? say("plot.progress.to-go", "seconds", String.format(Locale.ROOT, "%.1f", (total - done) / speed))
                    : "";
            return of
                    + say(
                            "plot.progress.time",
                            "seconds",
                            String.format(Locale.ROOT, "%.1f", seconds),
                            "more",
                            speed(speed) + rest);
        }

        private String speed(double perSecond) {
            return done == 0
                    ? ""
                    : say(
                            "plot.progress.speed",
                            "count",
                            String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%.0f", perSecond));
        }
    }
}
