package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.noGrad;

import jacobi.tensor.DType;
import jacobi.tensor.GradMode;
import jacobi.tensor.Parameter;
import jacobi.tensor.Tensor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Replaces the tensors a module holds: by copies, or by ones of another type. */
final class Conversion {
    private Conversion() {}

    static void convert(Module module, DType dtype) {
        if (!dtype.isFloatingPoint()) {
            throw new IllegalArgumentException(say("nn.to.dtype", "dtype", dtype));
        }
        Map<Object, Object> known = new java.util.IdentityHashMap<>();
        UnaryOperator<Object> converted = value -> {
            if (value instanceof Tensor x && x.dtype().isFloatingPoint() && x.dtype() != dtype) {
                return known.computeIfAbsent(x, y -> converted(x, dtype));
            }
            return value;
        };
        module.modules().forEach(m -> replace(m, converted));
    }

    private static Tensor converted(Tensor x, DType dtype) {
        if (x instanceof Parameter p && p.isUninitialized()) {
            return x;
        }
        try (GradMode off = noGrad()) {
            Tensor y = x.detach().to(dtype);
            return x instanceof Parameter ? Parameter.of(y, x.requiresGrad()) : y;
        }
    }

    static Module copy(Module module, Map<Object, Object> known) {
        if (known.get(module) instanceof Module there) {
            return there;
        }
        Module copy = module.shallow();
        known.put(module, copy);
        replace(copy, value -> copied(value, known));
        return copy;
    }

    private static Object copied(Object value, Map<Object, Object> known) {
        if (value instanceof Module inner) {
            return copy(inner, known);
        }
        if (value instanceof Parameter p && p.isUninitialized()) {
            return known.computeIfAbsent(p, x -> Parameter.uninitialized());
        }
        if (value instanceof Tensor x && x.isLeaf()) {
            return known.computeIfAbsent(x, y -> {
                Tensor own = x.detach().clone();
                return x instanceof Parameter
                        ? Parameter.of(own, x.requiresGrad())
                        : own.requiresGrad_(x.requiresGrad());
            });
        }
        return value;
    }

    /** Puts into each field, list, map and registered part what a function makes of it. */
    private static void replace(Module module, UnaryOperator<Object> function) {
        for (Field field : Members.fields(module)) {
            Object value = Members.value(field, module), next = within(value, function);
            if (next != value) {
                try {
                    field.set(module, next);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("a field that was made accessible is", e);
                }
            }
        }
        module.registered().replaceAll((name, value) -> within(value, function));
    }

    private static Object within(Object value, UnaryOperator<Object> function) {
        if (value instanceof List<?> list) {
            List<Object> next = new ArrayList<>();
            list.forEach(element -> next.add(within(element, function)));
            return same(list, next) ? list : next;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> next = new LinkedHashMap<>();
            map.forEach((key, element) -> next.put(key, within(element, function)));
            return same(map.values(), next.values()) ? map : next;
        }
        if (value instanceof Module[] array) {
            Module[] next = array.clone();
            for (int i = 0; i < next.length; i++) {
                next[i] = (Module) function.apply(next[i]);
            }
            return next;
        }
        return function.apply(value);
    }

    private static boolean same(Iterable<?> one, Iterable<?> other) {
        var a = one.iterator();
        var b = other.iterator();
        while (a.hasNext() && b.hasNext()) {
            if (a.next() != b.next()) {
                return false;
            }
        }
        return true;
    }
}
