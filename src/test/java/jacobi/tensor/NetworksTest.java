package jacobi.tensor;

import static jacobi.nn.Functional.*;
import static jacobi.tensor.DType.float32;
import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Expect.assertError;
import static jacobi.tensor.Expect.assertNear;
import static jacobi.tensor.Expect.assertShape;
import static jacobi.tensor.Expect.assertTensor;
import static jacobi.tensor.Expect.assertValues;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import jacobi.nn.Functional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Losses, convolution and pooling against their definitions, and a network that learns. */
class NetworksTest {

    @BeforeEach
    void seed() {
        manualSeed(0);
    }

    @Test
    @DisplayName("hardswish is 0 below -3, x above 3, and straight slopes between")
    void hardswishes() {
        assertNear(hardswish(tensor(-4.0, -1, 0, 2, 5)), tensor(0, -1.0 / 3, 0, 5.0 / 3, 5), 1e-6);
    }

    @Test
    @DisplayName("Cross entropy is minus the log of the probability given to the target")
    void crossEntropies() {
        Tensor scores = tensor(new double[][] {{1, 2, 3}, {1, 0, -1}}, float64), target = tensor(2, 0);
        double expected = -(scores.softmax(1).get(0, 2).log().toDouble()
                        + scores.softmax(1).get(1, 0).log().toDouble())
                / 2;
        assertThat(crossEntropy(scores, target).toDouble()).isCloseTo(expected, offset(1e-12));
        assertThat(crossEntropy(scores, oneHot(target, 3).to(float64)).toDouble())
                .isCloseTo(expected, offset(1e-12));
        assertThat(crossEntropy(scores, target, "sum").toDouble()).isCloseTo(2 * expected, offset(1e-12));
        assertShape(crossEntropy(scores, target, "none"), 2);
        Tensor s = scores.clone().requiresGrad_();
        crossEntropy(s, target).backward();
        assertNear(s.grad(), scores.softmax(1).sub(oneHot(target, 3)).div(2), 1e-12);
        assertError(() -> crossEntropy(scores, tensor(3, 0)))
                .hasMessageContaining("class 3")
                .hasMessageContaining("0 to 2");
        assertError(() -> crossEntropy(scores, tensor(0, 1, 2)))
                .hasMessageContaining("(2,)")
                .hasMessageContaining("(3,)");
        assertError(() -> crossEntropy(scores, target, "max")).hasMessageContaining("\"mean\"");
    }

    @Test
    @DisplayName("Other losses at known values")
    void losses() {
        Tensor a = tensor(1.0, 2, 5), b = tensor(1.0, 4, 2);
        assertThat(mseLoss(a, b).toDouble()).isCloseTo(13.0 / 3, offset(1e-6));
        assertThat(l1Loss(a, b).toDouble()).isCloseTo(5.0 / 3, offset(1e-6));
        assertThat(smoothL1Loss(a, b).toDouble()).isCloseTo((1.5 + 2.5) / 3, offset(1e-6));
        assertThat(binaryCrossEntropy(tensor(0.5, 0.25), tensor(1.0, 0)).toDouble())
                .isCloseTo((Math.log(2) - Math.log(0.75)) / 2, offset(1e-6));
        assertThat(binaryCrossEntropyWithLogits(tensor(1000.0, -1000), tensor(1.0, 0))
                        .toDouble())
                .isZero();
        assertError(() -> mseLoss(a, ones(3, 1))).hasMessageContaining("hide a mistake");
    }

    @Test
    @DisplayName(
            "padding=\"same\" keeps the size of images; where filters are even, the margin is larger below and at the"
                    + " right")
    void paddedToTheSameSize() {
        Tensor x = arange(9f).reshape(1, 1, 3, 3), odd = ones(1, 1, 3, 3), even = ones(1, 1, 2, 2);
        int[] one = {1}, two = {2};
        assertTensor(
                "tensor([[[[ 8., 15., 12.],\n          [21., 36., 27.],\n          [20., 33., 24.]]]])",
                conv2d(x, odd, null, one, "same", one, 1));
        assertTensor(
                "tensor([[[[ 8., 12.,  7.],\n          [20., 24., 13.],\n          [13., 15.,  8.]]]])",
                conv2d(x, even, null, one, "same", one, 1));
        assertShape(conv2d(ones(2, 7, 9), ones(3, 2, 3, 2), null, one, "same", two, 1), 3, 7, 9);
        assertShape(conv2d(x, odd, null, two, "valid", one, 1), 1, 1, 1, 1);
        assertError(() -> conv2d(x, odd, null, two, "same", one, 1)).hasMessageContaining("stride of 1, found (2, 2)");
        assertError(() -> conv2d(x, odd, null, one, "full", one, 1)).hasMessageContaining("\"same\" or \"valid\"");
    }

    @Test
    @DisplayName("conv2d is the sum over channels and windows, with stride, padding, dilation and groups")
    void convolution() {
        int[][] cases = {{1, 1, 0, 0, 1, 1, 1}, {2, 1, 1, 2, 1, 1, 1}, {1, 2, 2, 1, 2, 1, 2}, {1, 1, 1, 1, 1, 2, 2}};
        for (int[] c : cases) {
            Tensor x = randn(float64, 2, 4, 6, 5), w = randn(float64, 6, 4 / c[6], 3, 2), b = randn(float64, 6);
            int[] stride = {c[0], c[1]}, padding = {c[2], c[3]}, dilation = {c[4], c[5]};
            Tensor y = conv2d(x, w, b, stride, padding, dilation, c[6]);
            assertNear(y, convolved(x, w, b, stride, padding, dilation, c[6]), 1e-10);
            assertNear(
                    conv2d(x.to(float32), w.to(float32), b.to(float32), stride, padding, dilation, c[6])
                            .to(float64),
                    y,
                    1e-4);
        }
        assertShape(conv2d(ones(1, 8, 8), ones(3, 1, 3, 3)), 3, 6, 6);
        assertError(() -> conv2d(ones(1, 2, 5, 5), ones(1, 3, 2, 2)))
                .hasMessageContaining("2 channels")
                .hasMessageContaining("got 3");
        assertError(() -> conv2d(ones(1, 1, 2, 2), ones(1, 1, 3, 3)))
                .hasMessageContaining("does not fit into images of 2 x 2");
    }

    private static Tensor convolved(
            Tensor x, Tensor w, Tensor b, int[] stride, int[] padding, int[] dilation, int groups) {
        Tensor p = x.pad(padding[1], padding[1], padding[0], padding[0]);
        int rows = (p.size(2) - dilation[0] * (w.size(2) - 1) - 1) / stride[0] + 1;
        int columns = (p.size(3) - dilation[1] * (w.size(3) - 1) - 1) / stride[1] + 1;
        Tensor y = zeros(float64, x.size(0), w.size(0), rows, columns);
        int share = w.size(0) / groups, part = w.size(1);
        for (int n = 0; n < y.size(0); n++) {
            for (int f = 0; f < y.size(1); f++) {
                for (int i = 0; i < rows; i++) {
                    for (int j = 0; j < columns; j++) {
                        double sum = b.get(f).toDouble();
                        for (int c = 0; c < part; c++) {
                            for (int r = 0; r < w.size(2); r++) {
                                for (int s = 0; s < w.size(3); s++) {
                                    sum += w.get(f, c, r, s).toDouble()
                                            * p.get(
                                                            n,
                                                            f / share * part + c,
                                                            i * stride[0] + r * dilation[0],
                                                            j * stride[1] + s * dilation[1])
                                                    .toDouble();
                                }
                            }
                        }
                        y.set(sum, n, f, i, j);
                    }
                }
            }
        }
        return y;
    }

    @Test
    @DisplayName("Pooling takes the largest or the mean of each window")
    void pooling() {
        Tensor x = arange(16, float64).reshape(1, 1, 4, 4);
        assertValues(maxPool2d(x, 2), 5, 7, 13, 15);
        assertValues(avgPool2d(x, 2), 2.5, 4.5, 10.5, 12.5);
        assertShape(maxPool2d(x, 3, 2, 1), 1, 1, 2, 2);
        assertValues(maxPool2d(x, 3, 2, 1), 5, 7, 13, 15);
        assertValues(avgPool2d(x, new int[] {2, 4}, new int[] {2, 4}, new int[] {0}), 3.5, 11.5);
        assertError(() -> maxPool2d(x, 2, 2, 2)).hasMessageContaining("half the window");
    }

    @Test
    @DisplayName("unfold lays out windows; fold adds them back")
    void windows() {
        Tensor x = arange(9, float64).reshape(1, 1, 3, 3), columns = Functional.unfold(x, 2);
        assertShape(columns, 1, 4, 4);
        assertValues(columns.get(0, ":", 0), 0, 1, 3, 4);
        Tensor counts = fold(
                Functional.unfold(ones(float64, 1, 1, 3, 3), 2),
                new int[] {3, 3},
                new int[] {2},
                new int[] {1},
                new int[] {0},
                new int[] {1});
        assertValues(counts, 1, 2, 1, 2, 4, 2, 1, 2, 1);
    }

    @Test
    @DisplayName("A small network learns to tell points apart")
    void learning() {
        Tensor x = randn(200, 2),
                target = x.get(":, 0").mul(x.get(":, 1")).gt(0).to(DType.int64);
        Tensor w1 = randn(2, 16).requiresGrad_(), b1 = zeros(16).requiresGrad_();
        Tensor w2 = randn(16, 2).mul(0.3).requiresGrad_(), b2 = zeros(2).requiresGrad_();
        Tensor[] parameters = {w1, b1, w2, b2};
        double loss = 0;
        for (int step = 0; step < 300; step++) {
            Tensor scores = x.mm(w1).add(b1).relu().mm(w2).add(b2), l = crossEntropy(scores, target);
            l.backward();
            try (var off = noGrad()) {
                for (Tensor p : parameters) {
                    p.sub_(p.grad().mul(0.5));
                    p.grad().zero_();
                }
            }
            loss = l.toDouble();
        }
        assertThat(loss).isLessThan(0.15);
        Tensor right = x.mm(w1).add(b1).relu().mm(w2).add(b2).argmax(1).eq(target);
        assertThat(right.to(float32).mean().toDouble()).isGreaterThan(0.93);
    }

    @Test
    @DisplayName("layerNorm moves rows to mean 0 and variance 1; linear is x Wᵀ + b")
    void layers() {
        Tensor x = randn(float64, 4, 10).mul(3).add(7), y = layerNorm(x, 1, null, null, 1e-9);
        assertNear(y.mean(1), zeros(float64, 4), 1e-9);
        assertNear(y.var(new int[] {1}, 0, false), ones(float64, 4), 1e-6);
        Tensor w = randn(float64, 3, 10), b = randn(float64, 3);
        assertNear(linear(x, w, b), x.mm(w.T()).add(b), 1e-12);
    }
}
