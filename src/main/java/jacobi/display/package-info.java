/**
 * What a cell shows and asks: MIME bundles, display handles, clearing, lines of input and comms, over IJava's renderer.
 */
package jacobi.display;
