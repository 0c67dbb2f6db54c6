/**
 * Code of cells while it runs: what it works for, how it is stopped, what memory it holds, and what it may not do to
 * others.
 */
package jacobi.repl.running;
