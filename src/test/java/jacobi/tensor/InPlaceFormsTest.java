package jacobi.tensor;

import static jacobi.tensor.DType.float32;
import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Tensors.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each method that ends in an underscore leaves in its tensor what the method without one returns, and passes the same
 * gradient.
 */
class InPlaceFormsTest {
    private static final Tensor X = tensor(new double[][] {{0.3, 1.7, -0.8}, {2.5, -1.2, 0.6}}, float64),
            UNIT = X.mul(0.3),
            WHOLE = tensor(new int[][] {{6, 3, 12}, {5, 1, 9}});

    /** The methods of one operand, or of two tensors, that have an in-place form of the same parameters. */
    private static List<Method> forms() {
        List<Method> forms = new ArrayList<>();
        for (Method method : TensorMethods.class.getMethods()) {
            Class<?>[] types = method.getParameterTypes();
            boolean plain = Arrays.stream(types).allMatch(t -> t == Tensor.class) && types.length < 2;
            boolean bounds = method.getName().equals("clamp_");
            if (method.getName().endsWith("_") && !bounds && plain && of(method) != null) {
                forms.add(method);
            }
        }
        return forms;
    }

    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        forms().forEach(f -> names.add(f.getName()));
        return names;
    }

    private static Method of(Method form) {
        try {
            String name = form.getName();
            return TensorMethods.class.getMethod(name.substring(0, name.length() - 1), form.getParameterTypes());
        } catch (NoSuchMethodException e) {
            // One that has only this form, as normal_.
            return null;
        }
    }

    private static Tensor call(Method method, Tensor x, Tensor other) throws Throwable {
        try {
            return (Tensor) (method.getParameterCount() == 0 ? method.invoke(x) : method.invoke(x, other));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    @DisplayName("There are many")
    void many() {
        assertThat(names()).hasSizeGreaterThan(45).contains("exp_", "bitwiseAnd_", "hypot_", "trunc_");
    }

    @TestFactory
    Stream<DynamicTest> changesTheTensorIntoWhatTheOtherFormGives() {
        return forms().stream()
                .map(form -> DynamicTest.dynamicTest(form.getName() + form.getParameterCount(), () -> {
                    boolean whole = form.getName().startsWith("bitwise");
                    Tensor other = whole ? tensor(2, 1, 3) : tensor(new double[] {1.5, 0.5, 2}, float64);
                    for (Tensor start : whole
                            ? List.of(WHOLE)
                            : List.of(UNIT, UNIT.to(float32), UNIT.T().clone().T())) {
                        Tensor expected = call(of(form), start, other.to(start.dtype()));
                        Tensor x = start.clone();
                        Object array = x.array();

                        assertThat(call(form, x, other.to(start.dtype()))).isSameAs(x);

                        assertThat(x.array()).isSameAs(array);
                        assertThat(x.dtype()).isEqualTo(expected.dtype());
                        assertThat(x.toDoubleArray()).containsExactly(expected.toDoubleArray());
                    }
                    if (!whole) {
                        Tensor p = UNIT.clone().requiresGrad_(),
                                q = UNIT.clone().requiresGrad_();
                        call(of(form), p.mul(1), other).sum().backward();
                        call(form, q.mul(1), other).sum().backward();
                        assertThat(q.grad()).hasToString(p.grad().toString());
                    }
                }));
    }
}
