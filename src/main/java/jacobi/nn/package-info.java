/** Neural networks: convolution, pooling, losses, normalisation, activations, in the terms of {@code torch.nn}. */
package jacobi.nn;
