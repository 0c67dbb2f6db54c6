package org.dflib.jjava.kernel;

/** What JJava has in every cell to reach its kernel. */
public final class JavaNotebookStatics {
    private JavaNotebookStatics() {}

    /** The kernel that runs this cell. */
    public static JavaKernel kernel() {
        return JavaKernel.running();
    }

    /** The same, by the name it had before JJava's version 1. */
    public static JavaKernel getKernelInstance() {
        return kernel();
    }
}
