package jacobi.widget;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A button to press. */
public final class Button extends DomWidget<Button> {
    private final Property<String> description;
    private final Property<Boolean> disabled = property("disabled", Kind.TRUTH, false);
    private final Property<String> icon = property("icon", Kind.TEXT, "");
    private final Property<String> buttonStyle = property("button_style", Kind.TEXT, "");
    private final Style style = Style.button();
    private final List<Runnable> handlers = new CopyOnWriteArrayList<>();
    private volatile boolean pressed;

    Button(String description) {
        super(WidgetClass.control("Button"), "");
        this.description = property("description", Kind.TEXT, description);
        property("style", Kind.WIDGET, style);
    }

    /** What stands on it. */
    public String description() {
        return description.get();
    }

    /** Sets what stands on it. */
    public Button description(String text) {
        description.set(text);
        return this;
    }

    /** Whether it cannot be pressed. */
    public Button disabled(boolean disable) {
        disabled.set(disable);
        return this;
    }

    /** A sign on it, by its name in Font Awesome, as {@code "stop"}. */
    public Button icon(String name) {
        icon.set(name);
        return this;
    }

    /**
     * Its colour, by meaning: {@code "primary"}, {@code "success"}, {@code "info"}, {@code "warning"}, {@code
     * "danger"}.
     */
    public Button buttonStyle(String meaning) {
        buttonStyle.set(meaning);
        return this;
    }

    /** Its colours and font. */
    public Style style() {
        return style;
    }

    /** Calls {@code handler} each time it is pressed. */
    public Button onClick(Runnable handler) {
        handlers.add(handler);
        return this;
    }

    /**
     * Whether it was pressed since this was last asked: what a loop looks at to see whether it is to stop, as in
     * {@code if (stop.pressed()) break;}.
     */
    public boolean pressed() {
        boolean was = pressed;
        pressed = false;
        return was;
    }

    /** Presses it from code. */
    public void click() {
        pressed = true;
        handlers.forEach(Runnable::run);
    }

    @Override
    void custom(Map<?, ?> content) {
        if ("click".equals(content.get("event"))) {
            click();
        } else {
            super.custom(content);
        }
    }

    @Override
    public void close() {
        super.close();
        style.close();
    }

    @Override
    public String toString() {
        return "Button(description=\"" + description() + "\")";
    }
}
