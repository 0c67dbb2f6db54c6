package jacobi.plot;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.display.Screen;
import java.util.ArrayList;
import java.util.List;

/** A screen that remembers what it was sent, in order. */
final class Shown implements Screen, AutoCloseable {

    /** One message: what was shown or replaced, under which id. */
    record Item(String id, boolean update, MimeBundle bundle) {}

    private final List<Item> items = new ArrayList<>();

    private Shown() {}

    /** Takes the place of the console until it is closed. */
    static Shown open() {
        Shown shown = new Shown();
        Displays.screen(shown);
        // What other tests left over is not this test's.
        Gallery.endCell(null);
        shown.items.clear();
        return shown;
    }

    @Override
    public synchronized void show(MimeBundle bundle, String displayId) {
        items.add(new Item(displayId, false, bundle));
    }

    @Override
    public synchronized void update(MimeBundle bundle, String displayId) {
        items.add(new Item(displayId, true, bundle));
    }

    @Override
    public synchronized void clear(boolean wait) {
        throw new AssertionError("what a cell prints must stay");
    }

    synchronized List<Item> items() {
        return List.copyOf(items);
    }

    synchronized Item last() {
        return items.get(items.size() - 1);
    }

    @Override
    public void close() {
        Displays.screen(null);
    }
}
