/** JJava's kernel for Java, and what it has in every cell. */
package org.dflib.jjava.kernel;
