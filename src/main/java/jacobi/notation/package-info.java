/**
 * Pure source-to-source reading of tensor notation: operators, slices and list literals become plain Java.
 *
 * <p>{@link jacobi.notation.Notation} is the entrance. A cell is split into words ({@code Lexer}); only if they hold a form
 * Java has no syntax for ({@code Forms}), or the compiler refuses the cell, is it parsed ({@code Parser}). A
 * {@code Reader} then goes round: {@code Rewriter} writes plain Java for every node whose types are known, the compiler
 * tells the types of more, until it accepts the text. {@code Vocabulary} finds by reflection which methods there are.
 */
package jacobi.notation;
