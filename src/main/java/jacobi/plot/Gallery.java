package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.display.Displays;
import jacobi.plot.style.Theme;
import jacobi.setting.Setting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The figures of the running cell, and what new ones start with.
 *
 * <p>A figure that a cell makes and then forgets ({@code plot(x, y);} in the middle of a cell) is shown when the cell
 * ends, as it would be in a notebook of the book; one that is the cell's value or was displayed is not shown twice.
 */
public final class Gallery {
    /** More figures than a cell draws; only a program without cells ever gets there, and it shows its own. */
    private static final int MOST_PENDING = 100;

    private static final Room CELL = new Room();
    /** The room of a function whose figures are shown apart from the cell's; of this thread. */
    private static final ThreadLocal<Room> WITHIN = new ThreadLocal<>();

    private static final Setting<Size> SIZE = new Setting<>(new Size(3.5, 2.5));
    private static final Setting<Boolean> INTERACTIVE = new Setting<>(false);
    private static final Setting<Theme> THEME = new Setting<>(Theme.LIGHT);
    private static long cells;

    /** What new figures measure, in inches. */
    private record Size(double width, double height) {}

    /** The figures of a cell, or of a function that shows its own. */
    private static final class Room {
        private final List<Picture> pending = new ArrayList<>();
        private final Set<Ticker> moving = new LinkedHashSet<>();
        private Figure current;
        /** The figure made last or drawn in last: that of a word that fails. */
        private Figure drawn;
    }

    private Gallery() {}

    private static Room room() {
        Room within = WITHIN.get();
        return within == null ? CELL : within;
    }

    /**
     * Runs a function as a cell of its own: its figures are not those of the cell that runs, and those it makes and
     * forgets are given to {@code show} when it ends.
     */
    public static <T> T within(Callable<T> function, Consumer<Picture> show) throws Exception {
        return within(function, value -> value, show);
    }

    /**
     * Runs a cell beside another one, or a handler: as {@link #endCell} does for the one, its figures are shown when it
     * ends.
     *
     * @param shown gives of what the cell returns the value that its caller shows; may be null
     */
    public static <T> T apart(Supplier<T> cell, UnaryOperator<Object> shown) {
        try {
            return within(cell::get, shown, Gallery::show);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T within(Callable<T> function, UnaryOperator<Object> shown, Consumer<Picture> show)
            throws Exception {
        Room before = WITHIN.get();
        WITHIN.set(new Room());
        T value = null;
        boolean failed = true;
        try {
            value = function.call();
            failed = false;
            return value;
        } finally {
            end(room(), shown.apply(value), failed ? Gallery::isWhole : picture -> true, show);
            if (before == null) {
                WITHIN.remove();
            } else {
                WITHIN.set(before);
            }
        }
    }

    /**
     * Ends a cell: sends the last frames of what is animated, and shows the figures that were made and not shown. To
     * be called after each cell by whoever runs cells.
     *
     * @param value the cell's value, which its caller shows; may be null
     */
    public static void endCell(Object value) {
        endCell(value, picture -> true);
    }

    /**
     * As {@link #endCell(Object)}, of a cell that an error ended. Figures in which nothing was drawn yet are not shown,
     * for they would stand beside the error as empty frames; nor is one that a word failed to finish.
     *
     * @param thrower the name of the class that threw the error, or null if nobody knows
     */
    public static void endFailedCell(String thrower) {
        boolean drawing = thrower != null && thrower.startsWith(Gallery.class.getPackageName() + ".");
        endCell(null, picture -> isWhole(picture) && !(drawing && picture == CELL.drawn));
    }

    private static void endCell(Object value, Predicate<Picture> wanted) {
        end(CELL, value, wanted, Gallery::show);
        synchronized (Gallery.class) {
            cells++;
        }
    }

    private static boolean isWhole(Picture picture) {
        return !(picture instanceof Figure figure && figure.isBlank());
    }

    private static void end(Room room, Object value, Predicate<Picture> wanted, Consumer<Picture> show) {
        List<Picture> left;
        List<Ticker> moving;
        synchronized (Gallery.class) {
            left = room.pending.stream()
                    .filter(picture -> picture != value && !(value instanceof Axes axes && axes.figure() == picture))
                    .filter(wanted)
                    .toList();
            moving = List.copyOf(room.moving);
            room.pending.clear();
            room.moving.clear();
            room.current = null;
            room.drawn = null;
            if (value instanceof Animation animation) {
                animation.ends(cells);
            }
        }
        moving.forEach(Ticker::end);
        left.forEach(show);
    }

    /** The cell has ended and cannot fail any more: a figure that cannot be drawn is said to be so. */
    private static void show(Picture picture) {
        try {
            Displays.display(picture);
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(say("plot.gallery.not-drawn", "reason", e.getMessage()));
        }
    }

    /** A new figure of the current size and theme, shown at the end of the cell unless it is shown before. */
    static synchronized Figure open(int rows, int columns) {
        Size size = SIZE.get();
        return open(rows, columns, size.width, size.height);
    }

    static synchronized Figure open(int rows, int columns, double widthInches, double heightInches) {
        Figure figure = new Figure(rows, columns, widthInches, heightInches, THEME.get());
        open(figure);
        room().current = figure;
        room().drawn = figure;
        return figure;
    }

    /**
     * A figure with what most figures have, and not of the running cell: who renders it loads what the first one needs.
     */
    public static Picture sample() {
        double[] x = {0, 1, 2};
        return new Figure(1, 1, 3.5, 2.5, THEME.get())
                .plot(x, new double[] {0, 1, 4})
                .plot(x, new double[] {1, 0, 2}, "m--")
                .xlabel("x")
                .ylabel("$x^2$")
                .legend("first", "second")
                .grid();
    }

    /** A picture to be shown at the end of the cell unless it is shown before. */
    static synchronized void open(Picture picture) {
        List<Picture> pending = room().pending;
        if (pending.size() == MOST_PENDING) {
            pending.remove(0);
        }
        pending.add(picture);
    }

    /** Something is drawn in a figure. */
    static synchronized void drawnIn(Figure figure) {
        room().drawn = figure;
    }

    /** The figure made last in this cell; a new one if there is none. */
    static synchronized Figure current() {
        Figure current = room().current;
        return current != null ? current : open(1, 1);
    }

    /** A picture was shown, or will be by other means, and needs no showing at the end. */
    static synchronized void shown(Picture figure) {
        room().pending.removeIf(pending -> pending == figure);
        CELL.pending.removeIf(pending -> pending == figure);
    }

    /** How many cells have ended. */
    static synchronized long cells() {
        return cells;
    }

    /** Has a ticker send its last frame when the cell ends. */
    static synchronized void atEnd(Ticker ticker) {
        room().moving.add(ticker);
    }

    static void size(double widthInches, double heightInches) {
        SIZE.set(new Size(
                AxesWords.positive("setFigsize", widthInches), AxesWords.positive("setFigsize", heightInches)));
    }

    static void interactive(boolean all) {
        INTERACTIVE.set(all);
    }

    /** Whether all figures are to be looked at closer. */
    static boolean interactive() {
        return INTERACTIVE.get();
    }

    static void theme(Theme chosen) {
        THEME.set(chosen);
    }

    /** The colours new pictures are drawn in. */
    public static Theme theme() {
        return THEME.get();
    }
}
