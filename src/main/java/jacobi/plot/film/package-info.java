/**
 * Pictures one after the other: a page steps through them, a file moves, and where nothing runs some stand side by
 * side.
 */
package jacobi.plot.film;
