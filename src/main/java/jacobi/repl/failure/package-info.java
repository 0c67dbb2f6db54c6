/** Errors as lessons: what a student reads when a cell does not compile, throws, or is stopped. */
package jacobi.repl.failure;
