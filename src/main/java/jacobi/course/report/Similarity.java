package jacobi.course.report;

import jacobi.course.grading.StudentMarks;
import jacobi.source.Lexer;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which submissions are alike: shared runs of {@value #LENGTH} tokens of the students' own code, whatever variables and
 * numbers are called. Runs that many students have, as the obvious way to write an answer, do not count. A hint for a
 * person's eye, and no proof of anything.
 */
final class Similarity {
    private static final int LENGTH = 12;
    /** Fewer own runs say nothing. */
    private static final int FEWEST = 15;
    /** A run that more than this share of the class has is common. */
    private static final double COMMON = 0.2;

    private static final double ALIKE = 0.6;

    private Similarity() {}

    /** @param share of the runs of the one with fewer that the other has too */
    record Pair(String first, String second, double share) {}

    /** The pairs that are alike, the most alike first. */
    static List<Pair> of(List<StudentMarks> all) {
        List<Set<Integer>> runs = new ArrayList<>();
        Map<Integer, Integer> having = new HashMap<>();
        for (StudentMarks marks : all) {
            Set<Integer> own = runs(marks.work());
            runs.add(own);
            own.forEach(run -> having.merge(run, 1, Integer::sum));
        }
        double most = Math.max(3, COMMON * all.size());
        runs.forEach(own -> own.removeIf(run -> having.get(run) > most));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            for (int j = i + 1; j < runs.size(); j++) {
                Set<Integer> fewer = runs.get(i).size() <= runs.get(j).size() ? runs.get(i) : runs.get(j);
                Set<Integer> more = fewer == runs.get(i) ? runs.get(j) : runs.get(i);
                long shared = fewer.size() < FEWEST
                        ? 0
                        : fewer.stream().filter(more::contains).count();
                double share = (double) shared / Math.max(1, fewer.size());
                if (share >= ALIKE) {
                    pairs.add(new Pair(all.get(i).folder(), all.get(j).folder(), share));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::share)
                .reversed()
                .thenComparing(Pair::first)
                .thenComparing(Pair::second));
        return pairs;
    }

    private static Set<Integer> runs(String work) {
        List<String> words = new ArrayList<>();
        for (Token token : Lexer.tokens(work)) {
            words.add(
                    switch (token.kind()) {
                        case NAME -> isCalled(work, token) ? token.text() : "name";
                        case NUMBER -> "number";
                        case STRING, CHARACTER -> "text";
                        default -> token.text();
                    });
        }
        Set<Integer> runs = new HashSet<>();
        for (int i = 0; i + LENGTH <= words.size(); i++) {
            runs.add(words.subList(i, i + LENGTH).hashCode());
        }
        return runs;
    }

    /** Methods keep their names: which are called, and in which order, is what makes an answer one's own. */
    private static boolean isCalled(String work, Token token) {
        return token.end() < work.length() && work.charAt(token.end()) == '(';
    }
}
