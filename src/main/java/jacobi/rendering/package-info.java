/** How values of the JDK and of libraries are shown: charts, images, tables, components. */
package jacobi.rendering;
