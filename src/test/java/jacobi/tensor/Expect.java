package jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;

/** What tests say of tensors. */
final class Expect {
    private Expect() {}

    static void assertTensor(String printed, Tensor x) {
        assertThat(x).hasToString(printed);
    }

    static void assertShape(Tensor x, int... dims) {
        assertThat(x.shape().toArray()).containsExactly(dims);
    }

    static void assertValues(Tensor x, double... values) {
        assertThat(x.toDoubleArray()).containsExactly(values);
    }

    static void assertNear(Tensor actual, Tensor expected, double tolerance) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.toDoubleArray()).containsExactly(expected.toDoubleArray(), Offset.offset(tolerance));
    }

    static AbstractThrowableAssert<?, ? extends Throwable> assertError(ThrowingCallable mistake) {
        return assertThatThrownBy(mistake);
    }
}
