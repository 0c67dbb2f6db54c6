package jacobi.tensor;

/** The index {@code ...}: all axes that the other indices leave over. */
public enum Ellipsis {
    /** The one ellipsis. */
    ELLIPSIS;

    @Override
    public String toString() {
        return "...";
    }
}
