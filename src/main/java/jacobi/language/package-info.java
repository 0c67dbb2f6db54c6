/** What a reader sees, in the reader's language: one catalogue of messages, a file for each language. */
package jacobi.language;
