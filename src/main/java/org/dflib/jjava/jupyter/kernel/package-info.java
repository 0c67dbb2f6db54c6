/** The kernel as JJava's libraries know it. */
package org.dflib.jjava.jupyter.kernel;
