/** Distributions, sample spaces and joint probability tables over tensors. */
package jacobi.probability;
