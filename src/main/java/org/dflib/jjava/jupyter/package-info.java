/** What JJava's libraries are installed by. */
package org.dflib.jjava.jupyter;
