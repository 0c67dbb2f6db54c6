/**
 * Pure source-to-source reading of tensor notation: operators, slices and list literals become plain Java.
 *
 * <p>{@link jacobi.notation.Notation} is the entrance. Only if the tokens of a cell hold a form Java has no syntax for
 * ({@code Forms}), or the compiler refuses the cell, is its tree read ({@code jacobi.source}). A {@code Reader} then
 * goes round: {@code Rewriter} writes plain Java for every node whose types are known, the compiler tells the types of
 * more, until it accepts the text. {@code Vocabulary} finds by reflection which methods there are, {@code Notes} what
 * is worth saying of a cell that compiled.
 */
package jacobi.notation;
