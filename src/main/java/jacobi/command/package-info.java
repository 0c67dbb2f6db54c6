/** The command line: {@code run}, {@code course}, {@code install}, {@code uninstall} and {@code kernel}. */
package jacobi.command;
