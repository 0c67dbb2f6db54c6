/** What is drawn inside the frame of axes: lines, points, bars, images, contours, arrows, text. */
package jacobi.plot.mark;
