package jacobi.tensor;

import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Expect.assertError;
import static jacobi.tensor.Expect.assertNear;
import static jacobi.tensor.Expect.assertShape;
import static jacobi.tensor.Expect.assertTensor;
import static jacobi.tensor.Expect.assertValues;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows G1 to G9: automatic differentiation as the book shows it. */
class AutogradTest {
    private final Tensor x = arange(4.0).requiresGrad_(true);

    @Test
    @DisplayName("G1: the gradient is null before backward")
    void noGradientYet() {
        assertThat(x.requiresGrad()).isTrue();
        assertThat(x.isLeaf()).isTrue();
        assertThat(x.grad()).isNull();
    }

    @Test
    @DisplayName("G2: y = 2 x·x")
    void twiceTheDotProduct() {
        Tensor y = dot(x, x).mul(2);
        assertTensor("tensor(28., grad_fn=<MulBackward0>)", y);
        y.backward();
        assertTensor("tensor([ 0.,  4.,  8., 12.])", x.grad());
        assertThat(x.grad().eq(x.mul(4)).all().isTrue()).isTrue();
    }

    @Test
    @DisplayName(
            "Gradients of many parts of one tensor add up in their places, also where parts overlap or the whole is"
                    + " used")
    void parts() {
        Tensor m = arange(12.0).reshape(3, 4).requiresGrad_(true);
        Tensor y = m.get(0).mul(2).sum().add(m.get(0).sum()).add(m.get(2).mul(5).sum());
        y.add(m.get(slice(1, 3)).get(":, 1:3").sum()).backward();
        assertTensor("tensor([[3., 3., 3., 3.],\n        [0., 1., 1., 0.],\n        [5., 6., 6., 5.]])", m.grad());
        Tensor n = arange(4.0).requiresGrad_(true), whole = n.mul(1);
        whole.get(1)
                .mul(whole.get(2))
                .add(whole.square().sum())
                .add(whole.get(1))
                .backward();
        assertValues(n.grad(), 0, 5, 5, 6);
        Tensor t = arange(6.0).reshape(2, 3).requiresGrad_(true),
                turned = t.mul(1).T();
        turned.mul(turned)
                .sum()
                .add(turned.get(1).sum())
                .add(turned.get(1, 0).mul(10))
                .backward();
        assertTensor("tensor([[ 0., 13.,  4.],\n        [ 6.,  9., 10.]])", t.grad());
    }

    @Test
    @DisplayName("A leaf's gradient is nobody else's: not that of another leaf, nor a value an operation has kept")
    void gradientsAreApart() {
        Tensor a = arange(3.0).requiresGrad_(true), b = arange(3.0).requiresGrad_(true), kept = ones(3);
        Tensor[] shared = {null};
        Operation.of("Shared", a.detach().add(b.detach()))
                .input(a, t -> t, g -> shared[0] = g.mul(2))
                .input(b, t -> t, g -> shared[0])
                .result()
                .sum()
                .backward();
        a.grad().zero_();
        assertValues(b.grad(), 2, 2, 2);
        Tensor c = arange(3.0).requiresGrad_(true), seen = c.mul(3);
        List<Tensor> hooked = new ArrayList<>();
        seen.registerHook(g -> {
            hooked.add(g);
            return null;
        });
        Operation.of("Kept", seen.detach().mul(1))
                .input(seen, t -> t, g -> kept)
                .result()
                .sum()
                .backward();
        Tensor d = arange(3.0).requiresGrad_(true);
        Operation.of("Kept", d.detach().mul(1))
                .input(d, t -> t, g -> kept)
                .result()
                .sum()
                .backward();
        d.grad().zero_();
        c.grad().zero_();
        assertValues(kept, 1, 1, 1);
        assertValues(hooked.get(0), 1, 1, 1);
        Tensor gradient = ones(3);
        a.backward(gradient);
        a.grad().zero_();
        assertValues(gradient, 1, 1, 1);
    }

    @Test
    @DisplayName("G3: gradients accumulate in one buffer")
    void accumulation() {
        dot(x, x).mul(2).backward();
        Tensor buffer = x.grad();
        x.sum().backward();
        assertTensor("tensor([ 1.,  5.,  9., 13.])", x.grad());
        x.grad().zero_();
        x.sum().backward();
        assertTensor("tensor([1., 1., 1., 1.])", x.grad());
        assertThat(x.grad()).isSameAs(buffer);
    }

    @Test
    @DisplayName("G3: the buffer is the leaf's own, not the caller's gradient or another leaf's")
    void buffersAreNotShared() {
        Tensor ones = ones(4), other = arange(4.0).requiresGrad_();
        x.add(other).backward(ones);
        x.sum().backward();
        assertValues(ones, 1, 1, 1, 1);
        assertValues(other.grad(), 1, 1, 1, 1);
        assertValues(x.grad(), 2, 2, 2, 2);
    }

    @Test
    @DisplayName("G4: of a vector, sum first or weigh the elements")
    void vectors() {
        x.mul(x).sum().backward();
        assertTensor("tensor([0., 2., 4., 6.])", x.grad());
        x.grad().zero_();
        x.mul(x).backward(ones(4));
        assertTensor("tensor([0., 2., 4., 6.])", x.grad());
        assertError(() -> x.mul(x).backward())
                .hasMessageContaining("y.sum().backward()")
                .hasMessageContaining("y.backward(ones(4))");
        assertError(() -> x.mul(x).backward(ones(3)))
                .hasMessageContaining("(3,)")
                .hasMessageContaining("(4,)");
        assertError(() -> arange(4.0).sum().backward()).hasMessageContaining("requiresGrad_(true)");
    }

    @Test
    @DisplayName("G5: what is detached counts as a constant")
    void detached() {
        Tensor u = x.mul(x).detach();
        u.mul(x).sum().backward();
        assertThat(x.grad().equal(u)).isTrue();
        assertTensor("tensor([0., 1., 4., 9.])", x.grad());
    }

    @Test
    @DisplayName("G6: gradients pass through loops, branches and in-place changes")
    void controlFlow() {
        for (double start : new double[] {0.5, -0.5}) {
            Tensor a = tensor(start).requiresGrad_();
            Tensor d = f(a);
            d.backward();
            assertThat(d.item()).isEqualTo(start > 0 ? 1024.0 : -102400.0);
            assertThat(a.grad().item()).isEqualTo(start > 0 ? 2048.0 : 204800.0);
            assertThat(a.grad().equal(d.div(a))).isTrue();
        }
    }

    private static Tensor f(Tensor a) {
        Tensor b = a.mul(2);
        while (b.norm().toDouble() < 1000) {
            b.mul_(2);
        }
        return b.sum().gt(0).isTrue() ? b : b.mul(100);
    }

    @Test
    @DisplayName("G7: a second backward needs retainGraph")
    void secondBackward() {
        Tensor y = dot(x, x);
        y.backward();
        assertError(y::backward).hasMessageContaining("DotBackward0").hasMessageContaining("retainGraph");
        Tensor z = dot(x, x);
        z.backward(null, true);
        z.backward();
        assertValues(x.grad(), 0, 6, 12, 18);
    }

    @Test
    @DisplayName("G7: a value changed in place before backward needs it is an error that names the operation")
    void changedInPlace() {
        Tensor y = x.exp(), z = y.mul(y);
        y.add_(1);
        assertError(() -> z.sum().backward())
                .hasMessageContaining("MulBackward0")
                .hasMessageContaining("changed in place")
                .hasMessageContaining("version 1, expected version 0");
        Tensor w = x.add(0).exp();
        w.add_(1);
        assertError(() -> w.sum().backward()).hasMessageContaining("ExpBackward0");
        Tensor fine = x.add(1);
        fine.mul_(3);
        fine.sum().backward();
        assertValues(x.grad(), 3, 3, 3, 3);
        assertError(() -> x.add_(1)).hasMessageContaining("leaf").hasMessageContaining("noGrad");
        assertError(() -> x.get(0).add_(1)).hasMessageContaining("noGrad");
        noGrad(() -> x.sub_(x.grad()));
        assertValues(x, -3, -2, -1, 0);
    }

    @Test
    @DisplayName("G8: the graph shows operations, leaves and saved values")
    void graph() {
        Tensor y = dot(x, x).mul(2);
        Node mul = y.gradFn(), dot = mul.nextFunctions().get(0);
        assertThat(mul).hasToString("<MulBackward0>");
        assertThat(dot.name()).isEqualTo("DotBackward0");
        assertThat(dot.savedTensors()).hasSize(1);
        assertThat(dot.nextFunctions()).extracting(Node::name).containsExactly("AccumulateGrad", "AccumulateGrad");
        assertThat(dot.nextFunctions().get(0).variable()).isSameAs(x);
    }

    @Test
    @DisplayName("G8: forward and reverse accumulation give the same value")
    void bothModes() {
        Tensor p = tensor(new double[] {1, 2}, float64), v = tensor(new double[] {0.3, -0.7}, float64);
        var forward = Autograd.jvp(t -> t.sin().mul(t.get(0)).sum().exp(), p, v);
        var backward = Autograd.vjp(t -> t.sin().mul(t.get(0)).sum().exp(), p);
        assertThat(forward.value().item()).isEqualTo(backward.value().item());
        assertThat(forward.derivative().toDouble())
                .isCloseTo(dot(backward.derivative(), v).toDouble(), org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    @DisplayName("G9: vjp, jvp, jacobian, hessian, hvp")
    void functional() {
        Tensor A = arange(6, DType.float64).reshape(2, 3), p = tensor(new double[] {1, 2, 3}, float64);
        assertNear(Autograd.jacobian(t -> A.mv(t), p), A, 0);
        assertShape(Autograd.jacobian(t -> t.exp(), zeros(float64, 2, 3)), 2, 3, 2, 3);
        assertShape(Autograd.jacobian(t -> t.sum(), zeros(float64, 2, 3)), 2, 3);
        assertValues(
                Autograd.vjp(t -> A.mv(t), p, tensor(new double[] {1, 10}, float64))
                        .derivative(),
                30,
                41,
                52);
        assertValues(
                Autograd.jvp(t -> A.mv(t), p, tensor(new double[] {1, 0, 0}, float64))
                        .derivative(),
                0,
                3);
        Tensor Q = tensor(new double[][] {{2, 1}, {1, 4}}, float64), q = tensor(new double[] {1, -1}, float64);
        assertNear(Autograd.hessian(t -> dot(t, Q.mv(t)), q), Q.mul(2), 1e-12);
        assertNear(
                Autograd.hvp(t -> dot(t, Q.mv(t)), q, tensor(new double[] {1, 2}, float64))
                        .derivative(),
                Q.mul(2).mv(tensor(new double[] {1, 2}, float64)),
                1e-12);
        assertNear(Autograd.hessian(t -> t.pow(3).sum(), p), p.mul(6).diag(), 1e-12);
        List<Tensor> both = Autograd.jacobian(ts -> ts.get(0).mul(ts.get(1)), List.of(p, p.add(1)));
        assertNear(both.get(0), p.add(1).diag(), 0);
        assertNear(both.get(1), p.diag(), 0);
        assertValues(Autograd.jacobian(t -> ones(float64, 2), p), 0, 0, 0, 0, 0, 0);
    }

    @Test
    @DisplayName("G9: gradcheck finds a wrong gradient")
    void gradcheckFindsMistakes() {
        Tensor p = tensor(new double[] {0.3, 1.2}, float64);
        assertThat(Autograd.gradcheck(t -> t.sin().mul(t), p)).isTrue();
        assertThat(Autograd.gradgradcheck(t -> t.sin().mul(t), p)).isTrue();
        assertError(() -> Autograd.gradcheck(AutogradTest::wronglyDifferentiated, p))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("backward mode");
        assertError(() -> Autograd.gradcheck(t -> t.mul(2), ones(2))).hasMessageContaining("float64");
    }

    private static Tensor wronglyDifferentiated(Tensor t) {
        Tensor y = t.detach().square();
        return Operation.of("Wrong", y).elementwise(t, d -> d.mul(t), t).result();
    }

    @Test
    @DisplayName("G9: functions can be nested: a gradient of a gradient, forward over backward, backward over forward")
    void nested() {
        Tensor p = tensor(0.7, float64).requiresGrad_();
        Tensor first = Autograd.grad(p.sin(), p, true),
                second = Autograd.grad(first, p, true),
                third = Autograd.grad(second, p);
        assertThat(third.toDouble()).isCloseTo(-Math.cos(0.7), org.assertj.core.data.Offset.offset(1e-12));
        Tensor q = tensor(new double[] {0.7}, float64), one = ones(float64, 1);
        assertThat(Autograd.vjp(t -> Autograd.vjp(u -> u.sin(), t, one).derivative(), q, one)
                        .derivative()
                        .toDouble())
                .isCloseTo(-Math.sin(0.7), org.assertj.core.data.Offset.offset(1e-12));
        assertThat(Autograd.jvp(t -> Autograd.vjp(u -> u.exp(), t, one).derivative(), q, one)
                        .derivative()
                        .toDouble())
                .isCloseTo(Math.exp(0.7), org.assertj.core.data.Offset.offset(1e-12));
        assertThat(Autograd.vjp(t -> Autograd.jvp(u -> u.exp(), t, one).derivative(), q, one)
                        .derivative()
                        .toDouble())
                .isCloseTo(Math.exp(0.7), org.assertj.core.data.Offset.offset(1e-12));
        assertError(() -> Autograd.jvp(t -> Autograd.jvp(u -> u.mul(t), t, one).derivative(), q, one))
                .hasMessageContaining("inside another jvp");
    }

    @Test
    @DisplayName("grad of outputs with respect to inputs leaves .grad alone")
    void gradOfOutputs() {
        Tensor w = ones(4).requiresGrad_(), y = dot(x, w);
        List<Tensor> g = Autograd.grad(y, List.of(x, w), false);
        assertValues(g.get(0), 1, 1, 1, 1);
        assertValues(g.get(1), 0, 1, 2, 3);
        assertThat(x.grad()).isNull();
        Tensor middle = x.mul(3);
        assertValues(Autograd.grad(middle.square().sum(), middle), 0, 6, 12, 18);
        assertError(() -> Autograd.grad(x.sum(), w)).hasMessageContaining("do not depend on input 0");
        assertThat(Autograd.grad(List.of(x.sum()), List.of(w), null, false, false, true))
                .containsExactly((Tensor) null);
    }

    @Test
    @DisplayName("createGraph: gradients that accumulate have gradients")
    void gradientsOfGradients() {
        x.pow(3).sum().backward(null, false, true);
        Tensor first = x.grad();
        assertThat(first.requiresGrad()).isTrue();
        x.grad(null);
        first.sum().backward();
        assertValues(x.grad(), 0, 6, 12, 18);
    }

    @Test
    @DisplayName("noGrad records nothing, also in a loop that throws")
    void recordingOff() {
        assertThat(noGrad(() -> x.mul(2)).requiresGrad()).isFalse();
        assertError(() -> noGrad((Runnable) () -> {
            throw new IllegalStateException("stop");
        }));
        assertThat(isGradEnabled()).isTrue();
        try (var off = noGrad()) {
            assertThat(x.mul(2).isLeaf()).isTrue();
            enableGrad(() -> assertThat(x.mul(2).isLeaf()).isFalse());
        }
        assertThat(x.mul(2).requiresGrad()).isTrue();
    }

    @Test
    @DisplayName("Hooks see gradients and may replace them; retainGrad keeps those of results")
    void hooks() {
        List<String> seen = new ArrayList<>();
        Tensor y = x.mul(2).retainGrad();
        Runnable remove = y.registerHook(g -> {
            seen.add(g.toString());
            return g.mul(10);
        });
        y.sum().backward();
        assertThat(seen).containsExactly("tensor([1., 1., 1., 1.])");
        assertValues(x.grad(), 20, 20, 20, 20);
        assertValues(y.grad(), 10, 10, 10, 10);
        remove.run();
        x.registerHook(g -> g.neg());
        x.grad(null);
        x.sum().backward();
        assertValues(x.grad(), -1, -1, -1, -1);
        assertError(() -> ones(2).registerHook(g -> g)).hasMessageContaining("does not require grad");
    }

    @Test
    @DisplayName("Gradients at corners: |x|, relu and norm have 0 at 0, equal extremes share")
    void corners() {
        Tensor zero = zeros(2).requiresGrad_();
        zero.abs().add(zero.relu()).sum().add(zero.norm()).backward();
        assertValues(zero.grad(), 0, 0);
        Tensor same = ones(4).requiresGrad_();
        same.max().backward();
        assertValues(same.grad(), 0.25, 0.25, 0.25, 0.25);
        Tensor p = tensor(0.0, 2, 3).requiresGrad_();
        p.prod().backward();
        assertValues(p.grad(), 6, 0, 0);
        Tensor c = tensor(2.0, 0, 3).requiresGrad_();
        c.cumprod(0).sum().backward();
        assertValues(c.grad(), 1, 8, 0);
    }

    @Test
    @DisplayName("Types: gradients have the type of what they belong to")
    void mixedTypes() {
        Tensor d = ones(float64, 4).requiresGrad_();
        x.mul(d).sum().backward();
        assertThat(x.grad().dtype()).isEqualTo(DType.float32);
        assertThat(d.grad().dtype()).isEqualTo(float64);
        x.to(float64).square().sum().backward();
        assertThat(x.grad().dtype()).isEqualTo(DType.float32);
    }

    @Test
    @DisplayName("A graph 100,000 operations deep needs no stack")
    void deep() {
        Tensor y = x.sum();
        for (int i = 0; i < 100_000; i++) {
            y = y.add(1);
        }
        y.backward();
        assertValues(x.grad(), 1, 1, 1, 1);
    }

    @Test
    @DisplayName("A diamond of shared results is gone through once")
    void diamond() {
        Tensor y = x.get(1);
        for (int i = 0; i < 60; i++) {
            y = y.add(y).div(2);
        }
        y.backward();
        assertValues(x.grad(), 0, 1, 0, 0);
    }
}
