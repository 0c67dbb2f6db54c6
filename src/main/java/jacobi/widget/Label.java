package jacobi.widget;

/** Text beside widgets; between dollar signs it is mathematics. */
public final class Label extends ShownText<Label> {
    Label(String value) {
        super("Label", value);
    }
}
