package jacobi.widget;

import java.util.Map;

/**
 * A list of options that opens when it is pressed.
 *
 * @param <T> the options' type
 */
public final class Dropdown<T> extends Choice<T, Dropdown<T>> {
    Dropdown(Map<String, ? extends T> options) {
        super("Dropdown", Style.description(), options);
    }
}
