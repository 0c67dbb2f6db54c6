/** Checks of a student's answer, with hints and points. */
package jacobi.exercise;
