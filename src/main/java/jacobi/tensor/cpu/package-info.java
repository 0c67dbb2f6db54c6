/** Loops over primitive arrays that tensor operations run on: vectorised where storage is contiguous. */
package jacobi.tensor.cpu;
