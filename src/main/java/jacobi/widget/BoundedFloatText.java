package jacobi.widget;

/** A place to type a number in, from a lowest to a highest one. */
public final class BoundedFloatText extends Entry<Double, BoundedFloatText> {

    BoundedFloatText(double value, double min, double max) {
        super(WidgetClass.control("BoundedFloatText", "FloatTextView"), Style.description());
        Bounds<Double> bounds = Bounds.of(this, Kind.NUMBER, min, max);
        property("step", Kind.NUMBER_OR_NULL, null);
        property("continuous_update", Kind.TRUTH, false);
        begin(Kind.NUMBER, value, bounds::within);
    }
}
