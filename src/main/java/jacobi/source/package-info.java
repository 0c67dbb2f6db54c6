/**
 * One reader of cells: tokens, brackets, a tree of Java and notation, and what is asked of it: parts, units,
 * completeness.
 */
package jacobi.source;
