/** JJava's name for a MIME type. */
package org.dflib.jjava.jupyter.kernel.display.mime;
