/** Tensors: dtype, shape, storage and views, operations with their gradients, and printing, in PyTorch's terms. */
package jacobi.tensor;
