package jacobi.plot;

import jacobi.display.DisplayHandle;
import jacobi.display.Displays;
import jacobi.display.image.SvgImage;
import java.util.function.Supplier;

/**
 * A figure that changes while a cell runs: shown once and then redrawn in its place, at most ten times a second. What
 * stands there at the end of the cell is in the forms a notebook keeps. Thread-safe.
 */
final class LiveFigure {
    private final Ticker ticker;
    private DisplayHandle handle;

    /** @param now draws the present state; called by one thread at a time */
    LiveFigure(Supplier<Figure> now) {
        ticker = new Ticker(
                () -> show(now.get().image().frame()), () -> show(now.get().image()));
    }

    /** The state has changed. */
    void changed() {
        ticker.changed();
    }

    /** Called while the ticker is locked. */
    private void show(SvgImage image) {
        if (handle == null) {
            handle = Displays.display(image);
        } else {
            handle.update(image);
        }
    }
}
