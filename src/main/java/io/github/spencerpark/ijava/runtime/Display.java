package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import jacobi.display.Displays;
import jacobi.display.MimeBundle;

/** IJava's functions that show and render. */
public final class Display {
    private Display() {}

    /** What the page shows for a value. */
    public static DisplayData render(Object value) {
        return data(Displays.render(value));
    }

    /** The same in the given MIME types only. */
    public static DisplayData render(Object value, String... mimeTypes) {
        return data(Displays.render(value, mimeTypes));
    }

    /**
     * Shows a value.
     *
     * @return the id it can be updated by
     */
    public static String display(Object value) {
        return Displays.display(value).id();
    }

    /** Shows a value in the given MIME types only. */
    public static String display(Object value, String... mimeTypes) {
        return Displays.display(value, mimeTypes).id();
    }

    /** Replaces what is shown under an id. */
    public static void updateDisplay(String id, Object value) {
        Displays.updateDisplay(id, value);
    }

    /** Replaces what is shown under an id, in the given MIME types only. */
    public static void updateDisplay(String id, Object value, String... mimeTypes) {
        Displays.updateDisplay(id, value, mimeTypes);
    }

    private static DisplayData data(MimeBundle bundle) {
        DisplayData data = new DisplayData();
        bundle.data().forEach(data::putData);
        bundle.metadata().forEach(data::putMetaData);
        return data;
    }
}
