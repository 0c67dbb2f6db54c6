/** Lines that start with {@code %}: commands to the session, as Jupyter's and IJava's users know them. */
package jacobi.repl.magic;
