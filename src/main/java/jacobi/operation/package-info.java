/** How an operation is defined once: what the build reads to write its method, its function and its in-place form. */
package jacobi.operation;
