/** The JDK's compiler kept alive from cell to cell, for attribution and for class files. */
package jacobi.repl.javac;
