package jacobi.repl.engine;

import java.util.List;

/** Of which types a call with a semicolon may have a value that nobody makes to throw it away. */
final class QuietValue {
    /** Texts, numbers and collections; figures, which show by themselves; components, which {@code add} returns. */
    private static final List<String> PLAIN = List.of(
            "java.", "javax.", "jdk.", "cells.", "jacobi.plot.", "jacobi.exercise.", "jacobi.tensor.", "jacobi.repl.");

    private static final String IMAGES = "java.awt.image.";

    private QuietValue() {}

    /** Whether an object of this type, by its full name, may be a chart, an image, a table or HTML. */
    static boolean mayBeRich(String type) {
        return type.startsWith(IMAGES)
                || type.indexOf('.') > 0 && PLAIN.stream().noneMatch(type::startsWith);
    }
}
