/**
 * The classes of cells as the virtual machine gets them: interruptible, unable to end it, with calls that can be
 * redirected.
 */
package jacobi.repl.weaving;
