package jacobi.plot;

import jacobi.plot.mark.Box;
import jacobi.plot.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where things stand in the SVG of a figure. */
final class Drawn {
    private static final Pattern TEXT =
            Pattern.compile("<text x=\"([-0-9.]+)\" y=\"([-0-9.]+)\"([^>]*)>([^<]*)</text>");
    private static final Pattern FRAME =
            Pattern.compile("<clipPath [^>]*><path d=\"M([-0-9.]+) ([-0-9.]+)h([-0-9.]+)v([-0-9.]+)");
    private static final Pattern PAGE = Pattern.compile("viewBox=\"0 0 ([-0-9.]+) ([-0-9.]+)\"");

    private Drawn() {}

    static Box page(Figure figure) {
        MatchResult found = PAGE.matcher(figure.toSvg()).results().findFirst().orElseThrow();
        return new Box(0, 0, number(found, 1), number(found, 2));
    }

    /** The insides of the frames. */
    static List<Box> frames(Figure figure) {
        return FRAME.matcher(figure.toSvg())
                .results()
                .map(found -> new Box(number(found, 1), number(found, 2), number(found, 3), number(found, 4)))
                .toList();
    }

    /** The room texts take that stand level and are anchored that way: start, middle or end. */
    static List<Box> texts(Figure figure, String anchor) {
        List<Box> boxes = new ArrayList<>();
        TEXT.matcher(figure.toSvg()).results().forEach(found -> {
            String attributes = found.group(3);
            String its = attributes.contains("text-anchor=\"end\"")
                    ? "end"
                    : attributes.contains("text-anchor=\"middle\"") ? "middle" : "start";
            if (its.equals(anchor)) {
                double size = Pattern.compile("font-size=\"([0-9.]+)\"")
                        .matcher(attributes)
                        .results()
                        .findFirst()
                        .map(match -> number(match, 1))
                        .orElse(10.0);
                double width = TextWidth.of(found.group(4), size);
                double left = number(found, 1)
                        - width * List.of("start", "middle", "end").indexOf(anchor) / 2;
                boxes.add(new Box(left, number(found, 2) - 0.76 * size, width, 0.97 * size));
            }
        });
        return boxes;
    }

    private static double number(MatchResult found, int group) {
        return Double.parseDouble(found.group(group));
    }
}
