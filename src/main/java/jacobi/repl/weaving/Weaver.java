package jacobi.repl.weaving;

import jacobi.repl.running.Interruption;
import jacobi.repl.running.ParallelStreams;
import jacobi.repl.running.SharedProcess;
import jacobi.repl.running.Tasks;
import jacobi.repl.running.Trace;
import jacobi.source.Part;
import jacobi.source.Unit;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;

/**
 * Turns a class of a cell, as javac wrote it, into one that is fit to run in a notebook.
 *
 * <ul>
 *   <li>A check for interruption at the start of methods and before backward jumps ({@link Interruption}).
 *   <li>A note of each jump backward and each call of what Jacobi offers, for exercises that ask for a construct or
 *       forbid one ({@link Trace}).
 *   <li>Calls that would end the process throw instead ({@link SharedProcess}).
 *   <li>Tasks given to other threads show, print and stop with the cell that gives them ({@link Tasks}, {@link
 *       ParallelStreams}, {@link ForkJoinWeaver}).
 *   <li>Calls of cells' methods go through a {@link Slot}, so that a unit does not need the units its methods call: of
 *       two that are declared again and again, each calling the other, all would stay. Only statements, which run once
 *       and at once, call what is current directly, where no declaration beside them lives on.
 *   <li>A variable declared again is the one that was there.
 *   <li>What is not private becomes public: units live in loaders of their own, which Java takes for packages of their
 *       own. javac checked access before; reflection tells what was written ({@link OwnModifiers}).
 *   <li>A sealed type is open where what it permits is in other units: the virtual machine wants all of it from one
 *       loader, and a redefinition separates them. javac checked that, too.
 *   <li>A class declared at the top of a cell is one there, under its own name ({@link OwnNames}).
 *   <li>Stack traces name the cell and its lines.
 * </ul>
 *
 * <p>All of it takes 0.2 ms of the 10 ms of processor time of a cell of ten lines. What binds threads to their cell,
 * without which a pool's thread prints under whichever cell runs and goes on when its own is stopped, is 0.01 ms of
 * that, and 0.06 ms in a cell that uses a pool (switched off and on in turns, 400 cells each).
 */
public final class Weaver {
    /** Holds a cell's statements. */
    public static final String RUN = "$run";

    private static final String INTERRUPTION = Type.getInternalName(Interruption.class);
    private static final String TRACE = Type.getInternalName(Trace.class);
    private static final String STREAMS = Type.getInternalName(ParallelStreams.class);
    private static final String BOUND_STREAM = "(Ljava/util/stream/BaseStream;)Ljava/util/stream/BaseStream;";
    private static final Handle LINK = new Handle(
            Opcodes.H_INVOKESTATIC,
            Type.getInternalName(Linker.class),
            "link",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/String;)Ljava/lang/invoke/CallSite;",
            false);
    private static final Handle NAMED = new Handle(
            Opcodes.H_INVOKESTATIC,
            Type.getInternalName(Linker.class),
            "named",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
                    + "Ljava/lang/invoke/CallSite;",
            false);
    private static final String BY_NAME = "(Ljava/lang/String;)";
    private static final Handle HAND_OVER = new Handle(
            Opcodes.H_INVOKESTATIC,
            Type.getInternalName(Tasks.class),
            "link",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/Class;I)Ljava/lang/invoke/CallSite;",
            false);
    private static final String PREFIX = Unit.PACKAGE + "/";
    /** What looks at the modifiers of members: a serial number that nobody gave depends on them, too. */
    private static final Set<String> REFLECTION = Set.of(
            "java/lang/reflect/",
            "java/beans/",
            "java/io/ObjectOutputStream",
            "java/io/ObjectInputStream",
            "java/io/ObjectStreamClass");

    private static final Pattern OTHER_UNIT = Pattern.compile(PREFIX + "(\\w+)(?:\\$(\\w+))?");

    private final Unit unit;
    private final int[] lines;
    private final Linkage linkage;
    private final boolean declares;
    private final Set<String> units = new HashSet<>();
    private final Map<String, String> homes = new HashMap<>();
    private final Map<String, Slot> slots = new HashMap<>();
    private final Map<String, Map<String, Integer>> written = new HashMap<>();
    private boolean reflects;

    public Weaver(Unit unit, Linkage linkage) {
        this.unit = unit;
        this.lines = unit.lines();
        this.linkage = linkage;
        declares = unit.cell().parts().stream().anyMatch(part -> part instanceof Part.Declaration);
    }

    /** Binary names of the units the last class needs. */
    Set<String> units() {
        return units;
    }

    /** The units of the classes of cells that the classes mention, by the names these run under; binary names. */
    Map<String, String> homes() {
        return homes;
    }

    /** The slots the classes call, by {@link Linkage#key}. */
    Map<String, Slot> slots() {
        return slots;
    }

    /**
     * The modifiers of members that were made public, by the binary name of their class and {@link OwnModifiers#key}.
     */
    Map<String, Map<String, Integer>> written() {
        return written;
    }

    /** Whether the classes may ask what members others have. */
    boolean reflects() {
        return reflects;
    }

    /**
     * @param all the classes of the unit, by binary name
     */
    byte[] weave(byte[] bytes, Set<String> all) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor cell = new CellClass(writer, permitsOnlyItsOwn(reader), all);
        String parent = reader.getSuperName();
        reader.accept(ForkJoinWeaver.isTask(parent, linkage::parent) ? new ForkJoinWeaver(cell, parent) : cell, 0);
        byte[] woven = writer.toByteArray();
        return mentions(woven) ? renamed(woven) : woven;
    }

    private byte[] renamed(byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes).accept(new ClassRemapper(writer, linkage.names()), 0);
        return writer.toByteArray();
    }

    /** Finds the units a class mentions; whether there are classes of theirs with names of their own. */
    private boolean mentions(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        boolean named = false;
        units.clear();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == 1) {
                // A CONSTANT_Utf8: names and descriptors. Names of units are ASCII, so its bytes are its characters.
                int length = reader.readUnsignedShort(offset);
                String text = new String(bytes, offset + 2, length, StandardCharsets.ISO_8859_1);
                if (text.indexOf('/') < 0) {
                    continue;
                }
                for (String word : REFLECTION) {
                    reflects |= text.contains(word);
                }
                if (text.contains(PREFIX)) {
                    Matcher matcher = OTHER_UNIT.matcher(text);
                    while (matcher.find()) {
                        String other = Unit.PACKAGE + "." + matcher.group(1);
                        units.add(other);
                        String type = PREFIX + matcher.group(1) + "$" + matcher.group(2);
                        if (linkage.names().isOwn(type)) {
                            homes.put(linkage.names().running(type), other);
                            named = true;
                        }
                    }
                }
            }
        }
        return named;
    }

    /** Whether all classes a sealed one permits are in this unit. */
    private boolean permitsOnlyItsOwn(ClassReader reader) {
        if ((reader.getAccess() & Opcodes.ACC_FINAL) != 0) {
            return true;
        }
        boolean[] own = {true};
        ClassVisitor permitted = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public void visitPermittedSubclass(String name) {
                // Those of one name's form are of one package.
                own[0] &= name.startsWith(PREFIX + unit.name() + "$")
                        && packageOf(name).equals(packageOf(reader.getClassName()));
            }
        };
        reader.accept(permitted, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return own[0];
    }

    /** Calls that an exercise may ask for or forbid: of what the import lines bring, and of Java's own functions. */
    private static boolean isNoted(String owner, String method) {
        return !method.equals("<init>")
                && (owner.startsWith("jacobi/")
                        || owner.equals("java/lang/Math")
                        || owner.equals("java/util/Arrays")
                        || owner.startsWith("java/util/stream/"));
    }

    private String packageOf(String type) {
        String running = linkage.names().map(type);
        return running.substring(0, running.lastIndexOf('/') + 1);
    }

    private static int open(int access) {
        return (access & Opcodes.ACC_PRIVATE) != 0 ? access : access & ~Opcodes.ACC_PROTECTED | Opcodes.ACC_PUBLIC;
    }

    private final class CellClass extends ClassVisitor {
        private final boolean permittedHere;
        private final Set<String> all;
        private String name;

        CellClass(ClassVisitor next, boolean permittedHere, Set<String> all) {
            super(Opcodes.ASM9, next);
            this.permittedHere = permittedHere;
            this.all = all;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            this.name = name;
            super.visit(version, access | Opcodes.ACC_PUBLIC, name, signature, parent, interfaces);
        }

        @Override
        public void visitSource(String source, String debug) {
            super.visitSource(unit.cell().title(), debug);
        }

        @Override
        public void visitInnerClass(String name, String outer, String inner, int access) {
            if (!linkage.names().isOwn(name)) {
                super.visitInnerClass(name, outer, inner, access);
            } else if (name.equals(this.name) && !isWrittenPublic(inner)) {
                // What is declared at the top of a cell is in no other class; but here reflection finds its modifiers.
                super.visitInnerClass(name, null, null, access & ~Opcodes.ACC_STATIC);
            }
        }

        /** Whether a class says it is public, which is left out where javac reads it. */
        private boolean isWrittenPublic(String type) {
            String source = unit.cell().source();
            return unit.cell().parts().stream()
                    .anyMatch(part -> part instanceof Part.TypeDeclaration own
                            && own.name().equals(type)
                            && own.dropped().stream()
                                    .anyMatch(word -> word.of(source).equals("public")));
        }

        @Override
        public void visitNestHost(String host) {
            String top = linkage.names().top(name);
            if (top == null || !top.equals(name)) {
                super.visitNestHost(top == null ? host : top);
            }
        }

        @Override
        public void visitNestMember(String member) {
            if (linkage.names().top(member) == null) {
                super.visitNestMember(member);
            }
        }

        @Override
        public void visitEnd() {
            if (linkage.names().isOwn(name)) {
                String inside = name.replace('/', '.') + "$";
                all.stream()
                        .filter(other -> other.startsWith(inside))
                        .forEach(member -> super.visitNestMember(member.replace('.', '/')));
            }
            super.visitEnd();
        }

        @Override
        public void visitPermittedSubclass(String permitted) {
            if (permittedHere) {
                super.visitPermittedSubclass(permitted);
            }
        }

        @Override
        public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
            write(access, field, descriptor);
            return super.visitField(open(access), field, descriptor, signature, value);
        }

        private void write(int access, String member, String descriptor) {
            if (open(access) != access && linkage.names().top(name) != null) {
                String running = descriptor.startsWith("(")
                        ? linkage.names().mapMethodDesc(descriptor)
                        : linkage.names().mapDesc(descriptor);
                written.computeIfAbsent(linkage.names().running(name), any -> new HashMap<>())
                        .put(OwnModifiers.key(member, running), access);
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            write(access, method, descriptor);
            boolean statements = method.equals(RUN) && name.equals(PREFIX + unit.name());
            MethodVisitor next = super.visitMethod(open(access), method, descriptor, signature, exceptions);
            return new CellMethod(next, statements);
        }
    }

    private final class CellMethod extends MethodVisitor {
        private final boolean statements;
        private final Set<Label> passed = new HashSet<>();

        CellMethod(MethodVisitor next, boolean statements) {
            super(Opcodes.ASM9, next);
            this.statements = statements;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        private void check() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, INTERRUPTION, "poll", "()V", false);
        }

        /** For who watches what a cell does; takes a place on the stack. */
        private void note(String construct) {
            super.visitLdcInsn(construct);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, TRACE, "note", "(Ljava/lang/String;)V", false);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            // A note or a check takes one more, the frames of what is printed two.
            super.visitMaxs(stack + 2, locals);
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            // The operands of a conditional jump lie below; the check touches none of them.
            if (passed.contains(label)) {
                check();
                note(Trace.LOOP);
            }
            super.visitJumpInsn(opcode, label);
        }

        /** What a processor of annotations wrote, as Lombok's {@code toString}, has the unit before the class. */
        @Override
        public void visitLdcInsn(Object value) {
            String outer = unit.name() + ".";
            boolean written = value instanceof String text
                    && text.startsWith(outer)
                    && !unit.cell().source().contains(outer);
            super.visitLdcInsn(written ? ((String) value).substring(outer.length()) : value);
        }

        @Override
        public void visitLineNumber(int line, Label start) {
            int own = line < lines.length ? lines[line] : 0;
            if (own > 0) {
                super.visitLineNumber(own, start);
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            Linkage.Field alias = owner.startsWith(PREFIX) ? linkage.alias(owner.replace('/', '.'), field) : null;
            String place = alias == null ? owner : alias.owner().replace('.', '/');
            super.visitFieldInsn(opcode, place, field, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            if (isNoted(owner, method)) {
                note(method);
            }
            OwnFrames.before(mv, opcode, method, descriptor);
            if (opcode == Opcodes.INVOKESTATIC && owner.startsWith(PREFIX)) {
                String binary = owner.replace('/', '.');
                Slot slot = linkage.slot(binary, method, descriptor);
                if (slot != null) {
                    call(slot, binary, method, descriptor);
                    return;
                }
            }
            if (owner.equals("java/lang/Class") && method.equals("forName") && descriptor.startsWith(BY_NAME)) {
                super.visitInvokeDynamicInsn("named", descriptor, NAMED);
                return;
            }
            if (Tasks.isHandedOver(owner, method, descriptor)) {
                String receiver = opcode == Opcodes.INVOKESTATIC ? "(" : "(L" + owner + ";";
                super.visitInvokeDynamicInsn(
                        method, receiver + descriptor.substring(1), HAND_OVER, Type.getObjectType(owner), opcode);
                return;
            }
            Handle replacement = SharedProcess.replacement(owner, method, descriptor, opcode == Opcodes.INVOKESTATIC);
            replacement = replacement == null ? OwnMembers.making(owner, method) : replacement;
            if (replacement == null || method.equals("<init>")) {
                super.visitMethodInsn(opcode, owner, method, descriptor, isInterface);
                if (ParallelStreams.isMade(owner, method, descriptor)) {
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, STREAMS, "bound", BOUND_STREAM, false);
                    super.visitTypeInsn(
                            Opcodes.CHECKCAST, Type.getReturnType(descriptor).getInternalName());
                }
                Handle sifting = SharedProcess.sifting(owner, descriptor);
                if (sifting != null) {
                    call(sifting);
                }
                Handle opening = OwnMembers.opening(owner, descriptor);
                if (opening != null) {
                    call(opening);
                }
            } else {
                call(replacement);
            }
        }

        private void call(Handle method) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, method.getOwner(), method.getName(), method.getDesc(), false);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... constants) {
            for (Object constant : constants) {
                if (constant instanceof Handle handle && isNoted(handle.getOwner(), handle.getName())) {
                    note(handle.getName());
                }
            }
            Object[] referred =
                    Stream.of(constants).map(SharedProcess::referred).toArray();
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, referred);
        }

        private void call(Slot slot, String binary, String method, String descriptor) {
            String current = statements ? slot.unit() : null;
            if (current != null && (!declares || current.equals(unit.qualifiedName()))) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, current.replace('.', '/'), method, descriptor, false);
            } else {
                slots.put(Linkage.key(binary, method, linkage.names().mapMethodDesc(descriptor)), slot);
                super.visitInvokeDynamicInsn(method, descriptor, LINK, binary);
            }
        }
    }
}
