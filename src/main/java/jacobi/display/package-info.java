/** What a cell shows: MIME bundles, display handles and clearing, over IJava's renderer. */
package jacobi.display;
