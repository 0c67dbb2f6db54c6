package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.display.Displays;
import jacobi.plot.style.Theme;
import jacobi.setting.Setting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The figures of the running cell, and what new ones start with.
 *
 * <p>A figure that a cell makes and then forgets ({@code plot(x, y);} in the middle of a cell) is shown when the cell
 * ends, as it would be in a notebook of the book; one that is the cell's value or was displayed is not shown twice.
 */
public final class Gallery {
    /** More figures than a cell draws; only a program without cells ever gets there, and it shows its own. */
    private static final int MOST_PENDING = 100;

    private static final List<Picture> PENDING = new ArrayList<>();
    private static final Set<Ticker> MOVING = new LinkedHashSet<>();
    private static final Setting<Size> SIZE = new Setting<>(new Size(3.5, 2.5));
    private static final Setting<Theme> THEME = new Setting<>(Theme.LIGHT);
    private static Figure current;
    private static long cells;

    /** What new figures measure, in inches. */
    private record Size(double width, double height) {}

    private Gallery() {}

    /**
     * Ends a cell: sends the last frames of what is animated, and shows the figures that were made and not shown. To
     * be called after each cell by whoever runs cells.
     *
     * @param value the cell's value, which its caller shows; may be null
     */
    public static void endCell(Object value) {
        endCell(value, false);
    }

    /**
     * As {@link #endCell(Object)}.
     *
     * @param failed whether an error ended the cell: then figures in which nothing was drawn yet are not shown, for they
     *     would stand beside the error as empty frames
     */
    public static void endCell(Object value, boolean failed) {
        List<Picture> left;
        List<Ticker> moving;
        synchronized (Gallery.class) {
            left = PENDING.stream()
                    .filter(picture -> picture != value && !(value instanceof Axes axes && axes.figure() == picture))
                    .filter(picture -> !(failed && picture instanceof Figure figure && figure.isBlank()))
                    .toList();
            moving = List.copyOf(MOVING);
            PENDING.clear();
            MOVING.clear();
            current = null;
            cells++;
        }
        moving.forEach(Ticker::end);
        left.forEach(Gallery::show);
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
        current = figure;
        return figure;
    }

    /** A picture to be shown at the end of the cell unless it is shown before. */
    static synchronized void open(Picture picture) {
        if (PENDING.size() == MOST_PENDING) {
            PENDING.remove(0);
        }
        PENDING.add(picture);
    }

    /** The figure made last in this cell; a new one if there is none. */
    static synchronized Figure current() {
        return current != null ? current : open(1, 1);
    }

    /** A picture was shown, or will be by other means, and needs no showing at the end. */
    static synchronized void shown(Picture figure) {
        PENDING.removeIf(pending -> pending == figure);
    }

    /** How many cells have ended. */
    static synchronized long cells() {
        return cells;
    }

    /** Has a ticker send its last frame when the cell ends. */
    static synchronized void atEnd(Ticker ticker) {
        MOVING.add(ticker);
    }

    static void size(double widthInches, double heightInches) {
        SIZE.set(new Size(Settings.positive("setFigsize", widthInches), Settings.positive("setFigsize", heightInches)));
    }

    static void theme(Theme chosen) {
        THEME.set(chosen);
    }

    /** The colours new pictures are drawn in. */
    public static Theme theme() {
        return THEME.get();
    }
}
