package jacobi.repl.weaving;

import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The frames of what a cell prints by {@link Throwable#printStackTrace()}: those of cells and of what they call. */
public final class OwnFrames {
    private static final String OWN = Type.getInternalName(OwnFrames.class);
    private static final Set<String> PRINTED = Set.of("(Ljava/io/PrintStream;)V", "(Ljava/io/PrintWriter;)V");

    private OwnFrames() {}

    /**
     * Writes what goes before a call: nothing before most. It takes two places on the stack.
     *
     * @param opcode how the method is called
     */
    static void before(MethodVisitor code, int opcode, String method, String descriptor) {
        if (opcode != Opcodes.INVOKEVIRTUAL || !method.equals("printStackTrace")) {
            return;
        }
        if (descriptor.equals("()V")) {
            code.visitInsn(Opcodes.DUP);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, OWN, "keep", "(Ljava/lang/Object;)V", false);
        } else if (PRINTED.contains(descriptor)) {
            code.visitInsn(Opcodes.DUP2);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, OWN, "keep", "(Ljava/lang/Object;Ljava/lang/Object;)V", false);
        }
    }

    public static void keep(Object thrown, Object target) {
        keep(thrown);
    }

    /** Takes the kernel's frames out of what was thrown, of its causes and of what was suppressed. */
    public static void keep(Object thrown) {
        if (thrown instanceof Throwable one) {
            keep(one, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    private static void keep(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return;
        }
        try {
            StackTraceElement[] stack = thrown.getStackTrace();
            StackTraceElement[] kept = kept(stack);
            if (kept.length < stack.length) {
                thrown.setStackTrace(kept);
            }
            keep(thrown.getCause(), seen);
            for (Throwable suppressed : thrown.getSuppressed()) {
                keep(suppressed, seen);
            }
        } catch (RuntimeException e) {
            // A student's own getCause() throws: printing it tells the same.
        }
    }

    private static StackTraceElement[] kept(StackTraceElement[] stack) {
        int end = stack.length;
        while (end > 0 && !isStart(stack[end - 1])) {
            end--;
        }
        List<StackTraceElement> kept = new ArrayList<>();
        for (int i = 0; i < (end == 0 ? stack.length : end); i++) {
            String type = stack[i].getClassName();
            if (!type.startsWith("jacobi.repl.") && !type.startsWith("jacobi.kernel.")) {
                kept.add(stack[i]);
            }
        }
        return kept.toArray(StackTraceElement[]::new);
    }

    /** Whether a cell's statements begin here. */
    private static boolean isStart(StackTraceElement frame) {
        return frame.getClassName().startsWith(Unit.PACKAGE + ".")
                && frame.getMethodName().startsWith(Weaver.RUN);
    }
}
