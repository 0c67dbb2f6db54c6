package org.dflib.jjava.runtime;

import jacobi.repl.magic.Words;
import java.util.List;

/** Functions that run magics. */
public final class Magics {
    private Magics() {}

    /** Runs a magic of a line. */
    public static <T> T lineMagic(String name, List<String> arguments) {
        return Words.lineMagic(name, arguments);
    }

    /** Runs a magic of a cell, which {@code body} is. */
    public static <T> T cellMagic(String name, List<String> arguments, String body) {
        return Words.cellMagic(name, arguments, body);
    }
}
