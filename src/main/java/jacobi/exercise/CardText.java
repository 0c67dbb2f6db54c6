package jacobi.exercise;

import jacobi.tensor.Tensor;
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

    static String value(Object value) {
        if (value instanceof Tensor
                || value instanceof List<?>
                || value != null && value.getClass().isArray()) {
            return NumberGrid.of(value)
                    .map(CardText::grid)
                    .map(CardText::shorten)
                    .orElseGet(() -> shorten(String.valueOf(value)));
        }
        if (value instanceof Double || value instanceof Float) {
            return number(((Number) value).doubleValue());
        }
        return shorten(String.valueOf(value));
    }

    static String values(List<?> values) {
        return values.stream().map(CardText::value).collect(Collectors.joining(", "));
    }

    private static String grid(NumberGrid grid) {
        String[] level = Arrays.stream(grid.values()).mapToObj(CardText::number).toArray(String[]::new);
        for (int axis = grid.shape().size() - 1; axis >= 0; axis--) {
            int length = grid.shape().get(axis);
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
