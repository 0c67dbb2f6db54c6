package jacobi.repl.javac;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;

/** Whether this virtual machine was started with {@code --enable-preview}. */
final class Preview {
    /** The class files of Java 1 have the number 45. */
    private static final int BEFORE_FIRST = 44;
    /** The minor version of a class that depends on preview features. */
    private static final int PREVIEW = 0xFFFF;

    /** Tags of entries in the constant pool. */
    private static final int UTF8 = 1;

    private static final int CLASS = 7;

    private Preview() {}

    /** Asks it to take a class that uses such features, which costs less than the management's list of options. */
    static boolean isEnabled() {
        try {
            new Loader().define(probe());
            return true;
        } catch (UnsupportedClassVersionError e) {
            return false;
        }
    }

    /**
     * A class with a name and a superclass, as chapter 4 of the Java Virtual Machine Specification lays it out: by
     * hand, because a kernel's start would wait for ASM's classes, which are too old for an archive of classes.
     */
    private static byte[] probe() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(bytes);
        try {
            file.writeInt(0xCAFEBABE);
            file.writeShort(PREVIEW);
            file.writeShort(BEFORE_FIRST + Runtime.version().feature());
            file.writeShort(5);
            for (String name : new String[] {"Probe", "java/lang/Object"}) {
                file.writeByte(UTF8);
                file.writeUTF(name);
            }
            for (int name = 1; name <= 2; name++) {
                file.writeByte(CLASS);
                file.writeShort(name);
            }
            file.writeShort(Modifier.PUBLIC);
            file.writeShort(3);
            file.writeShort(4);
            // No interfaces, fields, methods and attributes.
            file.writeLong(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class Loader extends ClassLoader {
        void define(byte[] bytes) {
            defineClass("Probe", bytes, 0, bytes.length);
        }
    }
}
