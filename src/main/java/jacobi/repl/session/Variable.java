package jacobi.repl.session;

/**
 * A live variable: a static field of a unit.
 *
 * @param unit the simple name of the unit's class
 * @param type as it can be written in source
 */
public record Variable(String name, String unit, String type) {

    /** The type with simple names, for people. */
    public String shortType() {
        return type.replaceAll("\\b(?:[a-z_]\\w*\\.)+(?:(?:cell|unit)\\d+\\.)?", "");
    }
}
