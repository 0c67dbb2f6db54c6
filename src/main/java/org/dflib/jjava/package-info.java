/**
 * JJava's own names for its kernel, under which notebooks and libraries written for it reach the session that runs
 * them; written anew over {@link jacobi.display.Displays} and {@link jacobi.repl.magic.Words}.
 */
package org.dflib.jjava;
