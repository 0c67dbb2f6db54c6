package jacobi.nn;

/**
 * Functions of neural networks, as those of {@code torch.nn.functional}: convolution, pooling, losses, normalisation,
 * activations. The prelude imports them statically. Images are (batch, channels, height, width) or (channels, height,
 * width).
 *
 * <p>Each is defined once, by a static method of this package marked {@link jacobi.operation.Op}, on the public
 * operations of {@link jacobi.tensor}; the build writes its forms. Functions that tensors have as methods, such as
 * {@code relu} and {@code softmax}, are in {@link jacobi.tensor.Tensors}.
 */
public final class Functional extends NeuralFunctions {
    private Functional() {}
}
