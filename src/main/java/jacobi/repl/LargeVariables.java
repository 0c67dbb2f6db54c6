package jacobi.repl;

import jacobi.repl.session.Session;
import jacobi.repl.session.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables of a session that hold most of the heap: naming them, and letting go of them. */
final class LargeVariables {
    /** A variable is named as large from this share of the heap on. */
    private static final int NOTABLE = 50;

    private static final int MOST_NAMED = 3;

    private record Held(Variable variable, long bytes) {
        String megabytes() {
            return variable.name() + " holds about " + (bytes >> 20) + " MB";
        }
    }

    /** The largest, with what lets go of each; as far as there is memory to look. */
    List<String> largest(Session session) {
        return held(session).stream()
                .limit(MOST_NAMED)
                .map(held -> "  " + held.megabytes() + "; " + held.variable().name() + " = null; lets go of it")
                .toList();
    }

    /**
     * Sets variables to null, the largest first, until there is room again, and all that cells hold if that is not
     * enough; ends the process if there is none then.
     */
    List<String> letGo(Session session) {
        List<String> told = new ArrayList<>();
        for (Held held : held(session)) {
            session.letGo(held.variable());
            told.add("  " + held.megabytes().replace(" holds ", " held ")
                    + " and was set to null: no memory was left for the kernel to go on with");
            if (SpareMemory.isRoom()) {
                return told;
            }
        }
        session.letGoOfAll();
        if (!SpareMemory.isRoom()) {
            MemoryGuard.end();
        }
        return List.of("  all variables were set to null: no memory was left for the kernel to go on with");
    }

    private static List<Held> held(Session session) {
        long notable = Runtime.getRuntime().maxMemory() / NOTABLE;
        Map<Variable, Long> bytes = new HashMap<>();
        try {
            for (Variable variable : session.names().variables()) {
                Object value = session.value(variable);
                long held = value == null ? 0 : Holdings.of(value);
                if (held > notable) {
                    bytes.put(variable, held);
                }
            }
            return bytes.entrySet().stream()
                    .sorted(Map.Entry.<Variable, Long>comparingByValue().reversed())
                    .map(entry -> new Held(entry.getKey(), entry.getValue()))
                    .toList();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError | OutOfMemoryError e) {
            return List.of();
        }
    }
}
