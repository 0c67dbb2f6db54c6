package jacobi.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A value as text, for people. */
public final class ValueText {
    /** What an array is as Java's own text: {@code [I@1b2c}. */
    private static final Pattern ARRAY = Pattern.compile("\\[(?:[BCDFIJSZ]|L[\\w.$]+;)@[0-9a-f]");

    private ValueText() {}

    /**
     * A value's own text; of an array that of its elements, also where it is in one of the JDK's collections or maps.
     */
    public static String of(Object value) {
        if (isCollection(value)) {
            String text = String.valueOf(value);
            return ARRAY.matcher(text).find()
                    ? nested(value, Collections.newSetFromMap(new IdentityHashMap<>()))
                    : text;
        }
        String nested = Arrays.deepToString(new Object[] {value});
        return nested.substring(1, nested.length() - 1);
    }

    /** A value's own text, which is given, with the elements of the arrays it mentions. */
    static String withElements(Object value, String text) {
        return isCollection(value) && ARRAY.matcher(text).find()
                ? nested(value, Collections.newSetFromMap(new IdentityHashMap<>()))
                : text;
    }

    private static boolean isCollection(Object value) {
        return (value instanceof Collection || value instanceof Map)
                && value.getClass().getName().startsWith("java.util.");
    }

    /**
     * @param around what the value is in: what holds itself has no end
     */
    private static String nested(Object value, Set<Object> around) {
        boolean array = value != null && value.getClass().isArray();
        if (!array && !isCollection(value)) {
            return String.valueOf(value);
        }
        if (!around.add(value)) {
            return "...";
        }
        List<String> elements = new ArrayList<>();
        if (array) {
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(nested(Array.get(value, i), around));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, held) -> elements.add(nested(key, around) + "=" + nested(held, around)));
        } else {
            ((Collection<?>) value).forEach(element -> elements.add(nested(element, around)));
        }
        around.remove(value);
        String all = String.join(", ", elements);
        return value instanceof Map ? "{" + all + "}" : "[" + all + "]";
    }
}
