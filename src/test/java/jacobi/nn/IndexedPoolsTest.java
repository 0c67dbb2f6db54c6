package jacobi.nn;

import static jacobi.nn.Functional.*;
import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Tensors.arange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jacobi.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Places of largest numbers, their undoing, and means with a divisor of one's own; numbers are PyTorch's. */
class IndexedPoolsTest {
    private static final int[] ONE = {1};

    /** Whole numbers in some order. */
    private static Tensor mixed(int n, int factor, int modulus, int less, int... shape) {
        return arange(n, float64).mul(factor).remainder(modulus).sub(less).reshape(shape);
    }

    @Test
    void largest_numbers_of_images_have_places_in_their_channel() {
        Tensor x = mixed(120, 7, 59, 20, 2, 2, 5, 6).requiresGrad_(true);
        int[] window = {3, 2}, padding = {1, 0};
        MaxPooled y = maxPool2d(x, window, new int[] {2}, padding, ONE, true, true);
        assertThat(y.output().equal(maxPool2d(x, window, new int[] {2}, padding, ONE, true)))
                .isTrue();
        assertThat(y.indices().toLongArray())
                .containsExactly(
                        7, 8, 5, 7, 8, 16, 25, 21, 23, 1, 3, 11, 12, 20, 11, 19, 20, 28, 7, 3, 5, 7, 15, 23, 24, 21, 23,
                        1, 2, 11, 19, 9, 11, 19, 27, 23);
        Tensor z = maxUnpool2d(y.output(), y.indices(), window, new int[] {2}, padding, new int[] {5, 6});
        Tensor weights = arange(120, float64).reshape(2, 2, 5, 6),
                sum = z.mul(weights).sum();
        assertThat(sum.item().doubleValue()).isEqualTo(45849);
        sum.backward();
        double[] grad = x.grad().toDoubleArray();
        // The number at 41 is the largest of two windows, that at 42 of one.
        assertThat(grad[41]).isEqualTo(82);
        assertThat(grad[42]).isEqualTo(42);
        assertThat(grad[109]).isEqualTo(218);
        assertThat(x.grad().sum().item().doubleValue()).isEqualTo(2115);
    }

    @Test
    void sequences_and_volumes_have_places_too() {
        MaxPooled line = maxPool1d(mixed(10, 7, 11, 0, 1, 10), 3, 2, 0, 1, false, true);
        assertThat(line.output().toDoubleArray()).containsExactly(7, 10, 9, 9);
        assertThat(line.indices().toLongArray()).containsExactly(1, 3, 6, 6);
        assertThat(maxUnpool1d(line.output(), line.indices(), 3, 2).toDoubleArray())
                .containsExactly(0, 7, 0, 10, 0, 0, 9, 0, 0);

        Tensor volume = mixed(64, 37, 67, 0, 1, 4, 4, 4);
        MaxPooled box = maxPool3d(volume, new int[] {2}, null, new int[] {0}, ONE, false, true);
        assertThat(box.output().toDoubleArray()).containsExactly(56, 63, 65, 61, 59, 66, 62, 64);
        assertThat(box.indices().toLongArray()).containsExactly(16, 18, 9, 27, 36, 38, 56, 47);
        Tensor back = maxUnpool3d(box.output(), box.indices(), 2);
        assertThat(back.mul(arange(64, float64).reshape(1, 4, 4, 4))
                        .sum()
                        .item()
                        .doubleValue())
                .isEqualTo(15374);
        assertThat(maxPool3d(volume, new int[] {2}, null, new int[] {0}, ONE, false, false)
                        .indices())
                .isNull();
    }

    @Test
    void pairs_print_as_in_python() {
        Tensor x = arange(16.0).reshape(1, 1, 4, 4);
        assertThat(maxPool2d(x, new int[] {2}, null, new int[] {0}, ONE, false, true))
                .hasToString("(tensor([[[[ 5.,  7.],\n          [13., 15.]]]]), "
                        + "tensor([[[[ 5,  7],\n          [13, 15]]]]))");
    }

    @Test
    void unpooling_without_as_many_places_says_so() {
        Tensor x = arange(16.0).reshape(1, 1, 4, 4);
        assertThatThrownBy(() -> maxUnpool2d(x, arange(4).reshape(1, 1, 2, 2), 2))
                .hasMessage("maxUnpool2d: needs numbers and as many indices, of a batch or of one example, with 2"
                        + " directions after the channels; got shapes (1, 1, 4, 4) and (1, 1, 2, 2)");
    }

    @Test
    void a_mean_may_have_a_divisor_of_its_own() {
        Tensor x = arange(16, float64).reshape(1, 1, 4, 4).requiresGrad_(true);
        int[] two = {2};
        assertThat(avgPool2d(x, two, two, new int[] {0}, false, true, 3).toDoubleArray())
                .containsExactly(new double[] {10 / 3.0, 6, 14, 50 / 3.0}, within(1e-12));
        assertThat(new AvgPool2d(two, null, new int[] {0}, false, true, 3)
                        .call(x)
                        .toDoubleArray())
                .containsExactly(new double[] {10 / 3.0, 6, 14, 50 / 3.0}, within(1e-12));
        Tensor y = avgPool2d(x, new int[] {3}, two, ONE, true, false, -2);
        assertThat(y.toDoubleArray()).containsExactly(-5, -12, -5, -25.5, -45, -16.5, -12.5, -21, -7.5);
        y.sum().backward();
        assertThat(x.grad().toDoubleArray())
                .containsExactly(-0.5, -1, -0.5, -1, -1, -2, -1, -2, -0.5, -1, -0.5, -1, -1, -2, -1, -2);
        Tensor volume = arange(32, float64).reshape(1, 2, 4, 4);
        assertThat(avgPool3d(volume, two, two, new int[] {0}, false, true, 5).toDoubleArray())
                .containsExactly(new double[] {16.8, 20, 29.6, 32.8}, within(1e-12));
    }

    @Test
    void a_divisor_of_0_is_refused() {
        Tensor images = arange(16.0).reshape(1, 1, 4, 4);
        int[] two = {2}, none = {0};
        assertThatThrownBy(() -> avgPool2d(images, two, two, none, false, true, 0))
                .hasMessage("avgPool2d: divisorOverride must not be 0, as nothing can be divided by it; leave it out to"
                        + " divide by the number of places a window sees");
        assertThatThrownBy(() -> avgPool3d(arange(32.0).reshape(1, 2, 4, 4), two, two, none, false, true, 0))
                .hasMessageStartingWith("avgPool3d: divisorOverride must not be 0");
        AvgPool2d layer = new AvgPool2d(two, null, none, false, true, 0);
        assertThatThrownBy(() -> layer.call(images)).hasMessageStartingWith("avgPool2d: divisorOverride must not be 0");
    }
}
