package jacobi.tensor;

import jacobi.linalg.Linalg;
import jacobi.nn.Functional;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Calls written as text, such as {@code .sum#0 1 true} or {@code cat [x,y] 0}, made by reflection as a cell would make
 * them.
 */
final class GeneratedCall {
    private static final List<Class<?>> HOMES = List.of(Tensors.class, Functional.class, Linalg.class);

    private GeneratedCall() {}

    static Tensor of(String call, Tensor[] inputs) {
        List<String> words = words(call);
        String[] name = words.get(0).split("#");
        boolean method = call.startsWith(".");
        List<Object> arguments = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            arguments.add(argument(word, inputs));
        }
        Object result = invoke(method ? inputs[0] : null, name[0].substring(method ? 1 : 0), arguments.toArray());
        return name.length == 1 ? (Tensor) result : part(result, Integer.parseInt(name[1]));
    }

    private static List<String> words(String call) {
        List<String> words = new ArrayList<>();
        boolean quoted = false;
        StringBuilder word = new StringBuilder();
        for (char c : (call + " ").toCharArray()) {
            if (c == '\'') {
                quoted = !quoted;
            }
            if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return words;
    }

    private static Object argument(String word, Tensor[] inputs) {
        if (word.matches("[xyz]")) {
            return inputs[word.charAt(0) - 'x'];
        }
        if (word.startsWith("'")) {
            return word.substring(1, word.length() - 1);
        }
        if (word.startsWith("[x")) {
            return Arrays.asList(inputs).subList(0, word.split(",").length);
        }
        if (word.startsWith("[")) {
            return Stream.of(word.substring(1, word.length() - 1).split(","))
                    .filter(s -> !s.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        }
        return switch (word) {
            case "true", "false" -> Boolean.valueOf(word);
            case "null" -> null;
            case "float32", "float64", "int32", "int64", "bool" -> DType.valueOf(word);
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> word.matches("-?[0-9]+") ? (Object) Integer.valueOf(word) : Double.valueOf(word);
        };
    }

    private static Object invoke(Tensor receiver, String name, Object[] arguments) {
        Method best = null;
        int least = Integer.MAX_VALUE;
        for (Class<?> home : receiver != null ? List.of(Tensor.class) : HOMES) {
            for (Method m : home.getMethods()) {
                if (!m.getName().equals(name)
                        || m.isBridge()
                        || Modifier.isStatic(m.getModifiers()) != (receiver == null)) {
                    continue;
                }
                int cost = cost(m, arguments);
                if (cost < least) {
                    least = cost;
                    best = m;
                }
            }
        }
        if (best == null) {
            throw new LinkageError("no " + name + Arrays.toString(arguments));
        }
        try {
            return best.invoke(receiver, fitted(best, arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw (Error) e.getCause();
        } catch (IllegalAccessException e) {
            throw new LinkageError(name, e);
        }
    }

    /** How far the arguments are from a method's parameters; nothing counts as much as not fitting. */
    private static int cost(Method m, Object[] arguments) {
        Class<?>[] types = m.getParameterTypes();
        boolean spread = m.isVarArgs()
                && !(arguments.length == types.length
                        && fits(types[types.length - 1], arguments[arguments.length - 1]) < 100);
        if (spread ? arguments.length < types.length - 1 : arguments.length != types.length) {
            return Integer.MAX_VALUE;
        }
        int sum = spread ? 50 : 0;
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = spread && i >= types.length - 1 ? types[types.length - 1].getComponentType() : types[i];
            int cost = fits(type, arguments[i]);
            if (cost >= 100) {
                return Integer.MAX_VALUE;
            }
            sum += cost;
        }
        return sum;
    }

    private static int fits(Class<?> type, Object argument) {
        if (argument == null) {
            return type.isPrimitive() ? 100 : 0;
        }
        if (type == int.class) {
            return argument instanceof Integer ? 0 : 100;
        }
        if (type == long.class) {
            return argument instanceof Integer ? 1 : 100;
        }
        if (type == double.class) {
            return argument instanceof Double ? 0 : argument instanceof Integer ? 2 : 100;
        }
        if (type == boolean.class) {
            return argument instanceof Boolean ? 0 : 100;
        }
        if (type == Number.class && argument instanceof Number) {
            return 3;
        }
        if (type == Object.class) {
            return 10;
        }
        if (type == Collection.class || type == List.class) {
            return argument instanceof List ? 1 : 100;
        }
        return type.isInstance(argument) ? 0 : 100;
    }

    private static Object[] fitted(Method m, Object[] arguments) {
        Class<?>[] types = m.getParameterTypes();
        int last = types.length - 1;
        if (!m.isVarArgs() || arguments.length == types.length && fits(types[last], arguments[last]) < 100) {
            return arguments;
        }
        Object[] all = Arrays.copyOf(arguments, types.length);
        Object rest = Array.newInstance(types[last].getComponentType(), arguments.length - last);
        for (int i = last; i < arguments.length; i++) {
            Array.set(rest, i - last, arguments[i]);
        }
        all[last] = rest;
        return all;
    }

    private static Tensor part(Object results, int i) {
        if (results instanceof List<?> list) {
            return (Tensor) list.get(i);
        }
        try {
            var accessor = results.getClass()
                    .getRecordComponents()[i + (results instanceof ValuesIndices ? 1 : 0)]
                    .getAccessor();
            accessor.setAccessible(true);
            return (Tensor) accessor.invoke(results);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("part " + i, e);
        }
    }
}
