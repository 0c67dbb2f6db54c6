package jacobi.widget;

import jacobi.display.Displays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** A place among widgets for whatever cells show: text, figures, tables, errors. */
public final class Output extends DomWidget<Output> {
    private final Property<List<Map<String, Object>>> outputs = property("outputs", Kind.OUTPUTS, List.of());
    private final Gathered gathered = new Gathered();

    Output() {
        super(WidgetClass.output());
        property("msg_id", Kind.TEXT, "");
    }

    /** Shows a value below what is here. */
    public Output append(Object value) {
        return capture(() -> Displays.display(value));
    }

    /** Runs code whose output lands here, as it comes; what it throws is thrown on. */
    public Output capture(Runnable code) {
        captured(() -> {
            code.run();
            return null;
        });
        return this;
    }

    private void captured(Callable<?> code) {
        try (Streaming streaming = new Streaming(() -> show(gathered.outputs()), gathered)) {
            Unchecked.call(Displays.captured(gathered::add, code));
        }
    }

    /** Takes away what is here. */
    public Output clear() {
        gathered.clear(false);
        show(List.of());
        return this;
    }

    /** What is here, as a notebook's file has it. */
    List<Map<String, Object>> shown() {
        return outputs.get();
    }

    /** Shows these instead of what is here. */
    void show(List<Map<String, Object>> instead) {
        outputs.set(instead);
    }

    @Override
    public String toString() {
        return "Output(" + outputs.get().size() + ")";
    }
}
