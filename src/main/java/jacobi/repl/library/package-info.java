/** Libraries beside the kernel's own: what cells may name of the kernel, and what a session adds. */
package jacobi.repl.library;
