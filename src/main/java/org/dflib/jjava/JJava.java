package org.dflib.jjava;

import org.dflib.jjava.kernel.JavaKernel;

/** Where users of JJava before its version 1 find the kernel. */
public final class JJava {
    private JJava() {}

    /** The kernel that runs this cell. */
    public static JavaKernel getKernelInstance() {
        return JavaKernel.running();
    }
}
