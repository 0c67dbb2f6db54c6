package jacobi.calculus;

import static jacobi.language.Say.say;

import jacobi.plot.style.Theme;
import jacobi.plot.svg.Svg;
import jacobi.plot.text.TextWidth;
import java.util.List;
import java.util.Set;

/** A diagram as SVG. */
final class DiagramSvg {
    private static final String FONTS = "DejaVu Sans, Verdana, sans-serif";
    /** Above a drawing beside others, for its caption. */
    private static final double CAPTION = 22;

    private static final double GAP = 24;
    private static final String INK = "#222222";
    private static final String ARROW = "#555555";
    private static final String ACTIVE = "#d9480f";

    private final ComputationDiagram diagram;
    private final DiagramLayout layout;
    private final Theme theme;

    DiagramSvg(ComputationDiagram diagram, Theme theme) {
        this(diagram, new DiagramLayout(diagram), theme);
    }

    /** @param layout of this diagram, or of one that has the same boxes with more in them */
    DiagramSvg(ComputationDiagram diagram, DiagramLayout layout, Theme theme) {
        this.diagram = diagram;
        this.layout = layout;
        this.theme = theme;
    }

    /** Several drawings side by side, each under a caption. */
    static String besides(List<String> captions, List<DiagramSvg> drawings, Theme theme) {
        StringBuilder inner = new StringBuilder();
        double x = 0;
        double height = 0;
        for (int i = 0; i < drawings.size(); i++) {
            DiagramSvg drawing = drawings.get(i);
            double captionWidth = TextWidth.of(captions.get(i), DiagramLayout.FONT);
            Svg caption = new Svg();
            caption.open("text").attr("x", x + GAP / 2).attr("y", CAPTION * 0.7).attr("font-size", DiagramLayout.FONT);
            caption.attr("fill", theme.ink()).text(captions.get(i)).close();
            inner.append(caption).append('\n');
            inner.append("<svg x=\"")
                    .append(round(x))
                    .append("\" y=\"")
                    .append(round(CAPTION))
                    .append('"');
            inner.append(drawing.inside().substring("<svg".length())).append('\n');
            x += Math.max(drawing.layout.width(), captionWidth) + GAP;
            height = Math.max(height, drawing.layout.height());
        }
        String w = round(x);
        String h = round(height + CAPTION);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + round(x * theme.letters()) + "pt\" height=\""
                + round((height + CAPTION) * theme.letters()) + "pt\" viewBox=\"0 0 "
                + w + " " + h + "\" font-family=\"" + fonts(theme) + "\" role=\"img\">\n<rect width=\"" + w
                + "\" height=\""
                + h
                + "\" fill=\"" + theme.paper() + "\"/>\n" + inner + "</svg>";
    }

    private static String fonts(Theme theme) {
        return theme.fonts().equals(Theme.SANS) ? FONTS : theme.fonts();
    }

    /** The whole diagram. */
    String svg() {
        return svg(Set.of(), -1);
    }

    /** The whole diagram as an element inside another drawing, whose unit is the point. */
    private String inside() {
        return svg(Set.of(), -1, "");
    }

    /**
     * The diagram at one step of a walk.
     *
     * @param pale boxes not reached yet
     * @param active the box the step is at, -1 for none
     */
    String svg(Set<Integer> pale, int active) {
        return svg(pale, active, "pt");
    }

    private String svg(Set<Integer> pale, int active, String unit) {
        Svg svg = new Svg();
        double width = layout.width();
        double height = layout.height();
        svg.open("svg").attr("xmlns", "http://www.w3.org/2000/svg");
        double larger = unit.isEmpty() ? 1 : theme.letters();
        svg.attr("width", round(width * larger) + unit)
                .attr("height", round(height * larger) + unit)
                .attr("viewBox", "0 0 " + round(width) + " " + round(height));
        svg.attr("font-family", fonts(theme)).attr("role", "img");
        svg.described(say("calculus.diagramSvg.computation-graph"), description());
        String arrowhead = svg.newId();
        svg.open("defs");
        svg.open("marker")
                .attr("id", arrowhead)
                .attr("viewBox", "0 0 8 8")
                .attr("refX", 7)
                .attr("refY", 4);
        svg.attr("markerWidth", 7).attr("markerHeight", 7).attr("orient", "auto");
        svg.open("path")
                .attr("d", "M0 0.5 8 4 0 7.5z")
                .attr("fill", theme.paint(ARROW))
                .close();
        svg.close().close().newline();
        svg.open("rect")
                .attr("width", width)
                .attr("height", height)
                .attr("fill", theme.paper())
                .close()
                .newline();
        List<double[]> routes = layout.routes();
        for (int i = 0; i < routes.size(); i++) {
            ComputationDiagram.Arrow arrow = diagram.arrows().get(i);
            boolean faint = pale.contains(arrow.from()) || pale.contains(arrow.to());
            svg.open("path").attr("d", path(routes.get(i))).attr("fill", "none").attr("stroke", theme.paint(ARROW));
            svg.attr("marker-end", "url(#" + arrowhead + ")");
            svg.attrUnless("1", "opacity", faint ? "0.2" : "1").close().newline();
        }
        List<DiagramLayout.Frame> frames = layout.frames();
        for (int i = 0; i < frames.size(); i++) {
            box(svg, diagram.boxes().get(i), frames.get(i), pale.contains(i), i == active);
        }
        return svg.close().toString();
    }

    int crossings() {
        return layout.crossings();
    }

    private String description() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < diagram.boxes().size(); i++) {
            List<String> from = diagram.inputs(i).stream()
                    .map(input -> diagram.boxes().get(input).title())
                    .toList();
            text.append(i == 0 ? "" : "; ").append(diagram.boxes().get(i).title());
            text.append(from.isEmpty() ? "" : " of " + String.join(", ", from));
        }
        return text.toString();
    }

    private void box(Svg svg, ComputationDiagram.Box box, DiagramLayout.Frame frame, boolean pale, boolean active) {
        svg.open("g").attrUnless("1", "opacity", pale ? "0.25" : "1");
        svg.open("rect").attr("x", frame.x()).attr("y", frame.y());
        svg.attr("width", frame.width()).attr("height", frame.height());
        boolean input = box.kind() == ComputationDiagram.Kind.LEAF || box.kind() == ComputationDiagram.Kind.CONSTANT;
        svg.attr("rx", input ? 9 : 2).attr("fill", theme.area(fill(box.kind())));
        svg.attr("stroke", theme.paint(active ? ACTIVE : INK))
                .attr("stroke-width", active ? 2.5 : 0.8)
                .close();
        double x = frame.x() + frame.width() / 2;
        double y = frame.y() + DiagramLayout.LINE + 3;
        text(svg, x, y, DiagramLayout.FONT, "bold", box.title());
        for (String line : box.lines()) {
            y += DiagramLayout.LINE;
            text(svg, x, y, DiagramLayout.FONT - 1, "normal", line);
        }
        svg.close().newline();
    }

    private void text(Svg svg, double x, double y, double size, String weight, String content) {
        svg.open("text").attr("x", x).attr("y", y).attr("font-size", size).attr("text-anchor", "middle");
        svg.attrUnless("normal", "font-weight", weight)
                .attr("fill", theme.paint(INK))
                .text(content)
                .close();
    }

    private static String fill(ComputationDiagram.Kind kind) {
        return switch (kind) {
            case LEAF -> "#cfe2f3";
            case CONSTANT -> "#eeeeee";
            case OPERATION -> "#ffffff";
            case RESULT -> "#d9ead3";
        };
    }

    /** A smooth line through the points that leaves and arrives vertically. */
    private static String path(double[] points) {
        StringBuilder d = new StringBuilder("M" + round(points[0]) + " " + round(points[1]));
        for (int i = 2; i < points.length; i += 2) {
            double middle = (points[i - 1] + points[i + 1]) / 2;
            d.append("C" + round(points[i - 2]) + " " + round(middle) + " " + round(points[i]) + " " + round(middle)
                    + " " + round(points[i]) + " " + round(points[i + 1]));
        }
        return d.toString();
    }

    private static String round(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
