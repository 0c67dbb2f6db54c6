/** Numbers as a cell has them (arrays, lists, tensors through {@code ArrayLike}), read into plain arrays. */
package jacobi.plot.data;
