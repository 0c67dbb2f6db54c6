/** Figures in matplotlib's terms, d2l's {@code plot}, written as SVG. */
package jacobi.plot;
