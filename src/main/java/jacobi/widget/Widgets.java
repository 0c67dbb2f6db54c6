package jacobi.widget;

import jacobi.operation.Default;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The functions a cell makes widgets with. */
public final class Widgets {
    private Widgets() {}

    /** A slider along numbers, in about a hundred steps of a round width; it begins in the middle. */
    public static FloatSlider slider(double min, double max) {
        return slider(min, max, RoundSteps.about(100, min, max));
    }

    /** A slider along numbers in steps of a width. */
    public static FloatSlider slider(double min, double max, double step) {
        return slider(min, max, step, RoundSteps.middle(min, max, step));
    }

    /**
     * A slider along numbers.
     *
     * @param step how far apart its values are; left out, a round width of which about a hundred go from end to end
     * @param value where it begins; left out, in the middle
     */
    public static FloatSlider slider(
            double min, double max, @Default("Double.NaN") double step, @Default("Double.NaN") double value) {
        double width = Double.isNaN(step) ? RoundSteps.about(100, min, max) : step;
        return new FloatSlider(min, max, width, Double.isNaN(value) ? RoundSteps.middle(min, max, width) : value);
    }

    /** A slider along whole numbers, as a whole step asks for. */
    public static IntSlider slider(int min, int max, int step) {
        return intSlider(min, max, step, (int) RoundSteps.middle(min, max, step));
    }

    /** A slider along whole numbers, as a whole step asks for, with the value it begins with. */
    public static IntSlider slider(int min, int max, int step, int value) {
        return intSlider(min, max, step, value);
    }

    /** A slider along whole numbers. */
    public static IntSlider intSlider(int min, int max) {
        return slider(min, max, 1);
    }

    /** A slider along whole numbers, with the value it begins with. */
    public static IntSlider intSlider(
            @Default("0") int min, @Default("100") int max, @Default("1") int step, @Default("0") int value) {
        return new IntSlider(min, max, step, value);
    }

    /** A slider along numbers. */
    public static FloatSlider floatSlider(
            @Default("0") double min,
            @Default("100") double max,
            @Default("0.1") double step,
            @Default("0") double value) {
        return new FloatSlider(min, max, step, value);
    }

    /**
     * A slider along powers of a base.
     *
     * @param min the lowest exponent
     * @param max the highest exponent
     * @param step how far apart exponents are
     * @param value the power it begins with
     */
    public static FloatLogSlider logSlider(
            double min,
            double max,
            @Default("0.1") double step,
            @Default("10") double base,
            @Default("1") double value) {
        return new FloatLogSlider(min, max, step, base, value);
    }

    /** A slider along powers of ten, by their exponents: {@code logSlider(-4, 0)} goes from 0.0001 to 1. */
    public static FloatLogSlider logSlider(double min, double max) {
        return logSlider(min, max, 0.1, 10, Math.pow(10, (min + max) / 2));
    }

    /** A slider with two handles, which begin a quarter from the ends. */
    public static FloatRangeSlider rangeSlider(double min, double max) {
        return rangeSlider(min, max, RoundSteps.about(100, min, max));
    }

    /** A slider with two handles, in steps of a width. */
    public static FloatRangeSlider rangeSlider(double min, double max, double step) {
        return new FloatRangeSlider(min, max, step, new Range(min + (max - min) / 4, max - (max - min) / 4));
    }

    /** A slider with two handles along whole numbers. */
    public static IntRangeSlider rangeSlider(int min, int max, int step) {
        return new IntRangeSlider(min, max, step, new Range(min + (max - min) / 4, max - (max - min) / 4));
    }

    /** A list of options that opens when it is pressed. */
    public static <T> Dropdown<T> dropdown(Iterable<T> options) {
        return new Dropdown<>(Options.of(options));
    }

    /** A list of options that opens when it is pressed, by the texts that stand for them. */
    public static <T> Dropdown<T> dropdown(Map<String, T> options) {
        return new Dropdown<>(options);
    }

    /** A list of options that opens when it is pressed. */
    @SafeVarargs
    public static <T> Dropdown<T> dropdown(T... options) {
        return dropdown(Arrays.asList(options));
    }

    /** Options one below the other. */
    public static <T> RadioButtons<T> radioButtons(Iterable<T> options) {
        return new RadioButtons<>(Options.of(options));
    }

    /** Options one below the other, by the texts that stand for them. */
    public static <T> RadioButtons<T> radioButtons(Map<String, T> options) {
        return new RadioButtons<>(options);
    }

    /** Options one below the other. */
    @SafeVarargs
    public static <T> RadioButtons<T> radioButtons(T... options) {
        return radioButtons(Arrays.asList(options));
    }

    /** A button for each option. */
    public static <T> ToggleButtons<T> toggleButtons(Iterable<T> options) {
        return new ToggleButtons<>(Options.of(options));
    }

    /** A button for each option, by the texts that stand for them. */
    public static <T> ToggleButtons<T> toggleButtons(Map<String, T> options) {
        return new ToggleButtons<>(options);
    }

    /** A button for each option. */
    @SafeVarargs
    public static <T> ToggleButtons<T> toggleButtons(T... options) {
        return toggleButtons(Arrays.asList(options));
    }

    /** A box with the options one below the other. */
    public static <T> Select<T> selectBox(Iterable<T> options) {
        return new Select<>(Options.of(options));
    }

    /** A box with the options one below the other, by the texts that stand for them. */
    public static <T> Select<T> selectBox(Map<String, T> options) {
        return new Select<>(options);
    }

    /** A box with the options one below the other. */
    @SafeVarargs
    public static <T> Select<T> selectBox(T... options) {
        return selectBox(Arrays.asList(options));
    }

    /** A slider along options. */
    public static <T> SelectionSlider<T> selectionSlider(Iterable<T> options) {
        return new SelectionSlider<>(Options.of(options));
    }

    /** A slider along options, by the texts that stand for them. */
    public static <T> SelectionSlider<T> selectionSlider(Map<String, T> options) {
        return new SelectionSlider<>(options);
    }

    /** A slider along options. */
    @SafeVarargs
    public static <T> SelectionSlider<T> selectionSlider(T... options) {
        return selectionSlider(Arrays.asList(options));
    }

    /** A box with options, any number of which are chosen. */
    public static <T> SelectMultiple<T> selectMultiple(Iterable<T> options) {
        return new SelectMultiple<>(Options.of(options));
    }

    /** A box with options, any number of which are chosen, by the texts that stand for them. */
    public static <T> SelectMultiple<T> selectMultiple(Map<String, T> options) {
        return new SelectMultiple<>(options);
    }

    /** A box with options, any number of which are chosen. */
    @SafeVarargs
    public static <T> SelectMultiple<T> selectMultiple(T... options) {
        return selectMultiple(Arrays.asList(options));
    }

    /** A box to tick. */
    public static Checkbox checkbox(boolean value) {
        return new Checkbox(value);
    }

    /** A button that stays pressed. */
    public static ToggleButton toggleButton(String description) {
        return new ToggleButton(false).description(description);
    }

    /** A mark that says whether something holds. */
    public static Valid valid(boolean value) {
        return new Valid(value);
    }

    /** A button to press; {@code button("Stop").pressed()} tells a loop whether it was. */
    public static Button button(String description) {
        return new Button(description);
    }

    /** A button that calls a function when it is pressed. */
    public static Button button(String description, Runnable onClick) {
        return button(description).onClick(onClick);
    }

    /** A line to type text in. */
    public static Text textBox(String value) {
        return new Text(value);
    }

    /** A line to type text in, with suggestions. */
    public static Combobox combobox(List<String> options) {
        return new Combobox("", options);
    }

    /** Several lines to type text in. */
    public static Textarea textArea(String value) {
        return new Textarea(value);
    }

    /** A line to type a text in that is not shown. */
    public static Password password() {
        return new Password("");
    }

    /** A place to type a whole number in. */
    public static IntText intText(int value) {
        return new IntText(value);
    }

    /** A place to type a whole number in, from a lowest to a highest one. */
    public static BoundedIntText intText(int value, int min, int max) {
        return new BoundedIntText(value, min, max);
    }

    /** A place to type a number in. */
    public static FloatText floatText(double value) {
        return new FloatText(value);
    }

    /** A place to type a number in, from a lowest to a highest one. */
    public static BoundedFloatText floatText(double value, double min, double max) {
        return new BoundedFloatText(value, min, max);
    }

    /** A day to choose. */
    public static DatePicker datePicker(LocalDate value) {
        return new DatePicker(value);
    }

    /** A colour to choose, by its name in CSS or as {@code #rrggbb}. */
    public static ColorPicker colorPicker(String value) {
        return new ColorPicker(value);
    }

    /**
     * Buttons that let a whole number run from {@code min} to {@code max}.
     *
     * @param interval milliseconds from one value to the next
     */
    public static Play play(
            @Default("0") int min,
            @Default("100") int max,
            @Default("1") int step,
            @Default("0") int value,
            @Default("100") int interval) {
        return new Play(min, max, step, value, interval);
    }

    /** Buttons that let a whole number run from {@code min} to {@code max}, ten steps a second. */
    public static Play play(int min, int max) {
        return new Play(min, max, 1, min, 100);
    }

    /** A bar that shows how far something has come, in whole numbers from 0. */
    public static IntProgress progressBar(int max) {
        return new IntProgress(0, max, 0);
    }

    /** A bar that shows how far something has come. */
    public static FloatProgress progressBar(double min, double max) {
        return new FloatProgress(min, max, min);
    }

    /** Text among widgets. */
    public static Label labelBox(String value) {
        return new Label(value);
    }

    /** HTML among widgets. */
    public static Html htmlBox(String value) {
        return new Html(value);
    }

    /** HTML among widgets, with mathematics between dollar signs. */
    public static HtmlMath mathBox(String value) {
        return new HtmlMath(value);
    }

    /** A picture among widgets: the bytes of a file of a format, as {@code png}. */
    public static Image imageBox(byte[] bytes, String format) {
        return new Image(bytes, format);
    }

    /** Widgets side by side. */
    public static HBox hbox(Widget... children) {
        return new HBox(List.of(children));
    }

    /** Widgets one below the other. */
    public static VBox vbox(Widget... children) {
        return new VBox(List.of(children));
    }

    /** Widgets in a grid; {@code layout().set("gridTemplateColumns", "1fr 1fr")} says which. */
    public static GridBox gridBox(Widget... children) {
        return new GridBox(List.of(children));
    }

    /** Pages of widgets by the titles of their tabs, in the map's order. */
    public static Tab tabs(Map<String, ? extends Widget> pages) {
        return new Tab(List.copyOf(pages.values()), List.copyOf(pages.keySet()));
    }

    /** Pages of widgets with a row of tabs. */
    public static Tab tabs(List<String> titles, Widget... pages) {
        return new Tab(List.of(pages), titles);
    }

    /** Widgets below titles that open when they are pressed. */
    public static Accordion accordion(List<String> titles, Widget... parts) {
        return new Accordion(List.of(parts), titles);
    }

    /** A place among widgets for whatever cells show. */
    public static Output output() {
        return new Output();
    }

    /** A value that stays, for {@code interact}. */
    public static <T> Control<T> fixed(T value) {
        return new Fixed<>(value);
    }

    /** Keeps the values of two widgets the same, here: what either becomes, the other does. */
    public static <T> void link(Input<T, ?> one, Input<T, ?> other) {
        dlink(one, other);
        other.onChange(one::value);
    }

    /** Keeps the value of {@code target} the same as that of {@code source}, here. */
    public static <T> void dlink(Input<T, ?> source, Input<T, ?> target) {
        target.value(source.value());
        source.onChange(target::value);
    }

    /** Keeps the values of two widgets the same on the page alone: it takes no kernel, and no time. */
    public static Link jslink(Widget one, Widget other) {
        return jslink(one, "value", other, "value");
    }

    /** Keeps two properties the same on the page alone, as {@code jslink(play, "value", slider, "value")}. */
    public static Link jslink(Widget one, String property, Widget other, String otherProperty) {
        return Link.opened("Link", one, property, other, otherProperty);
    }

    /** As {@link #jslink(Widget, String, Widget, String)}, from the first to the second only. */
    public static Link jsdlink(Widget source, String property, Widget target, String targetProperty) {
        return Link.opened("DirectionalLink", source, property, target, targetProperty);
    }
}
