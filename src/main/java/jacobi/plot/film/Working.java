package jacobi.plot.film;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.image.SvgImage;
import jacobi.plot.mark.Canvas;
import jacobi.plot.mark.Canvas.Anchor;
import jacobi.plot.style.Theme;
import jacobi.plot.svg.PathData;
import jacobi.plot.svg.Svg;
import jacobi.plot.text.RichText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A computation worked out step by step, each with a line of words and formulas in LaTeX. A page that runs scripts goes
 * through the steps by buttons; any other shows all of them, one below the other; a console lists them.
 *
 * <pre>{@code
 * new Working("Completing the square", "light")
 *         .step("given", "x^2 + 2x + 5")
 *         .step("half of 2, squared, is 1", "(x + 1)^2 + 4")
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class Working implements DisplayDataRenderable {
    private static final double EDGE = 6;
    private static final double WORDS = 10;
    private static final double FORMULA = 12;
    private static final double INDENT = 22;
    private static final double GAP = 9;
    /** Between a step's words and its formula, and between formulas. */
    private static final double LEAD = 5;

    private static final String MARKED = "#d9480f";

    private final String title;
    private final Theme theme;
    private final List<Step> steps = new ArrayList<>();

    /**
     * One step.
     *
     * @param words what is done, in a line; mathematics between dollar signs
     * @param formulas what it gives, in LaTeX without dollar signs, one below the other
     */
    public record Step(String words, List<String> formulas) {
        public Step {
            formulas = List.copyOf(formulas);
        }
    }

    /** No steps yet. */
    public Working(String title, Theme theme) {
        this.title = title;
        this.theme = theme;
    }

    /** No steps yet, in the colours of a theme by its name. */
    public Working(String title, String theme) {
        this(title, Theme.named(theme));
    }

    /** Adds a step. */
    public Working step(String words, String... formulas) {
        steps.add(new Step(words, List.of(formulas)));
        return this;
    }

    /** The steps so far. */
    public List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** How many steps there are. */
    public int size() {
        return steps.size();
    }

    /** The formulas of the last step, where the computation has come to. */
    public String result() {
        return steps.isEmpty() ? "" : String.join(", ", steps.get(steps.size() - 1).formulas);
    }

    /** All steps as one document of SVG. */
    public String toSvg() {
        return sheet(steps.size(), -1);
    }

    /** The first steps on a page as wide as all need. */
    private String sheet(int shown, int marked) {
        double width = RichText.of(title, true, false).width(FORMULA);
        double height = EDGE + RichText.of(title, true, false).height(FORMULA);
        List<Double> tops = new ArrayList<>();
        double end = height;
        for (Step step : steps) {
            height += GAP;
            tops.add(height);
            height += RichText.of(step.words).height(WORDS);
            width = Math.max(width, INDENT + RichText.of(step.words).width(WORDS));
            for (String formula : step.formulas) {
                RichText text = set(formula);
                height += LEAD + text.height(FORMULA);
                width = Math.max(width, INDENT + text.width(FORMULA));
            }
            end = tops.size() <= shown ? height : end;
        }
        Svg svg = new Svg();
        Canvas canvas = new Canvas(svg, theme);
        canvas.begin(width + 2 * EDGE + 4, end + EDGE, title, "");
        RichText head = RichText.of(title, true, false);
        canvas.text(head, EDGE, EDGE + head.above(FORMULA), FORMULA, Anchor.START);
        svg.newline();
        for (int i = 0; i < shown; i++) {
            draw(canvas, steps.get(i), i, tops.get(i), i == marked);
        }
        return svg.close().toString();
    }

    private void draw(Canvas canvas, Step step, int number, double top, boolean marked) {
        RichText words = RichText.of(step.words);
        double y = top + words.above(WORDS);
        String quiet = theme.paint("#595959");
        canvas.text(
                RichText.plain(number + 1 + "."),
                EDGE + INDENT - 6,
                y,
                WORDS,
                Anchor.END,
                0,
                marked ? theme.paint(MARKED) : quiet);
        canvas.text(words, EDGE + INDENT, y, WORDS, Anchor.START, 0, quiet);
        y += words.below(WORDS);
        for (String formula : step.formulas) {
            RichText text = set(formula);
            y += LEAD + text.above(FORMULA);
            canvas.text(text, EDGE + INDENT, y, FORMULA, Anchor.START);
            y += text.below(FORMULA);
        }
        if (marked) {
            canvas.fill(new PathData().rectangle(1, top, 2.5, y - top), theme.paint(MARKED), 1);
        }
        canvas.svg().newline();
    }

    /** The formula as a line of its own: fractions that stand in no other part are as large as the rest. */
    private static RichText set(String formula) {
        StringBuilder large = new StringBuilder("$");
        int depth = 0;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && formula.startsWith("\\frac", i)) {
                large.append("\\d");
            } else {
                large.append(c);
            }
        }
        return RichText.of(large.append('$').toString());
    }

    /** The steps as LaTeX, a line of words and the formulas below it. */
    public String latex() {
        StringBuilder latex = new StringBuilder("$$\\begin{array}{l}\n\\textbf{" + inText(title) + "} \\\\\n");
        for (int i = 0; i < steps.size(); i++) {
            latex.append("\\text{" + (i + 1) + ". " + inText(steps.get(i).words) + "} \\\\\n");
            for (String formula : steps.get(i).formulas) {
                latex.append("\\quad \\displaystyle " + formula + " \\\\[4pt]\n");
            }
        }
        return latex.append("\\end{array}$$").toString();
    }

    /** Words inside {@code \text}: what stands between dollar signs is mathematics there too. */
    private static String inText(String words) {
        return words.replace("%", "\\%").replace("&", "\\&").replace("#", "\\#");
    }

    /** A line of words for each step, with its formulas below. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(RichText.of(title).spoken());
        for (int i = 0; i < steps.size(); i++) {
            text.append('\n')
                    .append(i + 1)
                    .append(". ")
                    .append(RichText.of(steps.get(i).words).spoken());
            for (String formula : steps.get(i).formulas) {
                text.append("\n   ").append(set(formula).spoken());
            }
        }
        return text.toString();
    }

    private Film film() {
        List<Film.Frame> frames = IntStream.rangeClosed(1, steps.size())
                .mapToObj(shown -> new Film.Frame(sheet(shown, shown - 1), ""))
                .toList();
        return new Film(frames, toString(), latex(), 1, false, new SvgImage(toSvg(), toString()));
    }

    @Override
    public Set<MIMEType> getSupportedRenderTypes() {
        return Film.TYPES;
    }

    @Override
    public void render(RenderContext context) {
        if (steps.isEmpty()) {
            context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> title);
            return;
        }
        film().render(context);
    }
}
