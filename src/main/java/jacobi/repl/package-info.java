/** Evaluates cells behind one narrow interface, {@link jacobi.repl.Evaluator}. */
package jacobi.repl;
