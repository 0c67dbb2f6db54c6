/** The command line: {@code run}, {@code install}, {@code uninstall} and {@code kernel}. */
package jacobi.command;
