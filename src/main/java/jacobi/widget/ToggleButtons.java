package jacobi.widget;

import java.util.List;
import java.util.Map;

/**
 * A button for each option, with the chosen one pressed.
 *
 * @param <T> the options' type
 */
public final class ToggleButtons<T> extends Choice<T, ToggleButtons<T>> {
    ToggleButtons(Map<String, ? extends T> options) {
        super("ToggleButtons", Style.toggleButtons(), options);
        property("button_style", Kind.TEXT, "");
        property("icons", Kind.TEXTS, List.of());
        property("tooltips", Kind.TEXTS, List.of());
    }
}
