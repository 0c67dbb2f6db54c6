package jacobi.exercise;

import static jacobi.language.Say.say;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.display.Html;
import java.util.Set;

/** The reply to a check: text in a console, a small card on a page. */
final class Card implements DisplayDataRenderable {
    private static final Set<MIMEType> TYPES = Set.of(MIMEType.TEXT_HTML, MIMEType.TEXT_PLAIN);
    /** Readable on light and dark pages. */
    private static final String PASSED = "#2e9e5b";

    private static final String NOT_YET = "#d08700";

    private final Result result;

    Card(Result result) {
        this.result = result;
    }

    private String heading() {
        Exercise exercise = result.exercise();
        String state = say(
                !result.attempted()
                        ? "exercise.card.not-attempted"
                        : result.passed() ? "exercise.card.passed" : "exercise.card.not-yet");
        return say(
                "exercise.card.heading",
                "id",
                exercise.id(),
                "title",
                exercise.title(),
                "state",
                state,
                "points",
                CardText.number(result.points()),
                "all",
                exercise.points());
    }

    private String hint() {
        return result.passed() ? "" : result.exercise().hint(result.failures(), result.mistakes());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(heading());
        for (Outcome outcome : result.outcomes()) {
            text.append("\n  ").append(outcome.passed() ? "✓ " : "✗ ").append(line(outcome));
        }
        if (!hint().isEmpty()) {
            text.append("\n  ").append(say("exercise.card.hint")).append(' ').append(hint());
        }
        return text.toString();
    }

    private static String line(Outcome outcome) {
        if (outcome.hidden()) {
            return say("exercise.card.hidden");
        }
        StringBuilder line = new StringBuilder(outcome.given());
        if (!outcome.expected().isEmpty()) {
            line.append(line.isEmpty() ? "" : " → ").append(outcome.expected());
        }
        if (!outcome.passed()) {
            if (!outcome.got().isEmpty()) {
                line.append(line.isEmpty() ? "" : say("exercise.card.separator"))
                        .append(say("exercise.card.got", "value", outcome.got()));
            }
            if (!outcome.note().isEmpty()) {
                line.append(line.isEmpty() ? "" : ": ").append(outcome.note());
            }
        }
        return line.toString();
    }

    String html() {
        String color = result.passed() ? PASSED : NOT_YET;
        StringBuilder html = new StringBuilder("<div style=\"border-left:4px solid " + color
                + ";padding:4px 12px;margin:4px 0;font-size:90%\"><b style=\"color:" + color + "\">"
                + Html.escape(heading()) + "</b>");
        for (Outcome outcome : result.outcomes()) {
            html.append("<div>")
                    .append(outcome.passed() ? "✓ " : "✗ ")
                    .append("<code style=\"background:none\">")
                    .append(Html.escape(line(outcome)))
                    .append("</code></div>");
        }
        if (!hint().isEmpty()) {
            html.append("<div><i>" + say("exercise.card.hint") + "</i> ")
                    .append(code(Html.escape(hint())))
                    .append("</div>");
        }
        return html.append("</div>").toString();
    }

    /** Hints are Markdown of the simplest kind: code between back quotes, emphasis between asterisks. */
    private static String code(String escaped) {
        return escaped.replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    @Override
    public Set<MIMEType> getSupportedRenderTypes() {
        return TYPES;
    }

    @Override
    public Set<MIMEType> getPreferredRenderTypes() {
        return TYPES;
    }

    @Override
    public void render(RenderContext context) {
        context.renderIfRequested(MIMEType.TEXT_HTML, this::html);
        context.renderIfRequested(MIMEType.TEXT_PLAIN, this::toString);
    }
}
