package jacobi.repl.session;

/**
 * A line as {@code import static lecture.Shapes.area;} that brings a member of a class declared in a cell.
 *
 * @param type the class
 * @param path what it brings of it: {@code area}, {@code Inner.size}, {@code *}
 */
record OwnImport(boolean isStatic, String type, String path) {

    boolean mayBring(String word) {
        return path.endsWith("*") || path.equals(word) || path.endsWith("." + word);
    }

    /**
     * The line to compile.
     *
     * @param unit the class's
     * @param live the class as it is, or null
     */
    String of(String unit, DeclaredType live) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        boolean there = live == null || live.part().words().contains(last);
        // A class that is declared anew without the member, or inherits it, is no fault of this line.
        String brought = there ? path : path.substring(0, path.length() - last.length()) + "*";
        return "import " + (isStatic ? "static " : "") + "cells." + unit + "." + type + "." + brought + ";";
    }
}
