/** What cells may set for the rest of a session, and what a reset puts back. */
package jacobi.setting;
