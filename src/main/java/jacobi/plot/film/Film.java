package jacobi.plot.film;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.image.SvgImage;
import jacobi.plot.style.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pictures one after the other. A page that trusts its notebook, and a page exported from it, has buttons and a slider
 * to step through them; any other shows some of them side by side, and so do PDF and PNG; a console has the text.
 *
 * <p>The pictures are in the HTML once each line of theirs: what stays the same from picture to picture is not
 * repeated.
 *
 * @param frames the pictures, one or more
 * @param text what they show, in one line
 * @param latex what they show as formulas, or empty
 * @param perSecond how many are shown in a second when they play
 * @param plays whether they play once when they are first seen, or wait for a button
 * @param still what is seen where nothing moves
 */
public record Film(List<Frame> frames, String text, String latex, double perSecond, boolean plays, SvgImage still)
        implements DisplayDataRenderable {
    /** The forms: those of a picture, and formulas. */
    public static final Set<MIMEType> TYPES = Stream.concat(SvgImage.TYPES.stream(), Stream.of(MIMEType.TEXT_LATEX))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * What the pictures may take of a notebook, in characters, and what stands still as much again; of more every
     * second picture is left out, or more.
     */
    private static final int MOST_CHARACTERS = 140_000;

    private static final Pattern ID = Pattern.compile("j[0-9a-f]{8}-(\\d+)");
    private static final Pattern DESCRIBED = Pattern.compile("<(title|desc)>[^<]*</\\1>");

    /**
     * One picture.
     *
     * @param svg the document, without prolog or DOCTYPE
     * @param caption a word or a number to tell it from others where they stand side by side; empty for none
     */
    public record Frame(String svg, String caption) {}

    public Film {
        frames = List.copyOf(frames);
        still = still.coarse();
    }

    /**
     * Pictures of which some stand side by side where nothing moves.
     *
     * @param most how many of them at most
     * @param theme the colours of the space between them
     */
    public static Film of(List<Frame> frames, String text, double perSecond, boolean plays, int most, Theme theme) {
        SvgImage strip = strip(frames, text, most, theme);
        for (int fewer = most / 2; fewer > 0 && strip.toSmallHtml().length() > MOST_CHARACTERS; fewer /= 2) {
            strip = strip(frames, text, fewer, theme);
        }
        return new Film(frames, text, "", perSecond, plays, strip);
    }

    private static SvgImage strip(List<Frame> frames, String text, int most, Theme theme) {
        return new SvgImage(ContactSheet.of(frames, most, theme, text), text).coarse();
    }

    @Override
    public Set<MIMEType> getSupportedRenderTypes() {
        return TYPES;
    }

    @Override
    public void render(RenderContext context) {
        still.render(context);
        context.renderIfRequested(MIMEType.TEXT_HTML, this::toHtml);
        if (!latex.isEmpty()) {
            context.renderIfRequested(MIMEType.TEXT_LATEX, () -> latex);
        }
    }

    /** What the pictures show. */
    @Override
    public String toString() {
        return text;
    }

    /** The still picture, and the script that puts the others and their buttons in its place. */
    private String toHtml() {
        if (frames.size() == 1) {
            return new SvgImage(frames.get(0).svg(), text).toHtml();
        }
        List<List<String>> pictures =
                frames.stream().map(frame -> lines(frame.svg())).toList();
        int step = 1;
        Reel reel = Reel.of(pictures);
        while (reel.length() > MOST_CHARACTERS && step < pictures.size()) {
            reel = Reel.of(every(pictures, ++step));
        }
        if (reel.texts().size() < 2) {
            return still.toSmallHtml();
        }
        String words = PageScript.quoted(
                say("plot.film.first"),
                say("plot.film.back"),
                say("plot.film.play"),
                say("plot.film.pause"),
                say("plot.film.on"),
                say("plot.film.slider"));
        String speed = Sheet.number(perSecond / step);
        return PageScript.html(
                still.toSmallHtml(), "/jacobi/plot/film.js", reel.script() + "," + speed + "," + plays + "," + words);
    }

    /** Every picture of that many, and the last. */
    private static List<List<String>> every(List<List<String>> pictures, int step) {
        List<List<String>> some = new ArrayList<>();
        for (int i = (pictures.size() - 1) % step; i < pictures.size(); i += step) {
            some.add(pictures.get(i));
        }
        return some;
    }

    /** The lines of a picture that is alone in its document: its ids need not differ from those of others. */
    private static List<String> lines(String svg) {
        return withPlainIds(svg).lines().filter(line -> !line.isBlank()).toList();
    }

    /** A drawing with ids that are the same in all drawings, and without its description. */
    static String withPlainIds(String svg) {
        return DESCRIBED.matcher(ID.matcher(svg).replaceAll("i$1")).replaceAll("");
    }
}
