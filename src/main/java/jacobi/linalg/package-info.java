/** Linear algebra on tensors: norms, decompositions, solving, in the terms of {@code torch.linalg}. */
package jacobi.linalg;
