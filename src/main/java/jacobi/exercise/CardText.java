package jacobi.exercise;

import jacobi.exercise.answer.Plain;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as they stand on a card: short, and a tensor without its wrapping. */
final class CardText {
    private static final int LONGEST = 160;

    private CardText() {}

    /** A number without a needless fraction, six digits at the most. */
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return String.valueOf(value);
        }
        double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.6g", value));
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15
                ? String.valueOf((long) rounded)
                : String.valueOf(rounded);
    }

    static String value(Plain value) {
        if (value instanceof Plain.Numbers numbers) {
            boolean truth = numbers.dtype().equals("bool");
            String[] elements = Arrays.stream(numbers.values())
                    .mapToObj(element -> truth ? String.valueOf(element != 0) : number(element))
                    .toArray(String[]::new);
            return shorten(grid(numbers.shape(), elements));
        } else if (value instanceof Plain.Texts texts) {
            return shorten(grid(texts.shape(), texts.values().toArray(String[]::new)));
        } else if (value instanceof Plain.Other other) {
            return shorten(other.printed());
        }
        return value.type();
    }

    static String values(List<? extends Plain> values) {
        return values.stream().map(CardText::value).collect(Collectors.joining(", "));
    }

    private static String grid(List<Integer> shape, String[] elements) {
        String[] level = elements;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            int length = shape.get(axis);
            if (length == 0) {
                return "[]";
            }
            String[] joined = new String[level.length / length];
            for (int i = 0; i < joined.length; i++) {
                joined[i] = "[" + String.join(", ", Arrays.copyOfRange(level, i * length, (i + 1) * length)) + "]";
            }
            level = joined;
        }
        return level.length == 1 ? level[0] : String.join(", ", level);
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
