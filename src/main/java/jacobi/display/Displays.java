package jacobi.display;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import jacobi.display.image.SvgImage;
import java.awt.image.RenderedImage;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The functions a cell shows values with. */
public final class Displays {
    private static final Pattern MIME_TYPE = Pattern.compile("[\\w-]+/[\\w.+-]+");
    /** What starts mathematics for MathJax, in text or alone. */
    private static final Pattern DELIMITER = Pattern.compile("(?<!\\\\)(?:\\$|\\\\\\(|\\\\\\[|\\\\begin\\{)");

    private static final Renderer RENDERER = new Renderer();
    private static final LibraryTypes LIBRARIES = new LibraryTypes(RENDERER);
    private static final Pattern SVG_TITLE = Pattern.compile("<title[^>]*>([^<]+)</title>");
    private static final AtomicInteger NEXT_ID = new AtomicInteger(1);
    private static volatile Screen screen = new ConsoleScreen();

    private Displays() {}

    /** Shows a value in every representation its type offers. */
    public static DisplayHandle display(Object value) {
        return show(render(value));
    }

    /**
     * Shows a value in the given MIME types only, as {@code display("<b>bold</b>", "text/html")}. Text is taken to be
     * of the type already, and so are bytes, as those of an image; maps, lists and numbers are JSON where that is asked
     * for; anything else goes through the renderers. Texts that are no MIME types, as in {@code display(x, "is x")},
     * are shown as values below the first.
     */
    public static DisplayHandle display(Object value, String... mimeTypes) {
        if (mimeTypes != null && mimeTypes.length > 0 && Stream.of(mimeTypes).allMatch(Displays::isMimeType)) {
            return show(render(value, mimeTypes));
        }
        DisplayHandle last = display(value);
        for (String text : mimeTypes == null ? new String[] {null} : mimeTypes) {
            last = display((Object) text);
        }
        return last;
    }

    /** Shows several values, one below the other. */
    public static void display(Object first, Object second, Object... more) {
        display(first);
        display(second);
        for (Object value : more == null ? new Object[] {null} : more) {
            display(value);
        }
    }

    private static boolean isMimeType(String text) {
        return text != null && MIME_TYPE.matcher(text).matches();
    }

    /** Replaces what is shown under the id of a {@link DisplayHandle}. */
    public static void updateDisplay(String id, Object value) {
        screen.update(render(value), id);
    }

    /** Replaces what is shown under an id, in the given MIME types only. */
    public static void updateDisplay(String id, Object value, String... mimeTypes) {
        screen.update(render(value, mimeTypes), id);
    }

    /** Text the page shows as HTML. */
    public static MimeBundle html(String source) {
        return MimeBundle.of("text/html", source);
    }

    /** Text the page shows as Markdown. */
    public static MimeBundle markdown(String source) {
        return MimeBundle.of("text/markdown", source);
    }

    /** A script the page runs, if the notebook is trusted. */
    public static MimeBundle javascript(String source) {
        return MimeBundle.of("application/javascript", source);
    }

    /** Text the page sets as mathematics; dollar signs are added unless it brings delimiters of its own. */
    public static MimeBundle latex(String source) {
        boolean delimited = DELIMITER.matcher(source).find();
        return MimeBundle.of("text/latex", delimited ? source : "$" + source.strip() + "$");
    }

    /** A drawing in SVG; a console shows its title. */
    public static MimeBundle svg(String source) {
        Matcher title = SVG_TITLE.matcher(source);
        return render(new SvgImage(
                source.strip(), title.find() ? "Drawing: " + title.group(1).strip() : "Drawing"));
    }

    /** Clears the cell's output; with {@code wait}, when the next output arrives, so that nothing flickers. */
    public static void clearOutput(boolean wait) {
        screen.clear(wait);
    }

    /** Clears the cell's output at once. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /**
     * Renders a value through the registered renderers; {@code null} and unknown types become their text, arrays that
     * of their elements. A handle becomes nothing, since what it stands for is shown already, and so does a stream,
     * which {@code System.out.printf} as a last line gives.
     */
    public static MimeBundle render(Object value) {
        if (value == null) {
            return MimeBundle.text("null");
        }
        if (value instanceof DisplayHandle
                || value instanceof PrintStream
                || value instanceof AlreadyShown moving && moving.isOnThePage()) {
            return MimeBundle.NOTHING;
        }
        if (value instanceof MimeBundle bundle) {
            return bundle;
        }
        if (value instanceof DisplayData data) {
            return RendererOutput.bundle(data);
        }
        if (value instanceof Record[] records && records.length > 0) {
            return render(Arrays.asList(records));
        }
        if (value.getClass().isArray()) {
            return MimeBundle.text(ValueText.of(value));
        }
        LIBRARIES.meet(value.getClass());
        MimeBundle bundle = RendererOutput.bundle(RENDERER.render(value));
        String text = ValueText.withElements(value, bundle.plain());
        return bundle.data().size() > 1 || text.equals(bundle.plain()) ? bundle : MimeBundle.text(text);
    }

    /**
     * Renders a value in the given MIME types only.
     *
     * @throws IllegalArgumentException if the value has none of them
     */
    public static MimeBundle render(Object value, String... mimeTypes) {
        MimeBundle bundle = Given.as(value, mimeTypes);
        if (bundle == null) {
            LIBRARIES.meet(value.getClass());
            bundle = RendererOutput.bundle(RENDERER.renderAs(value, mimeTypes));
        }
        if (mimeTypes.length > 0 && Stream.of(mimeTypes).noneMatch(bundle.data()::containsKey)) {
            throw new IllegalArgumentException(say(
                    "display.displays.value-no-form-leave",
                    "class",
                    value.getClass().getName(),
                    "mimeTypes",
                    String.join(", ", mimeTypes),
                    "keySet",
                    String.join(", ", render(value).data().keySet())));
        }
        return bundle;
    }

    /** Whether a value is made to be seen, as a chart, an image, a table or HTML; its text is not asked for. */
    public static boolean isRich(Object value) {
        if (value instanceof MimeBundle bundle) {
            return bundle.data().keySet().stream().anyMatch(type -> !type.equals("text/plain"));
        }
        return value instanceof DisplayDataRenderable
                || value instanceof DisplayData
                || value instanceof RenderedImage
                || value != null && LIBRARIES.knows(value.getClass());
    }

    /** Where the current thread shows and prints: under the cell it works for. */
    public static Screen.Place here() {
        return screen.here();
    }

    /**
     * The same work, of which all that is shown and printed goes to {@code taker}, with the threads it starts; see
     * {@link Screen#captured}.
     */
    public static <T> Callable<T> captured(Predicate<Shown> taker, Callable<T> work) {
        return screen.captured(taker).bound(work);
    }

    /** Shows an error as that of a cell, where the current thread shows things. */
    public static void fail(Throwable thrown) {
        screen.fail(thrown);
    }

    /**
     * Adds a renderer for a type of a library that may come later, or twice in two versions.
     *
     * @param type the full name of a class or an interface
     * @param register is given each class of that name once an object of it is to be shown, and {@link #renderer()}
     */
    public static void rendererOf(String type, BiConsumer<Class<?>, Renderer> register) {
        LIBRARIES.add(type, register);
    }

    /** The registry where renderers of further types are added. */
    public static Renderer renderer() {
        return RENDERER;
    }

    /** Sends what is shown from now on to {@code target}; null for standard output. */
    public static void screen(Screen target) {
        screen = target == null ? new ConsoleScreen() : target;
    }

    static Screen screen() {
        return screen;
    }

    private static DisplayHandle show(MimeBundle bundle) {
        DisplayHandle handle = new DisplayHandle("display-" + NEXT_ID.getAndIncrement());
        screen.show(bundle, handle.id());
        return handle;
    }
}
