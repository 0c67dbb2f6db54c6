package jacobi.plot;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.AlreadyShown;
import jacobi.display.DisplayHandle;
import jacobi.display.Displays;
import jacobi.display.image.SvgImage;
import jacobi.operation.Default;
import jacobi.plot.axis.Span;
import jacobi.plot.film.Film;
import jacobi.plot.film.MovingSvg;
import jacobi.plot.style.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A figure for each moment, one after the other. While they are drawn the page shows how far they have come; then it
 * has buttons and a slider to play them and to step through them. A page that runs no script shows four of them.
 *
 * <p>Limits that were not asked for are those of all figures together, so that axes stand still.
 */
public final class Animation implements Picture, AlreadyShown {
    /** More than a lecture has time for, and than a page can hold. */
    private static final int MOST = 1000;

    private static final int STILL = 4;
    private static final long INTERVAL = 100_000_000;

    private final List<Film.Frame> frames;
    private final String what;
    private final Theme theme = Gallery.theme();
    private double perSecond = 10;
    private final long cell = Gallery.cells();
    private DisplayHandle handle;
    private boolean onThePage;

    private Animation(List<Film.Frame> frames, String what) {
        this.frames = frames;
        this.what = what;
    }

    /** Draws the figure of each moment, showing those that take long as they come. */
    static Animation of(List<?> moments, Function<Object, ?> draw, double fps) {
        AxesWords.positive("fps", fps);
        if (moments.isEmpty() || moments.size() > MOST) {
            throw new IllegalArgumentException(say("plot.animation.frames", "most", MOST, "found", moments.size()));
        }
        List<Picture> pictures = new ArrayList<>();
        List<String> drawn = new ArrayList<>();
        DisplayHandle handle = null;
        long last = System.nanoTime();
        for (Object moment : moments) {
            Picture picture = picture(draw.apply(moment));
            Gallery.shown(picture);
            pictures.add(picture);
            drawn.add(picture.toSvg());
            if (System.nanoTime() - last > INTERVAL) {
                SvgImage now = new SvgImage(drawn.get(drawn.size() - 1), picture.toString()).frame();
                handle = handle == null ? Displays.display(now) : updated(handle, now);
                last = System.nanoTime();
            }
        }
        String what = pictures.get(pictures.size() - 1).toString();
        if (steady(pictures)) {
            drawn = pictures.stream().map(Picture::toSvg).toList();
        }
        List<Film.Frame> frames = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            frames.add(new Film.Frame(drawn.get(i), caption(moments.get(i))));
        }
        Animation animation = new Animation(List.copyOf(frames), what);
        animation.perSecond = fps;
        // Always so, not only where it took long: a cell that runs again shows the same outputs.
        animation.handle = handle == null ? Displays.display(animation) : updated(handle, animation);
        return animation;
    }

    private static DisplayHandle updated(DisplayHandle handle, Object now) {
        handle.update(now);
        return handle;
    }

    private static Picture picture(Object drawn) {
        if (drawn instanceof Axes axes) {
            return axes.figure();
        }
        if (drawn instanceof Picture picture && !(drawn instanceof Animation)) {
            return picture;
        }
        throw new IllegalArgumentException(say(
                "plot.animation.no-figure",
                "found",
                drawn == null ? "null" : drawn.getClass().getSimpleName()));
    }

    private static String caption(Object moment) {
        return moment instanceof Double number ? "t = " + Description.number(number) : "t = " + moment;
    }

    /** Gives the axes of all figures the limits they need together; false where they cannot have common ones. */
    private static boolean steady(List<Picture> pictures) {
        Set<Picture> different = new HashSet<>(pictures);
        if (different.size() < pictures.size()
                || !pictures.stream()
                        .allMatch(picture -> picture instanceof Figure figure
                                && figure.size() == ((Figure) pictures.get(0)).size())) {
            return false;
        }
        List<Figure> figures = pictures.stream().map(Figure.class::cast).toList();
        for (int i = 0; i < figures.get(0).size(); i++) {
            int place = i;
            List<Axes> all =
                    figures.stream().map(figure -> figure.all().get(place)).toList();
            if (all.stream().anyMatch(axes -> axes.state.solid || axes.state.polar)) {
                continue;
            }
            Span x = all.stream().map(Axes::xSpan).reduce(Span.EMPTY, Span::with);
            Span y = all.stream().map(Axes::ySpan).reduce(Span.EMPTY, Span::with);
            for (Axes axes : all) {
                axes.state.x.limits = axes.state.x.limits == null ? x : axes.state.x.limits;
                axes.state.y.limits = axes.state.y.limits == null ? y : axes.state.y.limits;
            }
        }
        return true;
    }

    /** How many figures there are. */
    public int size() {
        return frames.size();
    }

    /** How many are shown in a second when they play; 10 unless it is said. */
    public Animation fps(double figures) {
        perSecond = AxesWords.positive("fps", figures);
        handle.update(this);
        return this;
    }

    /**
     * Writes the figures to a file that moves: {@code .gif}, or {@code .svg}, which stays sharp at any size.
     *
     * @return the path written
     */
    @Override
    public Path savefig(String file) {
        return savefig(file, 100);
    }

    /** As {@link #savefig(String)}, a GIF with {@code dpi} dots per inch. */
    @Override
    public Path savefig(String file, int dpi) {
        return savefig(file, perSecond, dpi);
    }

    /** As {@link #savefig(String)}, {@code fps} figures a second. */
    public Path savefig(String file, @Default("10") double fps, @Default("100") int dpi) {
        return PictureFile.animate(svgs(), file, dpi, fps);
    }

    private List<String> svgs() {
        return frames.stream().map(Film.Frame::svg).toList();
    }

    /** All figures as one SVG that moves. */
    @Override
    public String toSvg() {
        return MovingSvg.of(svgs(), perSecond);
    }

    /** One figure of it as SVG, counted from 0. */
    public String toSvg(int frame) {
        return frames.get(frame).svg();
    }

    private Film film() {
        return Film.of(frames, toString(), perSecond, true, STILL, theme);
    }

    /** How many figures it has and what the last one shows, in one line. */
    @Override
    public String toString() {
        return say("plot.animation.text", "count", frames.size(), "what", what);
    }

    @Override
    public Set<MIMEType> getSupportedRenderTypes() {
        return Film.TYPES;
    }

    @Override
    public void render(RenderContext context) {
        film().render(context);
    }

    /** It is the value of a cell that ends: shown already if that cell has drawn it. */
    void ends(long endedCell) {
        onThePage = endedCell == cell;
    }

    @Override
    public boolean isOnThePage() {
        boolean now = onThePage;
        onThePage = false;
        return now;
    }
}
