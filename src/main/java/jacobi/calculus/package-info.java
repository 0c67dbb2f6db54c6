/**
 * Derivatives four ways (numeric, symbolic, forward, reverse), Jacobians with their layouts, and drawings of graphs.
 */
package jacobi.calculus;
