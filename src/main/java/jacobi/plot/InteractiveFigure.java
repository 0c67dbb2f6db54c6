package jacobi.plot;

import static jacobi.language.Say.say;

import jacobi.display.image.SvgImage;
import jacobi.plot.axis.Scale;
import jacobi.plot.axis.Span;
import jacobi.plot.film.PageScript;
import jacobi.plot.mark.Box;
import jacobi.plot.mark.Image;
import jacobi.plot.mark.Mark;
import jacobi.plot.style.Theme;
import jacobi.plot.text.RichText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A figure that is looked at closer where scripts run: numbers under the pointer, a box drawn with it becomes the whole
 * frame, and what stands in space turns. Elsewhere it is the picture it always was.
 */
final class InteractiveFigure {
    private static final MathContext DIGITS = new MathContext(6);
    /** Characters of a number that is not shorter with a power of ten. */
    private static final int SHORT = 9;
    /** Places of one series that the pointer finds; of more every second one, or fewer. */
    private static final int PLACES = 1000;

    private static final int CELLS = 1600;

    private InteractiveFigure() {}

    /** @param still the figure with its parts told apart */
    static String html(SvgImage still, List<Axes> axes, FigureLayout layout, Theme theme) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            all.add(axes(axes.get(i), layout.boxes().get(i), theme));
        }
        String model = "{size:" + numbers(layout.width(), layout.height()) + ",ink:'" + theme.ink() + "',paper:'"
                + theme.paper() + "',grid:'" + theme.grid() + "',fonts:" + PageScript.quoted(theme.fonts()) + ",axes:"
                + all + "}";
        String words = PageScript.quoted(say("plot.looking.plane"), say("plot.looking.space"));
        return PageScript.html(still, "/jacobi/plot/look.js", model + "," + words);
    }

    private static String axes(Axes axes, Box box, Theme theme) {
        AxesState state = axes.state;
        String place = "{box:" + numbers(box.left(), box.top(), box.width(), box.height());
        if (state.solid) {
            String space = new SpacePainter(axes).script(theme, box);
            return space == null ? place + ",series:[]}" : place + ",space:{" + space + "}}";
        }
        if (state.polar) {
            return "{box:[-1,-1,0,0],series:[]}";
        }
        List<String> series = new ArrayList<>();
        String image = "";
        for (Mark mark : state.marks) {
            double[][] places = mark.places();
            if (places != null && places[0].length > 0) {
                series.add(series(mark, places));
            } else if (mark instanceof Image picture && picture.values() != null) {
                image = image(picture);
            }
        }
        return place + ",x:" + axis(state.x, axes.xSpan()) + ",y:" + axis(state.y, axes.ySpan()) + ",grid:"
                + (state.x.grid != null) + ",zooms:" + (state.framed && state.twins.isEmpty()) + image + ",series:"
                + series + "}";
    }

    private static String series(Mark mark, double[][] places) {
        int step = (places[0].length + PLACES - 1) / PLACES;
        int[] chosen = IntStream.range(0, places[0].length)
                .filter(i -> i % step == 0 && Double.isFinite(places[0][i] + places[1][i]))
                .toArray();
        return "[" + PageScript.quoted(RichText.of(mark.look().label).spoken()) + ",'" + mark.look().color + "',"
                + numbers(Arrays.stream(chosen).mapToDouble(i -> places[0][i]).toArray()) + ","
                + numbers(Arrays.stream(chosen).mapToDouble(i -> places[1][i]).toArray()) + "]";
    }

    private static String image(Image image) {
        double[][] values = image.values();
        if (image.rows() * image.columns() > CELLS) {
            return "";
        }
        double[] flat = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
        Image.Place place = image.place();
        return ",image:{x:" + numbers(place.x().lo(), place.x().hi()) + ",y:"
                + numbers(place.y().lo(), place.y().hi()) + ",rows:" + image.rows() + ",columns:" + image.columns()
                + ",values:" + numbers(flat) + "}";
    }

    /**
     * The ends of an axis, left and right or bottom and top, as they lie evenly; its scale; and its own ticks if it has
     * any.
     */
    private static String axis(AxisState axis, Span span) {
        double from = axis.scale.position(axis.inverted ? span.hi() : span.lo());
        double to = axis.scale.position(axis.inverted ? span.lo() : span.hi());
        String kind = axis.dates
                ? "'date'"
                : axis.scale == Scale.LOG
                        ? "'log'"
                        : axis.scale == Scale.LINEAR ? "'linear'" : number(axis.scale.value(1));
        String ticks = "";
        if (!axis.names.isEmpty()) {
            ticks = ",named:true,ticks:"
                    + IntStream.range(0, axis.names.size())
                            .mapToObj(i -> "[" + i + "," + PageScript.quoted(axis.names.get(i)) + "]")
                            .toList();
        } else if (axis.ticks != null) {
            ticks = ",ticks:"
                    + axis.ticks.major().stream()
                            .map(tick -> "[" + number(tick.value()) + ","
                                    + PageScript.quoted(
                                            RichText.of(tick.label()).spoken()) + "]")
                            .toList();
        }
        return "{ends:[" + from + "," + to + "],kind:" + kind + ticks + "}";
    }

    static String numbers(double... values) {
        return Arrays.stream(values).mapToObj(InteractiveFigure::number).collect(Collectors.joining(",", "[", "]"));
    }

    /** With six digits that count, as short as a script reads it. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "NaN";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        String plain = rounded.toPlainString();
        return plain.length() <= SHORT
                ? plain
                : rounded.toString().replace("E+", "e").replace('E', 'e');
    }
}
