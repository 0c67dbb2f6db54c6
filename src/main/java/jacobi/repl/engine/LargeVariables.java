package jacobi.repl.engine;

import static jacobi.language.Say.say;

import jacobi.repl.running.Holdings;
import jacobi.repl.running.Interruption;
import jacobi.repl.running.LastResort;
import jacobi.repl.running.SpareMemory;
import jacobi.repl.running.Stop;
import jacobi.repl.session.Session;
import jacobi.repl.session.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The variables of a session that hold most of the heap: naming them, and letting go of them. */
final class LargeVariables {
    /** A variable is named as large from this share of the heap on. */
    private static final int NOTABLE = 50;

    private static final int MOST_NAMED = 3;
    /** How long threads of cells may take to end. */
    private static final int STOPPING_MILLIS = 2_000;

    private final Stop stop;

    /** What was found while there was memory to look. */
    private volatile List<Held> noted = List.of();

    /** Ordered with the largest first. */
    private record Held(Variable variable, long bytes) implements Comparable<Held> {
        @Override
        public int compareTo(Held other) {
            return Long.compare(other.bytes, bytes);
        }

        long megabytes() {
            return bytes >> 20;
        }
    }

    LargeVariables(Stop stop) {
        this.stop = stop;
    }

    /** The largest, with what lets go of each; as far as there is memory to look. */
    List<String> largest(Session session) {
        return held(session).stream()
                .limit(MOST_NAMED)
                .map(held -> say(
                        "engine.largeVariables.null-lets-go",
                        "variable",
                        held.variable().name(),
                        "megabytes",
                        held.megabytes()))
                .toList();
    }

    /** Notes which are the largest while there is memory to look for them. */
    void note(Session session) {
        noted = held(session);
    }

    /**
     * Sets variables to null, the largest first as last noted, until there is room again, and all that cells hold if
     * that is not enough; ends the process if there is none then, and it may be ended.
     */
    synchronized List<String> letGo(Session session) {
        SpareMemory.releaseForLettingGo();
        // No lambda here: each place of one takes memory when it is first met.
        List<String> told = new ArrayList<>();
        // To look again takes memory: of a heap of 200 MB full of small objects it took more than three seconds.
        List<Held> largest = noted.isEmpty() ? held(session) : noted;
        noted = List.of();
        for (Held held : largest) {
            session.letGo(held.variable());
            told.add(say(
                    "engine.largeVariables.was-set-null",
                    "variable",
                    held.variable().name(),
                    "megabytes",
                    held.megabytes()));
            if (SpareMemory.isRoom()) {
                return told;
            }
        }
        session.letGoOfAll();
        if (!SpareMemory.isRoom()) {
            // Threads of cells may hold the rest, or take what is let go of.
            Interruption.stopAll();
            if (!SpareMemory.isRoomWithin(STOPPING_MILLIS) && stop.ownsProcess()) {
                LastResort.end();
            }
        }
        return List.of(say("engine.largeVariables.variables-were-set-null"));
    }

    private List<Held> held(Session session) {
        long notable = Runtime.getRuntime().maxMemory() / NOTABLE;
        try {
            List<Held> held = new ArrayList<>();
            for (Variable variable : session.names().variables()) {
                Object value = session.value(variable);
                long bytes = value == null ? 0 : Holdings.of(value);
                if (bytes > notable) {
                    held.add(new Held(variable, bytes));
                }
            }
            Held[] all = held.toArray(new Held[0]);
            Arrays.sort(all);
            return List.of(all);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError | OutOfMemoryError e) {
            // No memory to look: what was found while there was some.
            return noted;
        }
    }
}
