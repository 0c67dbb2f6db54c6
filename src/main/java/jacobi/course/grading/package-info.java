/**
 * Grades submissions: each runs in a kernel of its own, shut off as far as the system can, and is judged outside of it.
 */
package jacobi.course.grading;
