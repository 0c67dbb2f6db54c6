package jacobi.widget;

import java.util.LinkedHashMap;
import java.util.Map;

/** The size and the place of a widget, in CSS: {@code widget.layout().set("width", "300px")}. */
public final class Layout extends Widget {
    private static final String[] KEYS = {
        "align_content",
        "align_items",
        "align_self",
        "border",
        "bottom",
        "display",
        "flex",
        "flex_flow",
        "grid_area",
        "grid_auto_columns",
        "grid_auto_flow",
        "grid_auto_rows",
        "grid_column",
        "grid_gap",
        "grid_row",
        "grid_template_areas",
        "grid_template_columns",
        "grid_template_rows",
        "height",
        "justify_content",
        "justify_items",
        "left",
        "margin",
        "max_height",
        "max_width",
        "min_height",
        "min_width",
        "object_fit",
        "object_position",
        "order",
        "overflow",
        "padding",
        "right",
        "top",
        "visibility",
        "width"
    };

    private final Map<String, Property<String>> byName = new LinkedHashMap<>();

    Layout() {
        super(WidgetClass.layout());
        for (String key : KEYS) {
            Property<String> property = property(key, Kind.TEXT_OR_NULL, null);
            byName.put(property.name(), property);
        }
    }

    /**
     * Sets a property of CSS.
     *
     * @param name in lower camel case, as {@code "gridTemplateColumns"}
     * @param css its value, as {@code "1fr 1fr"}; null for the page's own
     * @return this layout
     */
    public Layout set(String name, String css) {
        keyOf(name);
        byName.get(name).set(css);
        return this;
    }
}
