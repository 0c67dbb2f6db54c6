package jacobi.probability;

import static jacobi.language.Say.say;

import java.util.Arrays;
import java.util.List;

/**
 * A named variable of a {@link Joint} table and the values it takes.
 *
 * @param name as it stands in {@code p("A=1")}
 * @param values as they stand there; numbers where expectations are wanted
 */
public record RandomVariable(String name, List<String> values) {
    public RandomVariable {
        values = List.copyOf(values);
        boolean bad =
                name.isBlank() || name.matches(".*[=,|].*") || values.stream().anyMatch(v -> v.matches(".*[=,|].*"));
        if (bad || values.isEmpty() || values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException(
                    say("probability.randomVariable.variable-name-different-values", "name", name, "values", values));
        }
    }

    static RandomVariable of(String name, Object... values) {
        return new RandomVariable(
                name, Arrays.stream(values).map(String::valueOf).toList());
    }

    int position(String value) {
        int at = values.indexOf(value);
        if (at < 0) {
            throw new IllegalArgumentException(
                    say("probability.randomVariable.takes-values-not", "name", name, "values", values, "value", value));
        }
        return at;
    }

    /** Value {@code i} as a number. */
    double number(int i) {
        try {
            return Double.parseDouble(values.get(i));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    say("probability.randomVariable.takes-which-no-number", "name", name, "values", values.get(i)), e);
        }
    }
}
