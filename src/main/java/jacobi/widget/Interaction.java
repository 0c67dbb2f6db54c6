package jacobi.widget;

import jacobi.display.DisplayHandle;
import jacobi.display.Displays;
import jacobi.plot.Axes;
import jacobi.plot.Gallery;
import jacobi.plot.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A function with its controls: each time one is moved the function is called with their values, and what it shows and
 * returns takes the place of what it showed before.
 *
 * <p>A function slower than the pointer leaves values out: it is called with the newest there are.
 */
public final class Interaction {
    /** What is to be drawn for the values of the controls, in their order. */
    interface Drawing {
        Object draw(List<Object> values) throws Exception;
    }

    private final List<Control<?>> controls;
    private final Drawing drawing;
    private final Output output = new Output();
    private final VBox box;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile long nanos;
    private final AtomicBoolean busy = new AtomicBoolean();

    Interaction(List<Control<?>> controls, Drawing drawing) {
        this.controls = List.copyOf(controls);
        this.drawing = drawing;
        List<Widget> shown = new ArrayList<>();
        for (Control<?> control : controls) {
            if (control instanceof Input<?, ?> input) {
                shown.add(input);
                input.redrawing(this::redraw);
            }
        }
        shown.add(output);
        box = new VBox(shown);
        box.addClass("widget-interact");
    }

    /** The controls above what the function shows: a widget like any other, to be placed among others. */
    public VBox box() {
        return box;
    }

    /** What the function is called with now. */
    public List<Object> values() {
        List<Object> values = new ArrayList<>();
        controls.forEach(control -> values.add(control.value()));
        return values;
    }

    /** Calls the function with the values there are; where it runs already, once more after that. */
    public void redraw() {
        wanted.set(true);
        while (wanted.get() && busy.compareAndSet(false, true)) {
            try {
                while (wanted.getAndSet(false)) {
                    draw();
                }
            } finally {
                busy.set(false);
            }
        }
    }

    private void draw() {
        Gathered gathered = new Gathered();
        long started = System.nanoTime();
        try (Streaming streaming = new Streaming(() -> output.show(gathered.outputs()), gathered)) {
            gather(gathered, values());
        }
        nanos = System.nanoTime() - started;
    }

    /** How long the last call took. */
    long nanos() {
        return nanos;
    }

    /** What it shows now, as a notebook's file has it. */
    List<Map<String, Object>> shown() {
        return output.shown();
    }

    /** What the function shows for other values, which it is called with. */
    List<Map<String, Object>> shownFor(List<Object> values) {
        Gathered gathered = new Gathered();
        gather(gathered, values);
        return gathered.outputs();
    }

    /** The values of the controls that are seen, by their descriptions, in words. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        for (Control<?> control : controls) {
            if (control instanceof Input<?, ?> input) {
                named.put(input.description(), labelOf(input));
            }
        }
        return named;
    }

    private static <T> String labelOf(Input<T, ?> input) {
        return input.label(input.value());
    }

    /** Calls the function, with all it shows, returns or throws gathered. */
    private void gather(Gathered gathered, List<Object> values) {
        Unchecked.call(Displays.captured(gathered::add, () -> {
            try {
                Gallery.within(
                        () -> {
                            Object value = drawing.draw(values);
                            if (value != null) {
                                show(value);
                            }
                            return value;
                        },
                        Interaction::show);
            } catch (Exception | Error e) {
                Displays.fail(e);
            }
            return null;
        }));
    }

    /** A figure is shown as a frame of something that moves: what is left out, as its pixels, takes time. */
    private static void show(Object value) {
        Object seen = value instanceof Axes axes ? axes.figure() : value;
        Displays.display(seen instanceof Picture picture ? picture.image().frame() : seen);
    }

    /** Shows it: the widgets where a page can, else frames of what the function shows. */
    DisplayHandle show() {
        redraw();
        return Fallback.show(this);
    }

    List<Control<?>> controls() {
        return controls;
    }
}
