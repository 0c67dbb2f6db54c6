package jacobi.plot.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pictures one after the other as one SVG document that moves by itself, by SMIL, over and over. Where the pictures
 * have as many lines, a line that is the same in all of them is written once.
 */
public final class MovingSvg {
    private static final Pattern TAG = Pattern.compile("<(/?)[a-zA-Z][^>]*?(/?)>");

    private MovingSvg() {}

    /** @param perSecond how many pictures are shown in a second */
    public static String of(List<String> svgs, double perSecond) {
        // Of ids alone no line differs, unless a shape they name does.
        List<Sheet> named =
                svgs.stream().map(svg -> Sheet.of(Film.withPlainIds(svg))).toList();
        boolean alike = alike(named);
        List<Sheet> sheets = alike ? named : svgs.stream().map(Sheet::of).toList();
        double width = sheets.stream().mapToDouble(Sheet::width).max().orElseThrow();
        double height = sheets.stream().mapToDouble(Sheet::height).max().orElseThrow();
        String duration = Sheet.number(sheets.size() / perSecond) + "s";
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + Sheet.number(width)
                + "pt\" height=\"" + Sheet.number(height) + "pt\" viewBox=\"0 0 " + Sheet.number(width) + " "
                + Sheet.number(height) + "\" role=\"img\">\n");
        if (alike) {
            Sheet first = sheets.get(0);
            svg.append("<g ")
                    .append(first.attributes().replaceAll("viewBox=\"[^\"]*\"", ""))
                    .append(">\n");
            for (int line = 0; line < first.content().size(); line++) {
                append(svg, line(sheets, line), duration);
            }
            svg.append("</g>\n");
        } else {
            append(svg, sheets.stream().map(sheet -> sheet.placed(0, 0)).toList(), duration);
        }
        return svg.append("</svg>").toString();
    }

    private static List<String> line(List<Sheet> sheets, int line) {
        return sheets.stream().map(sheet -> sheet.content().get(line)).toList();
    }

    /** Whether all have one size and as many lines, and every line in which they differ is whole elements. */
    private static boolean alike(List<Sheet> sheets) {
        Sheet first = sheets.get(0);
        if (!sheets.stream()
                .allMatch(sheet -> sheet.width() == first.width()
                        && sheet.height() == first.height()
                        && sheet.attributes().equals(first.attributes())
                        && sheet.content().size() == first.content().size())) {
            return false;
        }
        for (int line = 0; line < first.content().size(); line++) {
            List<String> variants = line(sheets, line);
            if (variants.stream().distinct().count() > 1
                    && !variants.stream().allMatch(text -> isWhole(text) && !text.contains(" id=\""))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(String line) {
        int depth = 0;
        var tags = TAG.matcher(line);
        while (tags.find()) {
            depth += !tags.group(1).isEmpty() ? -1 : tags.group(2).isEmpty() ? 1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private static void append(StringBuilder svg, List<String> variants, String duration) {
        List<String> distinct = variants.stream().distinct().toList();
        if (distinct.size() == 1) {
            svg.append(distinct.get(0)).append('\n');
            return;
        }
        String times = times(variants.size());
        for (String variant : distinct) {
            List<String> shown = new ArrayList<>();
            for (String each : variants) {
                shown.add(each.equals(variant) ? "inline" : "none");
            }
            // Where nothing moves the last picture is seen.
            String resting = variants.get(variants.size() - 1).equals(variant) ? "" : " display=\"none\"";
            svg.append("<g" + resting + "><animate attributeName=\"display\" calcMode=\"discrete\" dur=\"" + duration
                    + "\" repeatCount=\"indefinite\" keyTimes=\"" + times + "\" values=\"" + String.join(";", shown)
                    + "\"/>" + variant + "</g>\n");
        }
    }

    private static String times(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "%.4f", (double) i / count))
                .collect(Collectors.joining(";"));
    }
}
