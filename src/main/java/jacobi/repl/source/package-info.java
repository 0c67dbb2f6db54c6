/** The text of a cell: its tokens, the parts it falls into, and the positions of what is made from it. */
package jacobi.repl.source;
