package jacobi.repl.running;

import static jacobi.language.Say.say;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Calls of the JDK's that would take the process, or what the kernel needs of it, from all cells: what they come to
 * when a cell makes them, by name, by reference ({@code System::exit}), by reflection or through a method handle.
 */
public final class SharedProcess {
    private static final String OWN = Type.getInternalName(SharedProcess.class);
    private static final String SYSTEM = "java/lang/System";
    private static final String RUNTIME = "java/lang/Runtime";
    private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";
    private static final String METHOD = Type.getDescriptor(Method.class);
    private static final String SECURITY_MANAGER = "setSecurityManager";
    private static final String SUSPEND = "suspend";

    /** By class, the methods that reflection and method handles do not give to a cell. */
    private static final Map<String, Set<String>> REFUSED = Map.of(
            "java.lang.System", Set.of("exit", SECURITY_MANAGER),
            "java.lang.Runtime", Set.of("exit", "halt"),
            "java.lang.Shutdown", Set.of("exit", "halt0"),
            "java.lang.Thread", Set.of(SUSPEND, "suspend0"),
            "java.lang.ThreadGroup", Set.of(SUSPEND));

    /**
     * By owner and name, what stands here for a method of the JDK's: of the same parameters, the object called first.
     */
    private static final Map<String, String> REPLACED = Map.ofEntries(
            Map.entry(SYSTEM + ".exit", "exit"),
            Map.entry(RUNTIME + ".exit", "exit"),
            Map.entry(RUNTIME + ".halt", "exit"),
            Map.entry(SYSTEM + "." + SECURITY_MANAGER, SECURITY_MANAGER),
            Map.entry("java/lang/Thread." + SUSPEND, SUSPEND),
            Map.entry("java/lang/ThreadGroup." + SUSPEND, SUSPEND),
            Map.entry("java/nio/ByteBuffer.allocateDirect", "allocateDirect"),
            Map.entry(LOOKUP + ".findStatic", "findStatic"),
            Map.entry(LOOKUP + ".findVirtual", "findVirtual"),
            Map.entry(LOOKUP + ".bind", "bind"),
            Map.entry(LOOKUP + ".unreflect", "unreflect"));

    /** Memory outside the heap that stays for the sockets: each message goes through some of it. */
    private static final long KEPT_DIRECT_BYTES =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);

    private SharedProcess() {}

    /** Thrown instead of ending the process that all cells share. */
    public static final class SystemExit extends Error {
        private static final long serialVersionUID = 1;

        SystemExit(String call) {
            super(say("running.sharedProcess.was-not-carried-out", "call", call));
        }
    }

    /** The static method a call is to become; null where it stays. */
    public static Handle replacement(String owner, String method, String descriptor, boolean isStatic) {
        String name = REPLACED.get(owner + "." + method);
        if (name == null) {
            return null;
        }
        String parameters = isStatic ? descriptor : "(L" + owner + ";" + descriptor.substring(1);
        return new Handle(Opcodes.H_INVOKESTATIC, OWN, name, parameters, false);
    }

    /**
     * What is to be done with the result of a call: methods that reflection has found are looked at, since {@link
     * Method#invoke} cannot be replaced, which looks at who calls it. Null for nothing.
     */
    public static Handle sifting(String owner, String descriptor) {
        String result = descriptor.substring(descriptor.indexOf(')') + 1);
        boolean found = owner.equals("java/lang/Class") && (result.equals(METHOD) || result.equals("[" + METHOD));
        return found ? new Handle(Opcodes.H_INVOKESTATIC, OWN, "allowed", "(" + result + ")" + result, false) : null;
    }

    /** As {@link #replacement}, for a method reference: others are returned as they are. */
    public static Object referred(Object constant) {
        if (!(constant instanceof Handle handle) || handle.getTag() < Opcodes.H_INVOKEVIRTUAL) {
            return constant;
        }
        boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
        Handle replacement = replacement(handle.getOwner(), handle.getName(), handle.getDesc(), isStatic);
        return replacement == null ? constant : replacement;
    }

    public static void exit(int status) {
        throw new SystemExit("exit(" + status + ")");
    }

    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** The kernel itself would be asked for permissions it was never given. Java 24 and later refuse it, too. */
    @SuppressWarnings("removal")
    public static void setSecurityManager(SecurityManager manager) {
        throw new UnsupportedOperationException(say("running.sharedProcess.security-manager-was-not"));
    }

    /**
     * A thread that stands still with a lock in its hand stops all others, the kernel's too. Java 20 and later refuse
     * it, too.
     */
    public static void suspend(Thread thread) {
        throw new UnsupportedOperationException(say("running.sharedProcess.thread-was-not-suspended"));
    }

    public static void suspend(ThreadGroup group) {
        suspend((Thread) null);
    }

    /** A buffer outside the heap, as long as some of that memory is left to the kernel's sockets. */
    public static ByteBuffer allocateDirect(int capacity) {
        if (capacity >= 0 && DirectMemory.left() - capacity < KEPT_DIRECT_BYTES) {
            throw new OutOfMemoryError(say(
                    "running.sharedProcess.no-room-outside-heap",
                    "capacity",
                    capacity,
                    "left",
                    DirectMemory.left() / 1_000_000,
                    "keptdirectbytes",
                    KEPT_DIRECT_BYTES / 1_000_000));
        }
        return ByteBuffer.allocateDirect(capacity);
    }

    public static MethodHandle findStatic(Lookup lookup, Class<?> owner, String name, MethodType type)
            throws ReflectiveOperationException {
        refuse(owner, name);
        return lookup.findStatic(owner, name, type);
    }

    public static MethodHandle findVirtual(Lookup lookup, Class<?> owner, String name, MethodType type)
            throws ReflectiveOperationException {
        refuse(owner, name);
        return lookup.findVirtual(owner, name, type);
    }

    public static MethodHandle bind(Lookup lookup, Object receiver, String name, MethodType type)
            throws ReflectiveOperationException {
        refuse(receiver.getClass(), name);
        return lookup.bind(receiver, name, type);
    }

    public static MethodHandle unreflect(Lookup lookup, Method method) throws ReflectiveOperationException {
        return lookup.unreflect(allowed(method));
    }

    public static Method allowed(Method method) {
        refuse(method.getDeclaringClass(), method.getName());
        return method;
    }

    public static Method[] allowed(Method[] methods) {
        return Stream.of(methods)
                .filter(method -> !isRefused(method.getDeclaringClass(), method.getName()))
                .toArray(Method[]::new);
    }

    private static boolean isRefused(Class<?> owner, String name) {
        return REFUSED.getOrDefault(owner.getName(), Set.of()).contains(name);
    }

    private static void refuse(Class<?> owner, String name) {
        if (isRefused(owner, name)) {
            switch (name) {
                case SECURITY_MANAGER -> setSecurityManager(null);
                case SUSPEND, "suspend0" -> suspend((Thread) null);
                default -> throw new SystemExit(owner.getSimpleName() + "." + name);
            }
        }
    }
}
