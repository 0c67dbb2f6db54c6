package org.dflib.jjava.runtime;

import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** Functions that show and render. */
public final class Display {
    private Display() {}

    /** What the page shows for a value. */
    public static DisplayData render(Object value) {
        return BaseNotebookStatics.render(value);
    }

    /** The same in the given MIME types only. */
    public static DisplayData render(Object value, String... mimeTypes) {
        return BaseNotebookStatics.render(value, mimeTypes);
    }

    /**
     * Shows a value.
     *
     * @return the id it can be updated by
     */
    public static String display(Object value) {
        return BaseNotebookStatics.display(value);
    }

    /** Shows a value in the given MIME types only. */
    public static String display(Object value, String... mimeTypes) {
        return BaseNotebookStatics.display(value, mimeTypes);
    }

    /** Replaces what is shown under an id. */
    public static void updateDisplay(String id, Object value) {
        BaseNotebookStatics.updateDisplay(id, value);
    }

    /** Replaces what is shown under an id, in the given MIME types only. */
    public static void updateDisplay(String id, Object value, String... mimeTypes) {
        BaseNotebookStatics.updateDisplay(id, value, mimeTypes);
    }
}
