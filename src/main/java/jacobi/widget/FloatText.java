package jacobi.widget;

/** A place to type a number in. */
public final class FloatText extends Entry<Double, FloatText> {
    FloatText(double value) {
        super(WidgetClass.control("FloatText", "FloatTextView"), Style.description());
        begin(Kind.NUMBER, value);
        property("step", Kind.NUMBER_OR_NULL, null);
        property("continuous_update", Kind.TRUTH, false);
    }
}
