/** Data frames in pandas' terms, over DFLib, and their way to tensors. */
package jacobi.frame;
