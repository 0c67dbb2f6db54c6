package jacobi.probability;

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
                    "a variable has a name and different values without '=', ',' and '|'; found " + name + " with "
                            + values);
        }
    }

    static RandomVariable of(String name, Object... values) {
        return new RandomVariable(
                name, Arrays.stream(values).map(String::valueOf).toList());
    }

    int position(String value) {
        int at = values.indexOf(value);
        if (at < 0) {
            throw new IllegalArgumentException(name + " takes the values " + values + ", not " + value);
        }
        return at;
    }

    /** Value {@code i} as a number. */
    double number(int i) {
        try {
            return Double.parseDouble(values.get(i));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + " takes " + values.get(i) + ", which is no number; an expectation needs numbers", e);
        }
    }
}
