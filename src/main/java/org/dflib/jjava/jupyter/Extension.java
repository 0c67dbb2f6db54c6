package org.dflib.jjava.jupyter;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * What a library written for JJava brings to the notebooks that add it: its jar names the class in {@code
 * META-INF/services/org.dflib.jjava.jupyter.Extension}.
 */
@FunctionalInterface
public interface Extension {
    /** Called once in a session, before a cell uses the library. */
    void install(BaseKernel kernel);

    /** Called by JJava as the kernel ends; a session here ends with its process, and nothing is left to undo. */
    default void uninstall(BaseKernel kernel) {}
}
