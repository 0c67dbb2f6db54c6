package jacobi.plot.film;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SVG document taken apart, to be put with others into one.
 *
 * @param width in points
 * @param height in points
 * @param attributes of the document's element, without its size and name space
 * @param content what is inside, line by line
 */
record Sheet(double width, double height, String attributes, List<String> content) {
    private static final Pattern ROOT = Pattern.compile("<svg\\b([^>]*)>");
    private static final Pattern SIZE = Pattern.compile("\\s(width|height)=\"([0-9.]+)(?:pt)?\"");
    private static final Pattern SPACE = Pattern.compile("\\s(?:width|height|xmlns|role)=\"[^\"]*\"");

    static Sheet of(String svg) {
        Matcher root = ROOT.matcher(svg);
        if (!root.find()) {
            throw new AssertionError("a drawing of Jacobi's begins with an svg element");
        }
        double width = 0;
        double height = 0;
        Matcher size = SIZE.matcher(root.group(1));
        while (size.find()) {
            double length = Double.parseDouble(size.group(2));
            width = size.group(1).equals("width") ? length : width;
            height = size.group(1).equals("height") ? length : height;
        }
        String inside = svg.substring(root.end(), svg.lastIndexOf("</svg>"));
        String attributes = SPACE.matcher(root.group(1)).replaceAll("").strip();
        return new Sheet(
                width,
                height,
                attributes,
                inside.lines().filter(line -> !line.isBlank()).toList());
    }

    /** The drawing as an element of another, of whose units one is a point. */
    String placed(double x, double y) {
        return "<svg x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\" " + attributes + ">\n" + String.join("\n", content) + "\n</svg>\n";
    }

    static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
