package jacobi.tensor;

import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Tensors.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each operation that is a method of tensors is a function, too, and both give the same, be it a tensor or an error.
 */
class FunctionFormsTest {
    /** Attributes in PyTorch, and the method whose function of the same name does something else there, too. */
    private static final Set<String> METHODS_ONLY = Set.of("T", "H", "mT", "mH", "unfold");

    private static List<Method> methods() {
        return Arrays.stream(TensorMethods.class.getMethods())
                .filter(m ->
                        !Modifier.isStatic(m.getModifiers()) && !m.getName().endsWith("_"))
                .filter(m -> !METHODS_ONLY.contains(m.getName()))
                .toList();
    }

    /**
     * The function of the method's name with a tensor more than the method takes, and where that stands; null if there
     * is none.
     */
    private record Function(Method method, int receiver) {
        static Function of(Method method) {
            List<String> wanted = signature(method.getParameters());
            for (Method function : Tensors.class.getMethods()) {
                if (function.getName().equals(method.getName()) && function.getParameterCount() == wanted.size() + 1) {
                    for (int at = 0; at <= wanted.size(); at++) {
                        List<Parameter> rest = new ArrayList<>(List.of(function.getParameters()));
                        boolean tensor = rest.remove(at).getType() == Tensor.class;
                        if (tensor && signature(rest.toArray(Parameter[]::new)).equals(wanted)) {
                            return new Function(function, at);
                        }
                    }
                }
            }
            return null;
        }
    }

    private static List<String> signature(Parameter[] parameters) {
        return Stream.of(parameters).map(p -> p.getType() + " " + p.getName()).toList();
    }

    @Test
    @DisplayName("No method of an operation lacks its function")
    void none() {
        Set<String> lacking = new TreeSet<>();
        methods().stream().filter(m -> Function.of(m) == null).forEach(m -> lacking.add(m.toGenericString()));
        assertThat(lacking).isEmpty();
        assertThat(methods()).hasSizeGreaterThan(250);
    }

    @TestFactory
    @DisplayName("Both forms give the same")
    Stream<DynamicTest> both() {
        return methods().stream()
                .filter(m -> Function.of(m) != null)
                .map(m -> DynamicTest.dynamicTest(m.getName() + Arrays.toString(m.getParameterTypes()), () -> {
                    Function function = Function.of(m);
                    Object[] given = Arrays.stream(m.getParameters())
                            .map(FunctionFormsTest::value)
                            .toArray();
                    List<Object> all = new ArrayList<>(Arrays.asList(given));
                    Tensor x = sample();
                    all.add(function.receiver, x);
                    assertThat(said(function.method, null, all.toArray())).isEqualTo(said(m, x, given));
                }));
    }

    private static Tensor sample() {
        return tensor(new double[][] {{0.3, 1.7, -0.8}, {2.5, -1.2, 0.6}, {0.9, -0.4, 1.1}}, float64);
    }

    /** Something the parameter may be; that it does not always suit is as well: then both forms say the same of it. */
    private static Object value(Parameter parameter) {
        Class<?> type = parameter.getType();
        String name = parameter.getName();
        if (type == Tensor.class) {
            boolean places = name.equals("index") || name.equals("indices");
            Tensor x = tensor(new double[][] {{0.5, 0.2, 0.8}, {0.1, 0.9, 0.4}, {0.7, 0.3, 0.6}}, float64);
            return name.equals("condition") || name.equals("mask")
                    ? x.gt(0.5)
                    : places ? x.gt(0.5).to(DType.int64) : x;
        }
        Object simple = type == int.class || type == Number.class && name.equals("dim")
                ? Integer.valueOf(1)
                : type == Number.class || type == double.class
                        ? Double.valueOf(0.5)
                        : type == boolean.class ? Boolean.TRUE : type == long.class ? Long.valueOf(1) : null;
        return type == int[].class
                ? new int[] {1}
                : type == Shape.class
                        ? Shape.of(3, 3)
                        : type == DType.class ? DType.float32 : type == String.class ? "ij,jk->ik" : simple;
    }

    private static String said(Method method, Object receiver, Object[] given) throws IllegalAccessException {
        Tensors.manualSeed(3);
        try {
            Object result = method.invoke(receiver, given);
            return result instanceof Tensor[] several ? Arrays.toString(several) : Objects.toString(result);
        } catch (InvocationTargetException e) {
            return e.getCause().toString();
        }
    }
}
