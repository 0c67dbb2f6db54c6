package jacobi.repl.weaving;

import jacobi.repl.running.Work;
import jacobi.source.Unit;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes fork-join tasks of cells carry what they belong to, because their workers serve all cells: a task keeps the
 * {@link Work} of the thread that made it, and its {@code compute()} is done as part of that.
 *
 * <p>Without it what such a task prints goes to no cell or another's, and it cannot be stopped with its own. Measured
 * on 75,000 tasks of a Fibonacci number, which do nothing but fork: 4 ns of a task's 23.
 */
final class ForkJoinWeaver extends ClassVisitor {
    private static final Set<String> TASKS = Set.of(
            "java/util/concurrent/RecursiveAction",
            "java/util/concurrent/RecursiveTask",
            "java/util/concurrent/CountedCompleter",
            "java/util/concurrent/ForkJoinTask");
    private static final String WORK = Type.getInternalName(Work.class);
    private static final String WORK_TYPE = Type.getDescriptor(Work.class);
    private static final String FIELD = "$work";

    private final String parent;
    private String name;

    /**
     * @param parent the internal name of the class above
     */
    ForkJoinWeaver(ClassVisitor next, String parent) {
        super(Opcodes.ASM9, next);
        this.parent = parent;
    }

    /**
     * Whether what extends {@code parent} is a fork-join task.
     *
     * @param parents the class above a class of cells
     */
    static boolean isTask(String parent, UnaryOperator<String> parents) {
        String type = parent;
        while (type != null && type.startsWith(Unit.PACKAGE + "/")) {
            type = parents.apply(type);
        }
        return type != null && TASKS.contains(type);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        this.name = name;
        super.visit(version, access, name, signature, parent, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        if (method.equals("<init>") && TASKS.contains(parent)) {
            return new Keeping(super.visitMethod(access, method, descriptor, signature, exceptions));
        }
        boolean computes = (method.equals("compute") || method.equals("exec"))
                && descriptor.startsWith("()")
                && (access & (Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) == 0;
        if (!computes) {
            return super.visitMethod(access, method, descriptor, signature, exceptions);
        }
        // Named as what a method gives away is, so that a traceback says where it was written.
        String own = "lambda$" + method + "$own";
        wrap(super.visitMethod(access, method, descriptor, signature, exceptions), own, descriptor);
        return super.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC, own, descriptor, null, exceptions);
    }

    @Override
    public void visitEnd() {
        if (TASKS.contains(parent)) {
            int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC;
            super.visitField(access, FIELD, WORK_TYPE, null, null).visitEnd();
        }
        super.visitEnd();
    }

    /** A constructor that keeps what the thread works for. */
    private final class Keeping extends MethodVisitor {
        Keeping(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            super.visitMethodInsn(opcode, owner, method, descriptor, isInterface);
            if (method.equals("<init>") && owner.equals(parent)) {
                super.visitVarInsn(Opcodes.ALOAD, 0);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, WORK, "here", "()" + WORK_TYPE, false);
                super.visitFieldInsn(Opcodes.PUTFIELD, name, FIELD, WORK_TYPE);
            }
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + 2, locals);
        }
    }

    /** A thread that has been given the task's work already, as one that goes on with its own parts, calls directly. */
    private void wrap(MethodVisitor code, String own, String descriptor) {
        Type result = Type.getReturnType(descriptor);
        Label elsewhere = new Label();
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, FIELD, WORK_TYPE);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, WORK, "isGiven", "(" + WORK_TYPE + ")Z", false);
        code.visitJumpInsn(Opcodes.IFEQ, elsewhere);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, own, descriptor, false);
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
        code.visitLabel(elsewhere);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, FIELD, WORK_TYPE);
        code.visitLdcInsn(new Handle(Opcodes.H_INVOKESPECIAL, name, own, descriptor, false));
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                WORK,
                "compute",
                "(" + WORK_TYPE + "Ljava/lang/invoke/MethodHandle;Ljava/lang/Object;)Ljava/lang/Object;",
                false);
        switch (result.getSort()) {
            case Type.VOID -> code.visitInsn(Opcodes.POP);
            case Type.BOOLEAN -> {
                code.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/Boolean");
                code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Boolean", "booleanValue", "()Z", false);
            }
            default -> code.visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
        }
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
        code.visitMaxs(3, 1);
        code.visitEnd();
    }
}
