/**
 * The Jupyter kernel: one dispatch table from message type to handler, the execution queue, and what surrounds a
 * running cell.
 */
package jacobi.kernel;
