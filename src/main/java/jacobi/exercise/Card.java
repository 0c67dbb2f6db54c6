package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.display.Html;
import jacobi.display.MimeBundle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The reply to a check: text in a console, a small card on a page. */
final class Card {
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
                        : exercise.manual()
                                ? "exercise.card.manual"
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

    /** Where to read on, for who tried and did not pass. */
    private String section() {
        return result.attempted() && !result.passed() ? result.exercise().section() : "";
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(heading());
        for (Outcome outcome : result.outcomes()) {
            text.append("\n  ").append(outcome.passed() ? "✓ " : "✗ ").append(line(outcome));
        }
        below(say("exercise.card.hint"), result.hint(), text);
        below(say("exercise.card.section"), section(), text);
        return text.toString();
    }

    private static void below(String label, String words, StringBuilder text) {
        if (!words.isEmpty()) {
            text.append("\n  ").append(label).append(' ').append(words);
        }
    }

    private static void belowHtml(String label, String words, StringBuilder html) {
        if (!words.isEmpty()) {
            html.append("<div><i>")
                    .append(Html.escape(label))
                    .append("</i> ")
                    .append(code(Html.escape(words)))
                    .append("</div>");
        }
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
                return line.isEmpty()
                        ? outcome.note()
                        : say("exercise.card.noted", "line", line, "note", outcome.note());
            }
        }
        return line.toString();
    }

    /** @param heading its first line; empty for none */
    String html(String heading) {
        String color = result.passed() ? PASSED : NOT_YET;
        StringBuilder html = new StringBuilder(
                "<div style=\"border-left:4px solid " + color + ";padding:4px 12px;margin:4px 0;font-size:90%\">");
        if (!heading.isEmpty()) {
            html.append("<b style=\"color:")
                    .append(color)
                    .append("\">")
                    .append(Html.escape(heading))
                    .append("</b>");
        }
        for (Outcome outcome : result.outcomes()) {
            html.append("<div>")
                    .append(outcome.passed() ? "✓ " : "✗ ")
                    .append("<code style=\"background:none\">")
                    .append(Html.escape(line(outcome)))
                    .append("</code></div>");
        }
        belowHtml(say("exercise.card.hint"), result.hint(), html);
        belowHtml(say("exercise.card.section"), section(), html);
        return html.append("</div>").toString();
    }

    /** Hints are Markdown of the simplest kind: code between back quotes, emphasis between asterisks. */
    private static String code(String escaped) {
        return escaped.replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    /** What is shown, with what programs read of it. */
    MimeBundle bundle() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text/plain", toString());
        data.put("text/html", html(heading()));
        Map<String, Object> said = new TreeMap<>();
        said.put("exercise", result.exercise().id());
        said.put("attempted", result.attempted());
        said.put("passed", result.passed());
        said.put("points", result.points());
        said.put("of", result.exercise().points());
        said.put("manual", result.exercise().manual());
        return new MimeBundle(data, Map.of("jacobi", said));
    }
}
