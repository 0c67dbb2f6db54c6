/** The functions JJava had in every cell before its version 1, by the classes it had them in. */
package org.dflib.jjava.runtime;
