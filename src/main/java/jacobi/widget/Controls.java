package jacobi.widget;

import java.util.Arrays;
import java.util.Map;

/** What {@code interact} makes of what is given for a parameter: ipywidgets' abbreviations. */
public final class Controls {
    private Controls() {}

    /** A widget, with the parameter's name beside it unless it has a description. */
    public static <T> Control<T> control(String name, Control<T> given) {
        if (given instanceof Input<?, ?> input && input.description().isEmpty()) {
            input.description(name);
        }
        return given;
    }

    /** A box to tick. */
    public static Control<Boolean> control(String name, boolean value) {
        return control(name, new Checkbox(value));
    }

    /** A slider about a whole number, from minus it to three times it. */
    public static Control<Integer> control(String name, int value) {
        int low = value > 0 ? -value : 3 * value;
        int high = value > 0 ? 3 * value : value == 0 ? 1 : -value;
        return control(name, new IntSlider(low, high, 1, value));
    }

    /** A slider about a number, from minus it to three times it. */
    public static Control<Double> control(String name, double value) {
        double low = value > 0 ? -value : 3 * value;
        double high = value > 0 ? 3 * value : value == 0 ? 1 : -value;
        return control(name, new FloatSlider(low, high, RoundSteps.about(100, low, high), value));
    }

    /** A slider along whole numbers. */
    public static Control<Integer> control(String name, int min, int max) {
        return control(name, Widgets.intSlider(min, max));
    }

    /** A slider along whole numbers in steps of a width. */
    public static Control<Integer> control(String name, int min, int max, int step) {
        return control(name, Widgets.slider(min, max, step));
    }

    /** A slider along numbers. */
    public static Control<Double> control(String name, double min, double max) {
        return control(name, Widgets.slider(min, max));
    }

    /** A slider along numbers in steps of a width. */
    public static Control<Double> control(String name, double min, double max, double step) {
        return control(name, Widgets.slider(min, max, step));
    }

    /** A line to type text in. */
    public static Control<String> control(String name, String value) {
        return control(name, new Text(value));
    }

    /** A list of options. */
    public static <T> Control<T> control(String name, Iterable<T> options) {
        return control(name, new Dropdown<>(Options.of(options)));
    }

    /** A list of options by the texts that stand for them. */
    public static <T> Control<T> control(String name, Map<String, T> options) {
        return control(name, new Dropdown<>(options));
    }

    /** A list of options. */
    public static <T> Control<T> control(String name, T[] options) {
        return control(name, Arrays.asList(options));
    }

    /** A list of numbers. */
    public static Control<Integer> control(String name, int[] options) {
        return control(name, Arrays.stream(options).boxed().toList());
    }

    /** A list of numbers. */
    public static Control<Double> control(String name, double[] options) {
        return control(name, Arrays.stream(options).boxed().toList());
    }
}
