/**
 * JJava's names for what renders values; each hands over to IJava's kernel base, which has the same under other names.
 */
package org.dflib.jjava.jupyter.kernel.display;
