/** A class's exercises: from the teacher's notebooks to those of the students. */
package jacobi.course;
