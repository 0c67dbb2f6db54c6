/** Gathers what students handed in, from folders and from the archives of learning platforms, one folder a student. */
package jacobi.course.collecting;
