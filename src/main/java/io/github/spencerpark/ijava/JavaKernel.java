package io.github.spencerpark.ijava;

import io.github.spencerpark.ijava.runtime.Display;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import jacobi.display.Displays;
import jacobi.repl.magic.Words;
import java.util.List;

/** The session as IJava's users know it: its renderers, what shows something, and what runs code. */
public final class JavaKernel extends BaseKernel {
    static final JavaKernel RUNNING = new JavaKernel();

    private JavaKernel() {}

    /** Where renderers for further types are registered. */
    @Override
    public Renderer getRenderer() {
        return Displays.renderer();
    }

    /** Shows what a renderer made. */
    @Override
    public void display(DisplayData data) {
        Display.display(data);
    }

    /** Runs code as a cell, and renders its value. */
    @Override
    public DisplayData eval(String code) throws Exception {
        Object value = evalRaw(code);
        return value == null ? null : Display.render(value);
    }

    /** Runs code as a cell; its value, null where it has none. */
    public Object evalRaw(String code) throws Exception {
        return Words.eval(code);
    }

    /** Adds a jar, or jars by a pattern as {@code libs/*.jar}. */
    public void addToClasspath(String path) {
        Words.lineMagic("jars", path);
    }

    /** Adds jars. */
    public void addToClasspath(List<String> paths) {
        paths.forEach(this::addToClasspath);
    }

    @Override
    public LanguageInfo getLanguageInfo() {
        return new LanguageInfo.Builder("Java")
                .version(Runtime.version().toString())
                .fileExtension(".java")
                .mimetype("text/x-java")
                .build();
    }
}
