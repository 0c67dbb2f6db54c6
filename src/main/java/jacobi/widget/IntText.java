package jacobi.widget;

/** A place to type a whole number in. */
public final class IntText extends Entry<Integer, IntText> {
    IntText(int value) {
        super(WidgetClass.control("IntText", "IntTextView"), Style.description());
        begin(Kind.WHOLE, value);
        property("step", Kind.WHOLE, 1);
        property("continuous_update", Kind.TRUTH, false);
    }
}
