package org.dflib.jjava.jupyter.kernel;

import jacobi.display.Displays;
import jacobi.repl.magic.Words;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.kernel.JavaKernel;

/** The session as JJava's libraries know it: its renderers, what shows something, and what runs code. */
public abstract class BaseKernel {
    private final Renderer renderer = new Renderer();

    /** For the one that is the session. */
    protected BaseKernel() {}

    /** The kernel that runs the notebook. */
    public static BaseKernel notebookKernel() {
        return JavaKernel.running();
    }

    /** Where renderers for further types are registered. */
    public Renderer getRenderer() {
        return renderer;
    }

    /** Shows what a renderer made. */
    public void display(DisplayData data) {
        Displays.display(data);
    }

    /** Runs code as a cell, and renders its value; null where it has none. */
    public DisplayData eval(String code) {
        Object value = evalRaw(code);
        return value == null ? null : renderer.render(value);
    }

    /**
     * Runs code as a cell; its value, null where it has none.
     *
     * @throws IllegalStateException where the code throws what is checked
     */
    public Object evalRaw(String code) {
        try {
            return Words.eval(code);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
