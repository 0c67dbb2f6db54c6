/** One axis: its scale, its limits, where its ticks stand and what they say. */
package jacobi.plot.axis;
