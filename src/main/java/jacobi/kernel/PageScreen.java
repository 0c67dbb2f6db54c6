package jacobi.kernel;

import jacobi.display.MimeBundle;
import jacobi.display.Screen;
import jacobi.display.Shown;
import jacobi.repl.Evaluation.Failure;
import jacobi.wire.content.ClearOutput;
import jacobi.wire.content.DisplayData;
import jacobi.wire.content.ErrorReport;
import jacobi.wire.content.UpdateDisplayData;
import java.util.Map;
import java.util.function.Predicate;

/** Shows on the page, under the cell the current thread belongs to. */
final class PageScreen implements Screen {
    private final Engine engine;
    private final Output output;
    private final Origins origins;
    /** Set before every id: a page may still hold what an earlier kernel showed under the same one. */
    private final String session;

    private final ConsoleUpdates console;

    PageScreen(Engine engine, Output output, Origins origins, ConsoleUpdates console, String session) {
        this.engine = engine;
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
    public Place captured(Predicate<Shown> taker) {
        return origins.captured(taker, output);
    }

    @Override
    public void fail(Throwable thrown) {
        Failure failure = engine.evaluator().explain(thrown);
        output.publish(
                new ErrorReport(failure.ename(), failure.evalue(), WrappedLines.of(failure.traceback())),
                origins.current());
    }

    @Override
    public Place here() {
        return origins.here();
    }

    private Map<String, Object> named(String displayId) {
        return displayId == null ? Map.of() : Map.of("display_id", session + "-" + displayId);
    }
}
