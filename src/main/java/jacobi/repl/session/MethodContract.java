package jacobi.repl.session;

import java.util.List;

/**
 * What a method's callers depend on.
 *
 * @param parameters the parameters' types without type arguments, as {@code (int,java.util.List)}: what tells overloads
 *     apart
 * @param result the result's, too: with the parameters, what compiled callers link to
 * @param rest type arguments, exceptions, and whether the last parameter may be repeated: what callers compile against
 */
record MethodContract(String parameters, String result, String rest) {
    static final MethodContract UNKNOWN = new MethodContract("", "", "");

    /** Whether callers compiled against the other one can call this one. */
    boolean links(MethodContract other) {
        return parameters.equals(other.parameters) && result.equals(other.result);
    }

    /** With the units of a plan under other names. */
    MethodContract named(List<String> unitNames) {
        return new MethodContract(
                Plan.named(parameters, unitNames), Plan.named(result, unitNames), Plan.named(rest, unitNames));
    }

    /** The reverse of {@link #named}. */
    MethodContract anonymous(List<String> unitNames) {
        return new MethodContract(
                Plan.anonymous(parameters, unitNames),
                Plan.anonymous(result, unitNames),
                Plan.anonymous(rest, unitNames));
    }
}
