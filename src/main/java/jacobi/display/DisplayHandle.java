package jacobi.display;

/** Something shown that can be shown again in its place. */
public final class DisplayHandle {
    private final String id;

    DisplayHandle(String id) {
        this.id = id;
    }

    /** The display id, unique in the session and the same in every run of the same cells. */
    public String id() {
        return id;
    }

    /** Replaces what is shown, wherever on the page it stands. */
    public void update(Object value) {
        Displays.updateDisplay(id, value);
    }

    /** The id, which is what IJava's {@code display} returns. */
    @Override
    public String toString() {
        return id;
    }
}
