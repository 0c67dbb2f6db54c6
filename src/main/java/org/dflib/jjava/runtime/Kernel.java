package org.dflib.jjava.runtime;

import org.dflib.jjava.kernel.JavaKernel;

/** Functions that ask the kernel. */
public final class Kernel {
    private Kernel() {}

    /** The kernel that runs this cell. */
    public static JavaKernel getKernelInstance() {
        return JavaKernel.running();
    }

    /** Runs code as a cell; its value, null where it has none. */
    public static Object eval(String code) {
        return getKernelInstance().evalRaw(code);
    }
}
