package jacobi.repl.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What adding libraries comes to.
 *
 * @param added new ones
 * @param replaced new ones by the other version of theirs, of which no class was used yet, that they take the place of
 * @param refused those that cannot be added, with what is in use in their place, as {@code xchart-3.5.2.jar}
 * @param result all libraries afterwards, in the order they are searched
 */
public record LibraryChange(
        List<Library> added, Map<Library, Library> replaced, Map<Library, String> refused, List<Library> result) {
    public LibraryChange {
        added = List.copyOf(added);
        replaced = new LinkedHashMap<>(replaced);
        refused = new LinkedHashMap<>(refused);
        result = List.copyOf(result);
    }
}
