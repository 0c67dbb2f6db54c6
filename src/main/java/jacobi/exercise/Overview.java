package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.display.Html;
import jacobi.display.Html.Align;
import jacobi.display.MimeBundle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All chapters with the points there are and those earned so far. */
record Overview(List<Chapter> chapters, Set<String> passed) {

    MimeBundle bundle() {
        StringBuilder text = new StringBuilder(total());
        StringBuilder html =
                new StringBuilder("<b>" + Html.escape(total()) + "</b><table style=\"margin-left:0\"><tbody>");
        for (Chapter chapter : chapters) {
            String title = chapter.heading();
            long done = chapter.exercises().stream()
                    .filter(e -> passed.contains(e.id()))
                    .count();
            String exercises = say(
                    "exercise.overview.exercises",
                    "done",
                    done,
                    "n",
                    chapter.exercises().size());
            String points = say("exercise.overview.points", "earned", earned(chapter), "n", chapter.points());
            text.append("\n  ")
                    .append(title)
                    .append(": ")
                    .append(points)
                    .append(", ")
                    .append(exercises);
            html.append("<tr>")
                    .append(Html.cell("td", title, Align.LEFT))
                    .append(Html.cell("td", points, Align.RIGHT))
                    .append(Html.cell("td", exercises, Align.RIGHT))
                    .append("</tr>");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text/plain", text.toString());
        data.put("text/html", html.append("</tbody></table>").toString());
        return new MimeBundle(data, Map.of());
    }

    private String total() {
        int earned = chapters.stream().mapToInt(this::earned).sum();
        int all = chapters.stream().mapToInt(Chapter::points).sum();
        return say("exercise.overview.total", "points", earned, "all", all, "n", chapters.size());
    }

    private int earned(Chapter chapter) {
        return chapter.exercises().stream()
                .filter(exercise -> passed.contains(exercise.id()))
                .mapToInt(Exercise::points)
                .sum();
    }
}
