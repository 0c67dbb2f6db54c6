package jacobi.repl.weaving;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The modifiers of the members of cells' classes as reflection tells them: those they were written with.
 *
 * <p>For the virtual machine what is not private is public, because each unit is in a loader of its own, which it takes
 * for a package of its own. What libraries and students ask by reflection comes from a cache of the JDK's, one for each
 * class; the members there are corrected, once, before anybody asks. Where the JDK's inside is closed, as in a program
 * that was not started by the jar that has it open to itself, reflection tells what the virtual machine has.
 */
final class OwnModifiers {
    private static final int ACCESS = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE;

    private OwnModifiers() {}

    private static final class Found {
        /** The JDK's inside; null where it is closed, or otherwise than thought. */
        static final Inside INSIDE = Inside.find();
    }

    /** What tells a member from others of its class. */
    static String key(String name, String descriptor) {
        return name + " " + descriptor;
    }

    /**
     * Corrects what reflection tells of a class from now on.
     *
     * @param written the modifiers of members that have others now, by {@link #key}, descriptors in the names that run
     * @return what has to be held as long as the class, or null
     */
    static Object restore(Class<?> type, Map<String, Integer> written) {
        if (Found.INSIDE == null) {
            return null;
        }
        try {
            return Found.INSIDE.restore(type, written);
        } catch (LinkageError e) {
            // A library that one of its members mentions is not there: nobody can ask for them.
            return null;
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("they declare none", e);
        }
    }

    private record Inside(
            MethodHandle fields,
            MethodHandle methods,
            MethodHandle constructors,
            MethodHandle cache,
            Map<String, VarHandle> cached,
            Field modifiersOfField,
            Field modifiersOfMethod,
            Field modifiersOfConstructor) {

        static Inside find() {
            try {
                open("java.lang");
                open("java.lang.reflect");
                Lookup lookup = MethodHandles.privateLookupIn(Class.class, MethodHandles.lookup());
                MethodHandle fields = members(lookup, "getDeclaredFields0", Field[].class);
                Class<?> data = Class.forName("java.lang.Class$ReflectionData");
                Lookup inData = MethodHandles.privateLookupIn(data, MethodHandles.lookup());
                return new Inside(
                        fields,
                        members(lookup, "getDeclaredMethods0", Method[].class),
                        members(lookup, "getDeclaredConstructors0", Constructor[].class),
                        lookup.findVirtual(Class.class, "reflectionData", MethodType.methodType(data)),
                        Map.of(
                                "declaredFields",
                                inData.findVarHandle(data, "declaredFields", Field[].class),
                                "declaredPublicFields",
                                inData.findVarHandle(data, "declaredPublicFields", Field[].class),
                                "publicFields",
                                inData.findVarHandle(data, "publicFields", Field[].class),
                                "declaredMethods",
                                inData.findVarHandle(data, "declaredMethods", Method[].class),
                                "declaredPublicMethods",
                                inData.findVarHandle(data, "declaredPublicMethods", Method[].class),
                                "publicMethods",
                                inData.findVarHandle(data, "publicMethods", Method[].class),
                                "declaredConstructors",
                                inData.findVarHandle(data, "declaredConstructors", Constructor[].class),
                                "publicConstructors",
                                inData.findVarHandle(data, "publicConstructors", Constructor[].class)),
                        modifiers(fields, Field.class),
                        modifiers(fields, Method.class),
                        modifiers(fields, Constructor.class));
            } catch (Throwable e) {
                // Not started by the jar, or a JDK that does it otherwise.
                return null;
            }
        }

        /** Opens a package of the JDK's to the kernel, and to nothing a cell declares. */
        private static void open(String name) throws ReflectiveOperationException {
            Module own = OwnModifiers.class.getModule();
            if (!Object.class.getModule().isOpen(name, own)) {
                Class.forName("jdk.internal.module.Modules")
                        .getMethod("addOpens", Module.class, String.class, Module.class)
                        .invoke(null, Object.class.getModule(), name, own);
            }
        }

        private static MethodHandle members(Lookup lookup, String name, Class<?> type)
                throws ReflectiveOperationException {
            return lookup.findVirtual(Class.class, name, MethodType.methodType(type, boolean.class));
        }

        /** The field of the modifiers, which reflection does not tell of itself. */
        private static Field modifiers(MethodHandle fields, Class<?> type) throws Throwable {
            Field found = Stream.of((Field[]) fields.invoke(type, false))
                    .filter(field -> field.getName().equals("modifiers"))
                    .findFirst()
                    .orElseThrow();
            found.setAccessible(true);
            return found;
        }

        Object restore(Class<?> type, Map<String, Integer> written) throws Throwable {
            Field[] ofType = (Field[]) fields.invoke(type, false);
            for (Field field : ofType) {
                correct(
                        field,
                        modifiersOfField,
                        written.get(key(field.getName(), field.getType().descriptorString())));
            }
            Method[] does = (Method[]) methods.invoke(type, false);
            for (Method method : does) {
                correct(
                        method,
                        modifiersOfMethod,
                        written.get(
                                key(method.getName(), descriptor(method.getReturnType(), method.getParameterTypes()))));
            }
            Constructor<?>[] makes = (Constructor<?>[]) constructors.invoke(type, false);
            for (Constructor<?> constructor : makes) {
                correct(
                        constructor,
                        modifiersOfConstructor,
                        written.get(key("<init>", descriptor(void.class, constructor.getParameterTypes()))));
            }
            Object data = cache.invoke(type);
            put(data, "declaredFields", ofType);
            put(
                    data,
                    "declaredPublicFields",
                    Stream.of(ofType).filter(Inside::isPublic).toArray(Field[]::new));
            put(data, "publicFields", null);
            put(data, "declaredMethods", does);
            put(
                    data,
                    "declaredPublicMethods",
                    Stream.of(does).filter(Inside::isPublic).toArray(Method[]::new));
            put(data, "publicMethods", null);
            put(data, "declaredConstructors", makes);
            put(
                    data,
                    "publicConstructors",
                    Stream.of(makes).filter(Inside::isPublic).toArray(Constructor[]::new));
            return data;
        }

        private void put(Object data, String name, Object members) {
            cached.get(name).set(data, members);
        }

        private static String descriptor(Class<?> result, Class<?>[] parameters) {
            return MethodType.methodType(result, parameters).toMethodDescriptorString();
        }

        private static boolean isPublic(Member member) {
            return Modifier.isPublic(member.getModifiers());
        }

        private static <M extends AccessibleObject & Member> void correct(M member, Field modifiers, Integer written)
                throws IllegalAccessException {
            if (written != null) {
                modifiers.setInt(member, member.getModifiers() & ~ACCESS | written & ACCESS);
            }
        }
    }
}
