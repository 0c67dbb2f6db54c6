package jacobi.kernel;

import jacobi.display.MimeBundle;
import jacobi.display.Screen;
import jacobi.wire.content.ClearOutput;
import jacobi.wire.content.DisplayData;
import jacobi.wire.content.UpdateDisplayData;
import java.util.Map;

/** Shows on the page, under the cell the current thread belongs to. */
final class PageScreen implements Screen {
    private final Output output;
    private final Origins origins;
    /** Set before every id: a page may still hold what an earlier kernel showed under the same one. */
    private final String session;

    private final ConsoleUpdates console;

    PageScreen(Output output, Origins origins, ConsoleUpdates console, String session) {
        this.output = output;
        this.origins = origins;
        this.console = console;
        this.session = session;
    }

    @Override
    public void show(MimeBundle bundle, String displayId) {
        Origin origin = origins.current();
        synchronized (output) {
            output.publish(new DisplayData(bundle.data(), bundle.metadata(), named(displayId)), origin);
            console.shown(displayId, bundle, origin);
        }
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        Origin origin = origins.current();
        synchronized (output) {
            console.updated(displayId, bundle, origin);
            output.publish(new UpdateDisplayData(bundle.data(), bundle.metadata(), named(displayId)), origin);
        }
    }

    @Override
    public void clear(boolean wait) {
        output.publish(new ClearOutput(wait), origins.current());
    }

    @Override
    public Place here() {
        return origins.here();
    }

    private Map<String, Object> named(String displayId) {
        return displayId == null ? Map.of() : Map.of("display_id", session + "-" + displayId);
    }
}
