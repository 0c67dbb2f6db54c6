package jacobi.display;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The functions a cell shows values with. */
public final class Displays {
    private static final Renderer RENDERER = new Renderer();
    private static final Gson GSON = new Gson();
    private static final AtomicInteger NEXT_ID = new AtomicInteger(1);
    private static volatile Screen screen = new ConsoleScreen();

    private Displays() {}

    /** Shows a value in every representation its type offers. */
    public static DisplayHandle display(Object value) {
        return show(render(value));
    }

    /** Shows a value in the given MIME types only, as {@code display(html, "text/html")}. */
    public static DisplayHandle display(Object value, String... mimeTypes) {
        return show(bundle(RENDERER.renderAs(value, mimeTypes)));
    }

    /** Clears the cell's output; with {@code wait}, when the next output arrives, so that nothing flickers. */
    public static void clearOutput(boolean wait) {
        screen.clear(wait);
    }

    /** Clears the cell's output at once. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /** Renders a value through the registered renderers; {@code null} and unknown types become their text. */
    public static MimeBundle render(Object value) {
        return value == null ? MimeBundle.text("null") : bundle(RENDERER.render(value));
    }

    /** The registry where renderers of further types are added. */
    public static Renderer renderer() {
        return RENDERER;
    }

    /** Sends what is shown from now on to {@code target}. */
    public static void screen(Screen target) {
        screen = target;
    }

    static Screen screen() {
        return screen;
    }

    private static DisplayHandle show(MimeBundle bundle) {
        DisplayHandle handle = new DisplayHandle("display-" + NEXT_ID.getAndIncrement());
        screen.show(bundle, handle.id());
        return handle;
    }

    /** DisplayData keeps its maps to itself; its JSON form is public. */
    private static MimeBundle bundle(DisplayData shown) {
        JsonObject json = GSON.toJsonTree(shown).getAsJsonObject();
        return new MimeBundle(map(json.get("data")), map(json.get("metadata")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonElement object) {
        return object == null || object.isJsonNull() ? Map.of() : GSON.fromJson(object, Map.class);
    }
}
