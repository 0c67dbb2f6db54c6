/** Notebook files ({@code .ipynb}), the headless runner, and grading; it talks to a kernel only through the wire. */
package jacobi.notebook;
