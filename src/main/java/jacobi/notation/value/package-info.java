/** What notation means where Java has no method for it: Python's indices and slices, powers of numbers, tuples. */
package jacobi.notation.value;
