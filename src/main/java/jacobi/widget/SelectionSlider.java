package jacobi.widget;

import java.util.Map;

/**
 * A slider along options.
 *
 * @param <T> the options' type
 */
public final class SelectionSlider<T> extends Choice<T, SelectionSlider<T>> {
    SelectionSlider(Map<String, ? extends T> options) {
        super("SelectionSlider", Style.slider(), options);
        property("orientation", Kind.TEXT, "horizontal");
        property("readout", Kind.TRUTH, true);
        property("continuous_update", Kind.TRUTH, true);
        property("behavior", Kind.TEXT, "drag-tap");
    }
}
