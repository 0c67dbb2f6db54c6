package jacobi.repl.weaving;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Members of cells' classes that a cell has found by reflection. In Java all of them but the private ones are open to
 * it, being of its package; the virtual machine, for which each unit is a package, needs telling.
 */
public final class OwnMembers {
    private static final String OWN = Type.getInternalName(OwnMembers.class);
    private static final String CLASS = Type.getInternalName(Class.class);
    private static final Set<String> RESULTS = Set.of(
            Type.getDescriptor(Field.class),
            Type.getDescriptor(Field[].class),
            Type.getDescriptor(Method.class),
            Type.getDescriptor(Method[].class),
            Type.getDescriptor(Constructor.class),
            Type.getDescriptor(Constructor[].class));
    private static final Handle MADE =
            new Handle(Opcodes.H_INVOKESTATIC, OWN, "newInstance", "(Ljava/lang/Class;)Ljava/lang/Object;", false);

    private static final String FLAGS = "accessFlags";
    private static final Handle TOLD =
            new Handle(Opcodes.H_INVOKESTATIC, OWN, FLAGS, "(Ljava/lang/Class;)Ljava/util/Set;", false);

    private OwnMembers() {}

    /** What is to be done with what a call found; null for nothing. */
    static Handle opening(String owner, String descriptor) {
        String result = descriptor.substring(descriptor.indexOf(')') + 1);
        return owner.equals(CLASS) && RESULTS.contains(result)
                ? new Handle(Opcodes.H_INVOKESTATIC, OWN, "opened", "(" + result + ")" + result, false)
                : null;
    }

    /** What stands for a call that makes an object, or asks for the flags of a class; null for another call. */
    static Handle making(String owner, String method) {
        return !owner.equals(CLASS) ? null : method.equals("newInstance") ? MADE : method.equals(FLAGS) ? TOLD : null;
    }

    public static Field opened(Field field) {
        return open(field);
    }

    public static Field[] opened(Field[] fields) {
        return all(fields);
    }

    public static Method opened(Method method) {
        return open(method);
    }

    public static Method[] opened(Method[] methods) {
        return all(methods);
    }

    public static Constructor<?> opened(Constructor<?> constructor) {
        return open(constructor);
    }

    public static Constructor<?>[] opened(Constructor<?>[] constructors) {
        return all(constructors);
    }

    /** As {@link Class#newInstance}, which looks at who calls it. */
    @SuppressWarnings("deprecation")
    public static Object newInstance(Class<?> type) throws InstantiationException, IllegalAccessException {
        if (!(type.getClassLoader() instanceof UnitLoader)) {
            return type.newInstance();
        }
        try {
            return open(type.getDeclaredConstructor()).newInstance();
        } catch (NoSuchMethodException e) {
            throw (InstantiationException) new InstantiationException(type.getName()).initCause(e);
        } catch (InvocationTargetException e) {
            throw OwnMembers.<RuntimeException>unchecked(e.getCause());
        }
    }

    /**
     * As {@code Class.accessFlags()} of Java 20 and later: a class that was not declared public is not, as its
     * modifiers say.
     */
    public static Set<?> accessFlags(Class<?> type) {
        Set<?> flags;
        try {
            flags = (Set<?>) Class.class.getMethod(FLAGS).invoke(type);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("a cell that asks for them was compiled against them", e);
        }
        boolean told = !(type.getClassLoader() instanceof UnitLoader) || Modifier.isPublic(type.getModifiers());
        return told
                ? flags
                : flags.stream()
                        .filter(flag -> !flag.toString().equals("PUBLIC"))
                        .collect(Collectors.toUnmodifiableSet());
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static <M extends AccessibleObject & Member> M[] all(M[] members) {
        for (M member : members) {
            open(member);
        }
        return members;
    }

    private static <M extends AccessibleObject & Member> M open(M member) {
        if (member.getDeclaringClass().getClassLoader() instanceof UnitLoader
                && !Modifier.isPrivate(member.getModifiers())) {
            member.setAccessible(true);
        }
        return member;
    }
}
