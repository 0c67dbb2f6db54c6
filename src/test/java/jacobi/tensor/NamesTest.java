package jacobi.tensor;

import static jacobi.tensor.DType.float32;
import static jacobi.tensor.Device.device;
import static jacobi.tensor.Expect.assertError;
import static jacobi.tensor.Expect.assertTensor;
import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.concat;
import static jacobi.tensor.Tensors.fromArray;
import static jacobi.tensor.Tensors.meshgrid;
import static jacobi.tensor.Tensors.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names of PyTorch's beside those that compute: NumPy's spellings, devices, other forms of values. */
class NamesTest {
    @Test
    void pytorchsOtherNames() {
        Tensor x = arange(6).reshape(2, 3);
        assertThat(x.swapaxes(0, 1).equal(x.t())).isTrue();
        assertThat(x.ndim()).isEqualTo(2);
        assertThat(concat(java.util.List.of(x, x), 1).shape().toArray()).containsExactly(2, 6);
        ValuesCounts counted = tensor(3L, 1L, 3L, 3L, 2L).unique(true);
        assertTensor("tensor([1, 2, 3])", counted.values());
        assertTensor("tensor([1, 1, 3])", counted.counts());
        var grids = meshgrid("xy", arange(2), arange(3));
        assertTensor("tensor([[0, 1],\n        [0, 1],\n        [0, 1]])", grids.get(0));
        assertTensor("tensor([[0, 0],\n        [1, 1],\n        [2, 2]])", grids.get(1));
        assertTensor("tensor([  0, 200, 255], dtype=torch.int32)", fromArray(new byte[] {0, (byte) 200, -1}));
        assertThat(x.toArray2d()).isEqualTo(new double[][] {{0, 1, 2}, {3, 4, 5}});
        assertThat(x.to(device("cpu"))).isSameAs(x);
        assertThat(x.cpu().device()).hasToString("cpu");
        assertError(() -> x.to(device("cuda:1"))).hasMessageContaining("there is no cuda:1. Use tryGpu()");
        assertError(() -> x.to(float32).requiresGrad_().numpy()).hasMessageContaining("x.detach().numpy()");
    }
}
