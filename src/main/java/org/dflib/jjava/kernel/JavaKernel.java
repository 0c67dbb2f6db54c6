package org.dflib.jjava.kernel;

import jacobi.repl.magic.Words;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The session as JJava's users know it. */
public final class JavaKernel extends BaseKernel {
    private static final JavaKernel RUNNING = new JavaKernel();

    private JavaKernel() {}

    /** The kernel that runs this cell. */
    public static JavaKernel running() {
        return RUNNING;
    }

    /** Adds a jar, or jars by a pattern as {@code libs/*.jar}. */
    public void addToClasspath(String path) {
        Words.lineMagic("jars", path);
    }

    /** Adds jars. */
    public void addToClasspath(Iterable<String> paths) {
        paths.forEach(this::addToClasspath);
    }
}
