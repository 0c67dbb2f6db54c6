package jacobi.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How often each exercise failed and which have passed: of this session, or of all that were kept in one file. */
final class Attempts {
    private static final String PASSED = "passed";

    private final Map<String, Integer> failures = new HashMap<>();
    private final Set<String> passed = new HashSet<>();
    private Path file;

    /**
     * Goes on from what a file keeps, and keeps there what comes; a file that cannot be read or written is left alone.
     */
    synchronized void keepIn(Path place) {
        file = place;
        failures.clear();
        passed.clear();
        try {
            for (String line : Files.isRegularFile(place) ? Files.readAllLines(place) : List.<String>of()) {
                String[] words = line.split("\t");
                if (words.length == 2 && words[1].equals(PASSED)) {
                    passed.add(words[0]);
                } else if (words.length == 2 && words[1].matches("\\d{1,6}")) {
                    failures.put(words[0], Integer.valueOf(words[1]));
                }
            }
        } catch (IOException e) {
            // Progress that is lost is no reason not to work.
        }
    }

    /** Counts a try. A later failure does not take a pass back. */
    synchronized Result count(Result result) {
        String id = result.exercise().id();
        if (result.passed()) {
            passed.add(id);
            keep();
        } else if (result.attempted()) {
            failures.merge(id, 1, Integer::sum);
            keep();
        }
        return again(result);
    }

    /** The same try seen again: it counts no more. */
    synchronized Result again(Result result) {
        return result.after(failures.getOrDefault(result.exercise().id(), 0));
    }

    synchronized Set<String> passed() {
        return Set.copyOf(passed);
    }

    private void keep() {
        if (file == null) {
            return;
        }
        StringBuilder text = new StringBuilder();
        new TreeMap<>(failures)
                .forEach((id, count) ->
                        text.append(id).append('\t').append(count).append('\n'));
        passed.stream()
                .sorted()
                .forEach(id -> text.append(id).append('\t').append(PASSED).append('\n'));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            // As in a folder that is only for reading.
        }
    }
}
