package jacobi.widget;

import java.util.Map;

/**
 * Options one below the other, with a mark at the chosen one.
 *
 * @param <T> the options' type
 */
public final class RadioButtons<T> extends Choice<T, RadioButtons<T>> {
    RadioButtons(Map<String, ? extends T> options) {
        super("RadioButtons", Style.description(), options);
        property("orientation", Kind.TEXT, "vertical");
    }
}
