package jacobi.nn;

import java.util.List;

/**
 * What loading a state found.
 *
 * @param missing names the module has and the state has not
 * @param unexpected names the state has and the module has not
 */
public record LoadedKeys(List<String> missing, List<String> unexpected) {
    @Override
    public String toString() {
        return missing.isEmpty() && unexpected.isEmpty()
                ? "<All keys matched successfully>"
                : "_IncompatibleKeys(missing_keys=" + quoted(missing) + ", unexpected_keys=" + quoted(unexpected) + ")";
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").toList();
    }
}
