/** Text of labels: its widths, and mathematics between dollar signs set as TeX sets it. */
package jacobi.plot.text;
