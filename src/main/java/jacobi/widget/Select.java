package jacobi.widget;

import java.util.Map;

/**
 * A box with the options one below the other.
 *
 * @param <T> the options' type
 */
public final class Select<T> extends Choice<T, Select<T>> {
    Select(Map<String, ? extends T> options) {
        super("Select", Style.description(), options);
        property("rows", Kind.WHOLE, 5);
    }
}
