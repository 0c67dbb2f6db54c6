package jacobi.nn;

import jacobi.tensor.Parameter;
import jacobi.tensor.Tensor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a module is made of, read from its fields in the order they are declared in, those of the class it extends
 * first.
 */
final class Members {
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            if (type.getSuperclass() != Module.class && type.getSuperclass() != null) {
                fields.addAll(FIELDS.get(type.getSuperclass()));
            }
            for (Field field : type.getDeclaredFields()) {
                boolean may = !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
                if (may && !field.getType().isPrimitive() && field.trySetAccessible()) {
                    fields.add(field);
                }
            }
            return List.copyOf(fields);
        }
    };

    final Map<String, Parameter> parameters = new LinkedHashMap<>();
    final Map<String, Tensor> buffers = new LinkedHashMap<>();
    final Map<String, Module> children = new LinkedHashMap<>();

    private final Module owner;

    private Members(Module owner) {
        this.owner = owner;
    }

    /** The fields of a module's class that may hold a part of it. */
    static List<Field> fields(Module module) {
        return FIELDS.get(module.getClass());
    }

    /** The parts of a module, with those it registered by name after those of its fields. */
    static Members of(Module module, Map<String, Object> registered) {
        Members members = new Members(module);
        for (Field field : fields(module)) {
            Object value = value(field, module);
            if (value instanceof Tensor x && !(value instanceof Parameter)) {
                if (field.isAnnotationPresent(Buffer.class)) {
                    members.buffers.put(name(field), x);
                }
            } else {
                members.put(name(field), value);
            }
        }
        registered.forEach((name, value) -> {
            if (value instanceof Tensor x && !(value instanceof Parameter)) {
                members.buffers.put(name, x);
            } else {
                members.put(name, value);
            }
        });
        return members;
    }

    private void put(String name, Object value) {
        if (value instanceof Parameter parameter) {
            parameters.put(name, parameter);
        } else if (value instanceof Module child) {
            children.put(name, child);
        } else if (value instanceof Collection<?> list && areModules(list.stream())) {
            children.put(
                    name, new ModuleList(list.stream().map(Module.class::cast).toList()).standFor(owner));
        } else if (value instanceof Module[] array && array.length > 0) {
            children.put(name, new ModuleList(array).standFor(owner));
        } else if (value instanceof Map<?, ?> map && areModules(map.values().stream())) {
            Map<String, Module> named = new LinkedHashMap<>();
            map.forEach((key, child) -> named.put(String.valueOf(key), (Module) child));
            children.put(name, new ModuleDict(named).standFor(owner));
        } else if (value instanceof List<?> list && areParameters(list.stream())) {
            for (int i = 0; i < list.size(); i++) {
                parameters.put(name + "." + i, (Parameter) list.get(i));
            }
        } else if (value instanceof Map<?, ?> map && areParameters(map.values().stream())) {
            map.forEach((key, parameter) -> parameters.put(name + "." + key, (Parameter) parameter));
        }
    }

    private static boolean areModules(Stream<?> values) {
        List<?> all = values.toList();
        return !all.isEmpty() && all.stream().allMatch(Module.class::isInstance);
    }

    private static boolean areParameters(Stream<?> values) {
        List<?> all = values.toList();
        return !all.isEmpty() && all.stream().allMatch(Parameter.class::isInstance);
    }

    static Object value(Field field, Module module) {
        try {
            return field.get(module);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a field that was made accessible is", e);
        }
    }

    /** A field's name; those of this package's layers as PyTorch writes them, so that states can be exchanged. */
    static String name(Field field) {
        String name = field.getName();
        return field.getDeclaringClass().getPackage() == Module.class.getPackage()
                ? name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT)
                : name;
    }
}
