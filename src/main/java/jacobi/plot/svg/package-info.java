/** SVG text as it is written: elements, path data, decimals, and text with its measured width. */
package jacobi.plot.svg;
