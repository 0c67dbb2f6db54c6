/** Writes marks for those who read them: tables, machines' formats, and pages. */
package jacobi.course.report;
