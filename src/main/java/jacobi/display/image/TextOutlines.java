package jacobi.display.image;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.StringReader;
import java.text.AttributedString;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Texts with characters beyond Unicode's first 65,536, as the outlines of their letters: JSVG takes such a character
 * for two and draws neither. Reads text elements as figures write them, with spans that have places, shifts, sizes and
 * fonts.
 */
final class TextOutlines {
    private static final Pattern TEXT = Pattern.compile("<text\\b[^>]*>.*?</text>", Pattern.DOTALL);
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final double USUAL_SIZE = 10;

    private final Path2D outline = new Path2D.Double();
    private double x;
    private double y;

    private TextOutlines() {}

    /** The same drawing with paths in place of texts that need them. */
    static String in(String svg) {
        if (svg.chars().noneMatch(c -> Character.isHighSurrogate((char) c))) {
            return svg;
        }
        return TEXT.matcher(svg)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().chars().anyMatch(c -> Character.isHighSurrogate((char) c))
                                ? path(found.group())
                                : found.group()));
    }

    private static String path(String text) {
        try {
            Element element = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
            return new TextOutlines().path(element);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            // Then it is no text of a figure, and is drawn as it is.
            return text;
        }
    }

    private String path(Element text) {
        x = number(text, "x", 0);
        y = number(text, "y", 0);
        double start = x;
        write(text, new Font("DejaVu Sans", Font.PLAIN, 1), number(text, "font-size", USUAL_SIZE));
        double width = x - start;
        String anchor = text.getAttribute("text-anchor");
        double back = anchor.equals("middle") ? width / 2 : anchor.equals("end") ? width : 0;
        outline.transform(AffineTransform.getTranslateInstance(-back, 0));
        StringBuilder path = new StringBuilder("<path");
        for (String kept : new String[] {"transform", "fill"}) {
            if (text.hasAttribute(kept)) {
                path.append(' ')
                        .append(kept)
                        .append("=\"")
                        .append(text.getAttribute(kept))
                        .append('"');
            }
        }
        return path.append(" d=\"").append(steps(outline)).append("\"/>").toString();
    }

    private void write(Node parent, Font font, double size) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element span) {
                x = number(span, "x", x);
                y = number(span, "y", y) + number(span, "dy", 0);
                int style = (span.getAttribute("font-weight").equals("bold") ? Font.BOLD : 0)
                        | (span.getAttribute("font-style").equals("italic") ? Font.ITALIC : 0);
                String family = span.hasAttribute("font-family") ? span.getAttribute("font-family") : font.getFamily();
                write(span, new Font(family, style | font.getStyle(), 1), number(span, "font-size", size));
            } else {
                letters(node.getNodeValue(), font.deriveFont((float) size));
            }
        }
    }

    private void letters(String text, Font font) {
        if (text.isEmpty()) {
            return;
        }
        AttributedString runs = new AttributedString(text);
        int at = 0;
        while (at < text.length()) {
            int next = at + Character.charCount(text.codePointAt(at));
            String other = font.canDisplay(text.codePointAt(at)) ? null : FontFallback.fontOf(text.codePointAt(at));
            Font its = other == null ? font : new Font(other, font.getStyle(), 1).deriveFont(font.getSize2D());
            runs.addAttribute(TextAttribute.FONT, its, at, next);
            at = next;
        }
        TextLayout layout = new TextLayout(runs.getIterator(), EXACT);
        Shape letters = layout.getOutline(AffineTransform.getTranslateInstance(x, y));
        outline.append(letters, false);
        x += layout.getAdvance();
    }

    private static double number(Element element, String name, double otherwise) {
        return element.hasAttribute(name) ? Double.parseDouble(element.getAttribute(name)) : otherwise;
    }

    private static String steps(Path2D path) {
        StringBuilder steps = new StringBuilder();
        double[] p = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(p);
            int count = new int[] {2, 2, 4, 6, 0}[kind];
            steps.append("MLQCZ".charAt(kind));
            for (int k = 0; k < count; k++) {
                steps.append(k == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.3f", p[k]));
            }
        }
        return steps.toString();
    }
}
