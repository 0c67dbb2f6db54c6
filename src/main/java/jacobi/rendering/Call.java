package jacobi.rendering;

import static jacobi.language.Say.say;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Calls of methods of classes that are known by name only. */
final class Call {
    private Call() {}

    /** Calls a public method without parameters, or one that takes these arguments. */
    static Object of(Object value, String method, Object... arguments) {
        try {
            Method found = find(value.getClass(), method, arguments);
            return found.invoke(value, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    say("rendering.call.no-method", "type", value.getClass().getName(), "method", method), e);
        }
    }

    /** By a class or interface that is public: a value may be of one that is not. */
    private static Method find(Class<?> type, String name, Object[] arguments) throws NoSuchMethodException {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            Method found = Modifier.isPublic(c.getModifiers()) ? declared(c, name, arguments) : null;
            for (Class<?> face : c.getInterfaces()) {
                found = found != null ? found : declared(face, name, arguments);
            }
            if (found != null) {
                return found;
            }
        }
        throw new NoSuchMethodException(type.getName() + "." + name);
    }

    private static Method declared(Class<?> type, String name, Object[] arguments) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && takes(method.getParameterTypes(), arguments))
                .findFirst()
                .orElse(null);
    }

    private static boolean takes(Class<?>[] parameters, Object[] arguments) {
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            boolean whole = parameters[i] == int.class && arguments[i] instanceof Integer;
            if (!whole && !parameters[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }
}
