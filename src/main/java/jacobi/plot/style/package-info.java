/** How marks look: colours by name, line styles and markers, matplotlib's format strings, colour maps and themes. */
package jacobi.plot.style;
