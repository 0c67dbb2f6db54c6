package jacobi.exercise;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.Html;
import jacobi.display.Html.Align;
import java.util.List;
import java.util.Set;

/** The exercises of a chapter and which of them pass so far. */
final class Standing implements DisplayDataRenderable {

    private final Chapter chapter;
    private final List<Boolean> passed;

    Standing(Chapter chapter, Set<String> passedIds) {
        this.chapter = chapter;
        passed = chapter.exercises().stream()
                .map(e -> passedIds.contains(e.id()))
                .toList();
    }

    private String heading() {
        int points = 0;
        for (int i = 0; i < passed.size(); i++) {
            points += passed.get(i) ? chapter.exercises().get(i).points() : 0;
        }
        return say("exercise.standing.points", "title", chapter.heading(), "points", points, "all", chapter.points());
    }

    private String state(int i) {
        return passed.get(i) ? "✓" : "·";
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(heading());
        for (int i = 0; i < passed.size(); i++) {
            Exercise exercise = chapter.exercises().get(i);
            text.append("\n  %s %-16s %s (%s)".formatted(state(i), exercise.id(), exercise.title(), exercise.points()));
        }
        return text.toString();
    }

    private String html() {
        StringBuilder html =
                new StringBuilder("<b>" + Html.escape(heading()) + "</b><table style=\"margin-left:0\"><tbody>");
        for (int i = 0; i < passed.size(); i++) {
            Exercise exercise = chapter.exercises().get(i);
            html.append("<tr>")
                    .append(Html.cell("td", state(i), Align.CENTER))
                    .append(Html.cell("td", exercise.id(), Align.LEFT))
                    .append(Html.cell("td", exercise.title(), Align.LEFT))
                    .append(Html.cell("td", String.valueOf(exercise.points()), Align.RIGHT))
                    .append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    @Override
    public void render(RenderContext context) {
        context.renderIfRequested(MIMEType.TEXT_HTML, this::html);
        context.renderIfRequested(MIMEType.TEXT_PLAIN, this::toString);
    }
}
