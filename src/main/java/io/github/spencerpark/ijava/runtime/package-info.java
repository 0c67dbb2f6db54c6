/** The functions IJava imports into every cell, by the classes it has them in. */
package io.github.spencerpark.ijava.runtime;
