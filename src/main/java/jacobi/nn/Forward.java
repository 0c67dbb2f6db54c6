package jacobi.nn;

import static jacobi.language.Say.say;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A module's {@code forward}, found by what it is given: a student writes it with the parameters and the result the net
 * has, without overriding anything.
 */
final class Forward {
    private record Way(Class<?>[] types, MethodHandle handle) {
        boolean takes(Object[] inputs) {
            if (types.length != inputs.length) {
                return false;
            }
            for (int i = 0; i < types.length; i++) {
                Class<?> type = types[i].isPrimitive()
                        ? java.lang.invoke.MethodType.methodType(types[i])
                                .wrap()
                                .returnType()
                        : types[i];
                if (inputs[i] == null ? types[i].isPrimitive() : !type.isInstance(inputs[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final ClassValue<List<Way>> WAYS = new ClassValue<>() {
        @Override
        protected List<Way> computeValue(Class<?> type) {
            List<Way> ways = new ArrayList<>();
            for (Class<?> c = type; c != Module.class && c != null; c = c.getSuperclass()) {
                for (Method method : c.getDeclaredMethods()) {
                    boolean is = method.getName().equals("forward") && !method.isBridge();
                    if (is && !Modifier.isAbstract(method.getModifiers()) && method.trySetAccessible()) {
                        ways.add(way(method));
                    }
                }
            }
            return List.copyOf(ways);
        }
    };

    private Forward() {}

    private static Way way(Method method) {
        try {
            MethodHandle handle = MethodHandles.lookup().unreflect(method).asFixedArity();
            return new Way(
                    method.getParameterTypes(),
                    handle.asSpreader(Object[].class, method.getParameterCount())
                            .asType(java.lang.invoke.MethodType.methodType(
                                    Object.class, Object.class, Object[].class)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a method that was made accessible is", e);
        }
    }

    /**
     * What the module computes of the inputs.
     *
     * @throws IllegalStateException if no {@code forward} takes them
     */
    static Object run(Module module, Object... inputs) {
        for (Way way : WAYS.get(module.getClass())) {
            if (way.takes(inputs)) {
                return invoke(way, module, inputs);
            }
        }
        Object[] all = {inputs};
        if (Arrays.stream(inputs).allMatch(jacobi.tensor.Tensor.class::isInstance)) {
            all = new Object[] {Arrays.copyOf(inputs, inputs.length, jacobi.tensor.Tensor[].class)};
        }
        for (Way way : WAYS.get(module.getClass())) {
            if (way.takes(all)) {
                return invoke(way, module, all);
            }
        }
        throw new IllegalStateException(message(module, inputs));
    }

    private static Object invoke(Way way, Module module, Object[] inputs) {
        try {
            return way.handle.invokeExact((Object) module, inputs);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(say("nn.module.forward-failed", "module", module.name()), e);
        }
    }

    private static String message(Module module, Object[] inputs) {
        String given = Arrays.stream(inputs)
                .map(x -> x == null ? "null" : x.getClass().getSimpleName())
                .collect(Collectors.joining(", ", "(", ")"));
        List<Way> ways = WAYS.get(module.getClass());
        if (ways.isEmpty()) {
            return say("nn.module.no-forward", "module", module.name());
        }
        String known = ways.stream()
                .map(way -> Arrays.stream(way.types)
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "forward(", ")")))
                .distinct()
                .reduce((one, other) -> say("nn.or", "first", one, "second", other))
                .orElseThrow();
        return say("nn.module.other-forward", "module", module.name(), "given", given, "known", known);
    }
}
