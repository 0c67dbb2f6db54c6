/** What may stand at the cursor, and what is known of the name there. */
package jacobi.repl.completion;
