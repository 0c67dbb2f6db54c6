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

    PageScreen(Output output, Origins origins, String session) {
        this.output = output;
        this.origins = origins;
        this.session = session;
    }

    @Override
    public void show(MimeBundle bundle, String displayId) {
        output.publish(new DisplayData(bundle.data(), bundle.metadata(), named(displayId)), origins.current());
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        output.publish(new UpdateDisplayData(bundle.data(), bundle.metadata(), named(displayId)), origins.current());
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
