/** What a lecturer shows: the book's animations, computations worked out step by step, and values as LaTeX. */
package jacobi.lecture;
