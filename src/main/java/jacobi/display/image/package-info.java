/** Drawings in the forms that pages, exporters and mail programs can show: SVG, PNG, PDF and HTML. */
package jacobi.display.image;
