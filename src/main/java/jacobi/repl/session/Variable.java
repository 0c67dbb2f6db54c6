package jacobi.repl.session;

/**
 * A live variable: a static field of a unit.
 *
 * @param unit the simple name of the unit's class
 * @param type as it can be written in source
 * @param all the types it is of where there are several, in its own type or among the arguments of that, as {@link
 *     jacobi.repl.javac.TypeText#all} has them; else null
 * @param finalIn the cell that declares it final, as {@code cell[3]}; null where it may change
 */
public record Variable(String name, String unit, String type, String all, String finalIn) {

    public boolean isFinal() {
        return finalIn != null;
    }

    /** The type with simple names, for people. */
    public String shortType() {
        return type.replaceAll("\\b(?:[a-z_]\\w*\\.)+(?:(?:cell|unit)\\d+\\.)?", "");
    }
}
