package jacobi.widget;

/** A mark that says whether something holds. */
public final class Valid extends Entry<Boolean, Valid> {
    Valid(boolean value) {
        super(WidgetClass.control("Valid", "ValidView"), Style.description());
        begin(Kind.TRUTH, value);
        property("readout", Kind.TEXT, "Invalid");
    }
}
