package jacobi.plot;

import java.util.Arrays;
import java.util.List;

/** Names where numbers could stand: the places of bars. */
final class Categories {
    private Categories() {}

    /** The names, or null if these are numbers. */
    static List<String> of(Object values) {
        Object list = values instanceof Object[] array ? Arrays.asList(array) : values;
        if (list instanceof List<?> items && !items.isEmpty() && items.stream().allMatch(String.class::isInstance)) {
            return items.stream().map(String.class::cast).toList();
        }
        return null;
    }
}
