package org.dflib.jjava.jupyter.kernel;

import jacobi.display.Displays;
import jacobi.repl.magic.Words;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** The functions JJava has in every cell, by the class it has them in. */
public final class BaseNotebookStatics {
    private BaseNotebookStatics() {}

    /** Prints as {@link java.io.PrintStream#printf} does. */
    public static void printf(String format, Object... values) {
        System.out.printf(format, values);
    }

    /** Runs code as a cell; its value, null where it has none. */
    public static Object eval(String code) {
        return BaseKernel.notebookKernel().evalRaw(code);
    }

    /** Runs a magic of a line. */
    public static <T> T lineMagic(String name, List<String> arguments) {
        return Words.lineMagic(name, arguments);
    }

    /** Runs a magic of a cell, which {@code body} is. */
    public static <T> T cellMagic(String name, List<String> arguments, String body) {
        return Words.cellMagic(name, arguments, body);
    }

    /** What the page shows for a value. */
    public static DisplayData render(Object value) {
        return BaseKernel.notebookKernel().getRenderer().render(value);
    }

    /** The same in the given MIME types only. */
    public static DisplayData render(Object value, String... mimeTypes) {
        return BaseKernel.notebookKernel().getRenderer().renderAs(value, mimeTypes);
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
}
