/** Optimisers and the schedules of their learning rates, in the terms of {@code torch.optim}. */
package jacobi.optim;
