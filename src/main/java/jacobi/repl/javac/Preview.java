package jacobi.repl.javac;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Whether this virtual machine was started with {@code --enable-preview}. */
final class Preview {
    /** The class files of Java 1 have the number 45. */
    private static final int BEFORE_FIRST = 44;

    private Preview() {}

    /** Asks it to take a class that uses such features, which costs less than the management's list of options. */
    static boolean isEnabled() {
        ClassWriter probe = new ClassWriter(0);
        int version = Opcodes.V_PREVIEW | BEFORE_FIRST + Runtime.version().feature();
        probe.visit(version, Opcodes.ACC_PUBLIC, "Probe", null, "java/lang/Object", null);
        try {
            new Loader().define(probe.toByteArray());
            return true;
        } catch (UnsupportedClassVersionError e) {
            return false;
        }
    }

    private static final class Loader extends ClassLoader {
        void define(byte[] bytes) {
            defineClass("Probe", bytes, 0, bytes.length);
        }
    }
}
