/** What a check asks of an answer and what comes back, as plain data that can go to another process. */
package jacobi.exercise.answer;
