/**
 * The evaluator of Java cells, in the rooms of this package's neighbours: sessions, javac, weaving, running, magics.
 */
package jacobi.repl.engine;
