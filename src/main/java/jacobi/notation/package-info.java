/** Pure source-to-source reading of tensor notation: operators, slices and list literals become plain Java. */
package jacobi.notation;
