package jacobi.plot;

import static jacobi.plot.Plots.figure;
import static jacobi.plot.Plots.plot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jacobi.plot.text.TextWidth;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a publisher would ask of the SVG, line by line. */
class SvgQualityTest {
    private static final String FONTS =
            "DejaVu Sans, Verdana, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif";

    @Test
    void pageIsAsLargeAsAskedForInPoints() {
        assertThat(Drawings.tangent().toSvg())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"252pt\" height=\"180pt\" "
                        + "viewBox=\"0 0 252 180\"");
        assertThat(figure(6, 4.5).plot(new double[] {1, 2}).toSvg()).contains("width=\"432pt\" height=\"324pt\"");
    }

    @Test
    void documentIsWellFormedWithoutPrologOrDoctype() throws Exception {
        for (Picture picture : Drawings.all().values()) {
            assertThat(picture.toSvg())
                    .startsWith("<svg")
                    .doesNotContain("<!DOCTYPE", "<?xml")
                    .endsWith("</svg>");
            parse(picture.toSvg());
        }
    }

    @Test
    void textIsTextInTheNamedFonts() throws Exception {
        Element svg = parse(Drawings.tangent().toSvg()).getDocumentElement();
        assertThat(svg.getAttribute("font-family")).isEqualTo(FONTS);
        assertThat(svg.getAttribute("font-size")).isEqualTo("10");
        assertThat(texts(svg)).contains("0", "1", "2", "3", "5", "10", "x", "f(x)", "Tangent line (x=1)");
    }

    @Test
    void chineseIsChineseAndMarkupIsEscaped() throws Exception {
        Figure figure =
                plot(new double[] {1, 2}).title("梯度下降 <&> \"quoted\" \u0000").ylabel("损失");
        List<String> texts = texts(parse(figure.toSvg()).getDocumentElement());
        assertThat(texts).contains("梯度下降 <&> \"quoted\" \uFFFD", "损失");
    }

    @Test
    void minusIsTheTypographicOne() {
        assertThat(plot(new double[] {-1, 1}).toSvg())
                .contains(">\u22121.0</text>")
                .doesNotContain(">-1");
    }

    @Test
    void powersOfTenAreSuperscripts() {
        assertThat(Drawings.manyDecades().toSvg())
                .containsPattern("<tspan>10</tspan><tspan dy=\"-3.8\" font-size=\"7\">\u22122</tspan>");
    }

    /** Labels as wide as can be: none may leave the page. */
    @Test
    void nothingIsEverCut() throws Exception {
        List<Figure> figures = new ArrayList<>(Drawings.all().values());
        figures.addAll(WordDrawings.all().values());
        figures.add(plot(new double[] {1, 1e6 - 1})
                .title("a title that is a good deal longer than the figure is wide, which happens"));
        figures.add(plot(new double[] {1, 2})
                .ylabel("a label of the y axis that is longer than its axis")
                .xlabel("m".repeat(60)));
        figures.add(plot(new double[] {1, 2}).legend("a name so long that it does not fit into the frame at all"));
        figures.add(figure(1, 1).plot(new double[] {-123456, 123456}));
        figures.add(figure().bar(List.of("a long category", "another long one"), List.of(1, 2)));
        for (Figure figure : figures) {
            Element svg = parse(figure.toSvg()).getDocumentElement();
            String[] page = svg.getAttribute("viewBox").split(" ");
            double width = Double.parseDouble(page[2]);
            double height = Double.parseDouble(page[3]);
            for (double[] box : textBoxes(svg)) {
                assertThat(box[0]).as(figure.toString()).isGreaterThanOrEqualTo(0);
                assertThat(box[1]).as(figure.toString()).isGreaterThanOrEqualTo(0);
                assertThat(box[2]).as(figure.toString()).isLessThanOrEqualTo(width + 0.01);
                assertThat(box[3]).as(figure.toString()).isLessThanOrEqualTo(height + 0.01);
            }
        }
    }

    @Test
    void autoscaledAxesHaveMarginsOfFivePercent() {
        Axes axes = figure().plot(new double[] {0, 10}, new double[] {-1, 1}).axes();
        assertThat(axes.xSpan().lo()).isEqualTo(-0.5);
        assertThat(axes.xSpan().hi()).isEqualTo(10.5);
        assertThat(axes.ySpan().lo()).isEqualTo(-1.1, within(1e-12));
        axes.xlim(1, 10);
        assertThat(axes.xSpan().lo()).isEqualTo(1);
        assertThat(axes.xSpan().hi()).isEqualTo(10);
    }

    @Test
    void marginsOfLogAxesAreInPowers() {
        Axes axes = figure().plot(new double[] {0, 1}, new double[] {1, 100})
                .yscale("log")
                .axes();
        assertThat(axes.ySpan().lo()).isEqualTo(Math.pow(10, -0.1), within(1e-9));
        assertThat(axes.ySpan().hi()).isEqualTo(Math.pow(10, 2.1), within(1e-9));
    }

    @Test
    void strokesAreThoseOfMatplotlib() {
        String svg = Drawings.tangent().toSvg();
        assertThat(svg)
                .contains("stroke=\"#1f77b4\" stroke-width=\"1.5\"")
                .contains("stroke=\"#bf00bf\" stroke-width=\"1.5\" stroke-dasharray=\"5.55 2.4\"")
                .contains("stroke=\"#b0b0b0\" stroke-width=\".8\"")
                .contains("stroke=\"#000000\" stroke-width=\".8\"")
                .contains("v3.5M");
        assertThat(svg.indexOf("#b0b0b0")).as("the grid lies under the lines").isLessThan(svg.indexOf("#1f77b4"));
        assertThat(plot(new double[] {1, 2}).linewidth(3).linestyle("-.").toSvg())
                .contains("\"19.2 4.8 3 4.8\"");
    }

    @Test
    void oneSeriesIsOnePath() {
        String svg = Drawings.thousandPoints().toSvg();
        String drawing = svg.substring(svg.indexOf("<g clip-path"), svg.indexOf("</g>"));
        assertThat(count(drawing, "<path")).isEqualTo(4);
    }

    @Test
    void numbersHaveTwoDecimalsAtTheMost() {
        for (Figure figure : Drawings.all().values()) {
            assertThat(figure.toSvg().replaceAll("href=\"[^\"]*\"|>[^<]*<", "")).doesNotContainPattern("\\.\\d{3}");
        }
    }

    /** A noisy line keeps its spikes, and a smooth one its course, within an eighth of a point. */
    @Test
    void manyPointsMergeWithoutChangingTheLook() {
        Random random = new Random(11);
        double[] noise = new double[50_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextGaussian();
        }
        noise[31_337] = 25;
        noise[12_345] = -25;
        String svg = plot(noise).toSvg();
        assertThat(svg.length()).isLessThan(60_000);
        double[] reach = reachOfFirstPath(svg);
        Axes axes = plot(noise).axes();
        double unit = frameHeight(svg) / axes.ySpan().length();
        assertThat(reach[1] - reach[0]).isEqualTo(50 * unit, within(0.05));
    }

    @Test
    void gapsBreakTheLine() {
        String svg = Drawings.gaps().toSvg();
        String path = firstSeries(svg);
        assertThat(count(path, "M")).isEqualTo(3);
        assertThat(path).doesNotContain("NaN", "Infinity");
    }

    @Test
    void logAxisDropsWhatItCannotShowAndSaysSo() {
        Figure figure = plot(new double[] {0, -1, 10, 100}).yscale("log");
        assertThat(figure.toString()).isEqualTo("Figure: line; x 2..3; 2 values ≤ 0 have no place on a log axis");
        assertThat(figure.toSvg()).contains(">2 values ≤ 0 have no place on a log axis</text>");
    }

    @Test
    void idsComeFromTheContent() {
        String svg = Drawings.tangent().toSvg();
        assertThat(Drawings.tangent().toSvg()).isEqualTo(svg);
        assertThat(ids(svg)).hasSize(1);
        assertThat(ids(Drawings.tangent().xlabel("y").toSvg())).doesNotContainAnyElementsOf(ids(svg));
        List<String> four = ids(Drawings.all().get("shared-axes").toSvg());
        assertThat(four).hasSize(4).doesNotHaveDuplicates();
        assertThat(svg).contains("clip-path=\"url(#" + ids(svg).get(0) + ")\"");
    }

    @Test
    void outputIsTheSameInEveryLocale() {
        String expected = Drawings.tangent().toSvg();
        Locale before = Locale.getDefault();
        try {
            for (String language : List.of("de-DE", "ar-EG", "hi-IN-u-nu-deva", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(Drawings.tangent().toSvg()).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void readersWhoCannotSeeAreTold() throws Exception {
        Element svg = parse(Drawings.tangent().toSvg()).getDocumentElement();
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("f(x), Tangent line (x=1)");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("Figure: f(x), Tangent line (x=1); x 0..2.9");
    }

    @Test
    void paperIsWhiteSoThatItReadsOnADarkPage() {
        assertThat(Drawings.tangent().toSvg()).contains("<path fill=\"#ffffff\" d=\"M0 0h252v180h-252z\"/>");
        assertThat(Drawings.tangent().theme("dark").toSvg())
                .contains("<path fill=\"#111111\"")
                .doesNotContain("\"#000000\"");
    }

    @Test
    void figuresAreSmall() {
        assertThat(bytes(Drawings.tangent())).isLessThan(12_000);
        double[] t = Drawings.range(0, 1000, 0.01);
        Figure three = plot(
                t,
                List.of(Drawings.map(t, Math::sin), Drawings.map(t, Math::cos), Drawings.map(t, v -> Math.sin(5 * v))));
        assertThat(bytes(three)).isLessThan(40_000);
    }

    private static int bytes(Figure figure) {
        return figure.toSvg().getBytes(StandardCharsets.UTF_8).length;
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Element svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    /** Left, top, right and bottom of each text, as wide as the font's table says. */
    private static List<double[]> textBoxes(Element svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        List<double[]> boxes = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element text = (Element) nodes.item(i);
            double size = text.hasAttribute("font-size") ? Double.parseDouble(text.getAttribute("font-size")) : 10;
            // Scripts are smaller than this: the true width is less.
            double width =
                    text.getElementsByTagName("tspan").getLength() > 0 ? 0 : TextWidth.of(text.getTextContent(), size);
            double before = switch (text.getAttribute("text-anchor")) {
                case "middle" -> width / 2;
                case "end" -> width;
                default -> 0;
            };
            Matcher turned = Pattern.compile("translate\\((\\S+) (\\S+)\\)").matcher(text.getAttribute("transform"));
            if (turned.find()) {
                double x = Double.parseDouble(turned.group(1));
                double y = Double.parseDouble(turned.group(2));
                boxes.add(new double[] {x - size * 0.76, y - width / 2, x + size * 0.21, y + width / 2});
            } else {
                double x = Double.parseDouble(text.getAttribute("x"));
                double y = Double.parseDouble(text.getAttribute("y"));
                boxes.add(new double[] {x - before, y - size * 0.76, x - before + width, y + size * 0.21});
            }
        }
        return boxes;
    }

    private static String firstSeries(String svg) {
        Matcher path = Pattern.compile("<g clip-path[^>]*>\\s*<path[^>]* d=\"([^\"]*)\"")
                .matcher(svg);
        assertThat(path.find()).isTrue();
        return path.group(1);
    }

    /** The highest and the lowest y of the first series. */
    private static double[] reachOfFirstPath(String svg) {
        double y = 0;
        double[] reach = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        char command = 'M';
        List<Double> pair = new ArrayList<>();
        for (MatchResult token : Pattern.compile("[a-zA-Z]|-?\\d*\\.?\\d+")
                .matcher(firstSeries(svg))
                .results()
                .toList()) {
            if (Character.isLetter(token.group().charAt(0))) {
                command = token.group().charAt(0);
                continue;
            }
            double number = Double.parseDouble(token.group());
            if (command == 'v') {
                y += number;
            } else if (command != 'h') {
                pair.add(number);
                if (pair.size() == 2) {
                    y = command == 'M' ? pair.get(1) : y + pair.get(1);
                    pair.clear();
                }
            }
            if (pair.isEmpty()) {
                reach[0] = Math.min(reach[0], y);
                reach[1] = Math.max(reach[1], y);
            }
        }
        return reach;
    }

    private static double frameHeight(String svg) {
        Matcher clip = Pattern.compile("<clipPath[^>]*><path d=\"M\\S+ \\S+h[\\d.]+v([\\d.]+)h")
                .matcher(svg);
        assertThat(clip.find()).isTrue();
        return Double.parseDouble(clip.group(1));
    }

    private static List<String> ids(String svg) {
        return Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(svg)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
