package jacobi.widget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a property may be: how it is read from the JSON a page sends, which may hold anything, and written for the page.
 *
 * @param name what is expected, for the line in the log that tells of anything else
 * @param reader throws {@link IllegalArgumentException} or {@link ClassCastException} for what is not of the kind
 */
record Kind<T>(String name, Function<Object, T> reader, Function<T, Object> writer) {
    /** A page sends texts that somebody typed; a longer one is a mistake, and would go on to every page. */
    private static final int LONGEST_TEXT = 1_000_000;

    private static final int MOST_ELEMENTS = 10_000;

    static final Kind<Boolean> TRUTH = of("true or false", json -> (Boolean) json);
    static final Kind<Integer> WHOLE = of("a whole number", Kind::whole);
    static final Kind<Double> NUMBER = of("a number", Kind::number);
    static final Kind<String> TEXT = of("a text", Kind::text);
    static final Kind<String> TEXT_OR_NULL = of("a text", json -> json == null ? null : text(json));
    static final Kind<Integer> WHOLE_OR_NULL = of("a whole number", json -> json == null ? null : whole(json));
    static final Kind<Boolean> TRUTH_OR_NULL = of("true or false", json -> (Boolean) json);
    static final Kind<Double> NUMBER_OR_NULL = of("a number", json -> json == null ? null : number(json));
    static final Kind<List<String>> TEXTS = list(TEXT);
    static final Kind<List<Integer>> WHOLES = list(WHOLE);
    static final Kind<byte[]> BYTES = new Kind<>("bytes", json -> (byte[]) json, bytes -> bytes);

    /** Any JSON, as the page's Output model writes its list. */
    static final Kind<List<Map<String, Object>>> OUTPUTS = new Kind<>(
            "a list of outputs",
            json -> {
                throw new IllegalArgumentException("the kernel keeps the outputs");
            },
            outputs -> outputs);

    static final Kind<Widget> WIDGET = new Kind<>("a widget", Kind::refused, Kind::reference);
    static final Kind<List<Widget>> WIDGETS = new Kind<>(
            "widgets",
            Kind::refused,
            widgets -> widgets.stream().map(Kind::reference).toList());
    static final Kind<Range> WHOLE_RANGE = new Kind<>(
            "two whole numbers",
            json -> range(json, value -> (double) whole(value)),
            range -> List.of((long) range.low(), (long) range.high()));
    static final Kind<Range> RANGE =
            new Kind<>("two numbers", json -> range(json, Kind::number), range -> List.of(range.low(), range.high()));

    private static <T> Kind<T> of(String name, Function<Object, T> reader) {
        return new Kind<>(name, reader, value -> value);
    }

    private static <T> Kind<List<T>> list(Kind<T> element) {
        return of("a list, each element " + element.name, json -> {
            List<?> values = (List<?>) json;
            if (values.size() > MOST_ELEMENTS) {
                throw new IllegalArgumentException("a list of " + values.size() + " elements");
            }
            List<T> read = new ArrayList<>();
            values.forEach(value -> read.add(element.reader.apply(value)));
            return List.copyOf(read);
        });
    }

    private static int whole(Object json) {
        return new BigDecimal(((Number) json).toString()).intValueExact();
    }

    private static double number(Object json) {
        double value = ((Number) json).doubleValue();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number too large");
        }
        return value;
    }

    private static String text(Object json) {
        String text = (String) json;
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters");
        }
        return text;
    }

    private static Range range(Object json, Function<Object, Double> number) {
        List<?> ends = (List<?>) json;
        if (ends.size() != 2) {
            throw new IllegalArgumentException(ends.size() + " numbers");
        }
        return new Range(number.apply(ends.get(0)), number.apply(ends.get(1)));
    }

    private static <T> T refused(Object json) {
        throw new IllegalArgumentException("only the kernel puts widgets into others");
    }

    private static Object reference(Widget widget) {
        return widget == null ? null : "IPY_MODEL_" + widget.open();
    }
}
