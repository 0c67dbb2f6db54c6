package jacobi.widget;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A class of the page's widget packages.
 *
 * <p>The versions are ranges, as the specification has it ("a semver requirement"), so that one model is taken by the
 * pages of ipywidgets 7 and by those of 8: what the two name differently is sent in both names ({@link PageNames}).
 *
 * @param name the model's without its ending, as {@code FloatSlider}
 * @param view the view's, as {@code FloatSliderView}; null for what is not seen
 */
record WidgetClass(String name, String view, String module, String viewModule, String version, String viewVersion) {
    static final String BASE = "^1.2.0 || ^2.0.0";
    static final String CONTROLS = "^1.5.0 || ^2.0.0";

    /** A control with a view of its own name. */
    static WidgetClass control(String name) {
        return control(name, name + "View");
    }

    static WidgetClass control(String name, String view) {
        String module = "@jupyter-widgets/controls";
        return new WidgetClass(name, view, module, module, CONTROLS, CONTROLS);
    }

    static WidgetClass style(String name) {
        return new WidgetClass(name, "StyleView", "@jupyter-widgets/controls", "@jupyter-widgets/base", CONTROLS, BASE);
    }

    static WidgetClass layout() {
        String module = "@jupyter-widgets/base";
        return new WidgetClass("Layout", "LayoutView", module, module, BASE, BASE);
    }

    static WidgetClass output() {
        String module = "@jupyter-widgets/output";
        return new WidgetClass("Output", "OutputView", module, module, "^1.0.0", "^1.0.0");
    }

    /** What tells a page which of its classes to make. */
    Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("_model_module", module);
        keys.put("_model_module_version", version);
        keys.put("_model_name", name + "Model");
        keys.put("_view_module", viewModule);
        keys.put("_view_module_version", viewVersion);
        keys.put("_view_name", view);
        return keys;
    }
}
