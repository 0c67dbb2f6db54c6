/** Training as the book's chapters do it: its loops, measures, small data and classes of models, data and trainers. */
package jacobi.learning;
