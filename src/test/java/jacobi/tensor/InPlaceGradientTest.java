package jacobi.tensor;

import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Expect.assertNear;
import static jacobi.tensor.Expect.assertValues;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Gradients through tensors changed in place, also by way of their views. */
class InPlaceGradientTest {
    private final Tensor x = arange(1, 5.0).requiresGrad_();

    @Test
    @DisplayName("G6: writing into a part of a result cuts the gradient of what was there")
    void writtenConstant() {
        Tensor y = x.mul(2);
        y.set(0, 1);
        assertThat(y.gradFn().name()).isEqualTo("CopySlices");
        y.mul(y).sum().backward();
        assertValues(x.grad(), 8, 0, 24, 32);
    }

    @Test
    @DisplayName("Writing a tensor into a part passes its gradient on")
    void writtenTensor() {
        Tensor buffer = zeros(2, 4), w = ones(4).requiresGrad_();
        buffer.set(x.mul(w), 0);
        buffer.set(x, 1);
        buffer.mul(tensor(new double[][] {{1, 2, 3, 4}, {10, 20, 30, 40}}))
                .sum()
                .backward();
        assertValues(x.grad(), 11, 22, 33, 44);
        assertValues(w.grad(), 1, 4, 9, 16);
    }

    @Test
    @DisplayName("A view changed in place changes its base, and other views see the new history")
    void throughViews() {
        Tensor y = x.mul(1).reshape(2, 2), first = y.get(0), other = y.get(":, 0");
        first.mul_(10);
        assertThat(other.toDoubleArray()).containsExactly(10, 3);
        other.sum().backward();
        assertValues(x.grad(), 10, 0, 1, 0);
    }

    @Test
    @DisplayName("Masks and lists of places write with gradients too")
    void tables() {
        Tensor y = x.mul(1), v = ones(2).requiresGrad_();
        y.set(v, x.gt(2));
        y.mul(tensor(1.0, 2, 3, 4)).sum().backward();
        assertValues(x.grad(), 1, 2, 0, 0);
        assertValues(v.grad(), 3, 4);
    }

    @Test
    @DisplayName("In-place functions of a result have the gradients of the others")
    void functions() {
        Tensor p = tensor(new double[] {0.2, 0.9}, float64);
        for (int i = 0; i < 6; i++) {
            int which = i;
            assertThat(Autograd.gradcheck(t -> change(which, t.mul(1)), p)).isTrue();
        }
    }

    private static Tensor change(int which, Tensor y) {
        return switch (which) {
            case 0 -> y.exp_();
            case 1 -> y.pow_(3);
            case 2 -> y.mul_(y.add(2)).sub_(1);
            case 3 -> y.div_(y.add(2));
            case 4 -> y.clamp_(0.5, 2);
            default -> y.sigmoid_().neg_();
        };
    }

    @Test
    @DisplayName("In-place changes carry derivatives forward as well")
    void forwardMode() {
        Tensor p = tensor(new double[] {1, 2, 3, 4}, float64);
        assertThat(Autograd.gradcheck(
                        t -> {
                            Tensor y = t.mul(t);
                            y.get("1:3").mul_(5);
                            y.set(y.get(0).mul(2), 3);
                            return y;
                        },
                        p))
                .isTrue();
    }

    @Test
    @DisplayName("A detached tensor shares values but not history")
    void detached() {
        Tensor y = x.mul(2), d = y.detach();
        assertThat(d.sharesStorage(y)).isTrue();
        assertThat(d.requiresGrad()).isFalse();
        assertNear(d, x.detach().mul(2), 0);
    }

    @Test
    @DisplayName("A step of gradient descent: a leaf changes inside noGrad and stays a leaf")
    void descent() {
        Tensor w = tensor(new double[] {5, -3}, float64).requiresGrad_();
        for (int i = 0; i < 100; i++) {
            w.square().sum().backward();
            try (var off = noGrad()) {
                w.sub_(w.grad().mul(0.1));
                w.grad().zero_();
            }
        }
        assertThat(w.isLeaf()).isTrue();
        assertThat(w.norm().toDouble()).isLessThan(1e-8);
    }

    @Test
    @DisplayName("add_ with alpha adds a multiple, of any layout, and is recorded where derivatives are wanted")
    void scaledStep() {
        for (DType type : new DType[] {DType.float32, float64}) {
            Tensor w = arange(6.0).to(type).reshape(2, 3), g = arange(1, 7.0).to(type);
            assertThat(w.add_(g.reshape(2, 3), -2)).isSameAs(w);
            assertValues(w, -2, -3, -4, -5, -6, -7);
            assertValues(w.add_(w, 0.5), -3, -4.5, -6, -7.5, -9, -10.5);
            assertValues(w.add_(g.reshape(3, 2).T(), 1), -2, -1.5, -1, -5.5, -5, -4.5);
            assertValues(w.add_(g.get(":3"), 1), -1, 0.5, 2, -4.5, -3, -1.5);
            w.T().add_(ones(3, 2).to(type), 1);
            assertValues(w, 0, 1.5, 3, -3.5, -2, -0.5);
        }
        Tensor y = x.mul(2), z = y.mul(y);
        y.add_(x, 3);
        y.sum().backward(null, true);
        assertValues(x.grad(), 5, 5, 5, 5);
        assertThatThrownBy(() -> z.sum().backward()).hasMessageContaining("changed in place");
        assertThatThrownBy(() -> x.add_(ones(4), 1)).hasMessageContaining("leaf");
        Tensor v = x.exp();
        try (var off = noGrad()) {
            v.detach().add_(ones(4), 1);
        }
        assertThatThrownBy(() -> v.sum().backward()).hasMessageContaining("changed in place");
    }
}
