/** Data sets, the loaders that give them in batches, what is done to images and text before, and files of tensors. */
package jacobi.data;
