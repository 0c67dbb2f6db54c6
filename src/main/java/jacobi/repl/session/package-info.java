/** What a session knows: the names cells declared, where each lives, and the units written from them. */
package jacobi.repl.session;
