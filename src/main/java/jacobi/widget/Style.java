package jacobi.widget;

import java.util.LinkedHashMap;
import java.util.Map;

/** The colours and fonts of a widget: {@code widget.style().set("descriptionWidth", "initial")}. */
public final class Style extends Widget {
    private final Map<String, Property<String>> byName = new LinkedHashMap<>();

    private Style(String name, String... keys) {
        super(WidgetClass.style(name));
        for (String key : keys) {
            boolean empty = key.endsWith("_width") || name.equals("ToggleButtonsStyle");
            Property<String> property = property(key, Kind.TEXT_OR_NULL, empty ? "" : null);
            byName.put(property.name(), property);
        }
    }

    /** Of most controls. The finer classes of ipywidgets 8, as {@code TextStyle}, are unknown to pages of 7. */
    static Style description() {
        return new Style("DescriptionStyle", "description_width");
    }

    static Style slider() {
        return new Style("SliderStyle", "description_width", "handle_color");
    }

    static Style progress() {
        return new Style("ProgressStyle", "description_width", "bar_color");
    }

    static Style button() {
        return new Style(
                "ButtonStyle",
                "button_color",
                "font_family",
                "font_size",
                "font_style",
                "font_variant",
                "font_weight",
                "text_color",
                "text_decoration");
    }

    static Style toggleButtons() {
        return new Style("ToggleButtonsStyle", "description_width", "button_width", "font_weight");
    }

    /**
     * Sets a property.
     *
     * @param name in lower camel case, as {@code "handleColor"}
     * @param css its value, as {@code "lightblue"}; null for the page's own
     * @return this style
     */
    public Style set(String name, String css) {
        keyOf(name);
        byName.get(name).set(css);
        return this;
    }
}
