package jacobi.widget;

/** A place to type a whole number in, from a lowest to a highest one. */
public final class BoundedIntText extends Entry<Integer, BoundedIntText> {

    BoundedIntText(int value, int min, int max) {
        super(WidgetClass.control("BoundedIntText", "IntTextView"), Style.description());
        Bounds<Integer> bounds = Bounds.of(this, Kind.WHOLE, min, max);
        property("step", Kind.WHOLE, 1);
        property("continuous_update", Kind.TRUTH, false);
        begin(Kind.WHOLE, value, bounds::within);
    }
}
