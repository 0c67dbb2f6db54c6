package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.exercise.answer.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must or must not run when an answer is made or called: {@code loop}, {@code notation} (a cell that is not plain
 * Java), or the name of a method such as {@code backward}. A name that only stands in the cell does not count.
 */
record Constructs(Set<String> required, Set<String> forbidden) {
    static final Constructs NONE = new Constructs(Set.of(), Set.of());

    /** All the words, for questions to watch for. */
    Set<String> watched() {
        Set<String> all = new TreeSet<>(required);
        all.addAll(forbidden);
        return all;
    }

    /** Judges by all replies to an answer; nothing where it is not known what ran. */
    List<Outcome> judge(List<Reply> replies) {
        List<Set<String>> known = replies.stream()
                .filter(Reply.Given.class::isInstance)
                .map(reply -> ((Reply.Given) reply).ran())
                .filter(Objects::nonNull)
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        if (known.isEmpty()) {
            return outcomes;
        }
        Set<String> ran = new TreeSet<>();
        known.forEach(ran::addAll);
        String cell = say("exercise.constructs.your-cell");
        for (String word : new TreeSet<>(required)) {
            String rule = say("exercise.constructs.uses", "word", word(word));
            outcomes.add(
                    ran.contains(word)
                            ? Outcome.pass(cell, rule)
                            : Outcome.fail(cell, rule, "", say("exercise.constructs.did-not-run"), Mistake.CONSTRUCT));
        }
        for (String word : new TreeSet<>(forbidden)) {
            String rule = say("exercise.constructs.without", "word", word(word));
            outcomes.add(
                    ran.contains(word)
                            ? Outcome.fail(cell, rule, "", say("exercise.constructs.ran"), Mistake.CONSTRUCT)
                            : Outcome.pass(cell, rule));
        }
        return outcomes;
    }

    private static String word(String word) {
        return switch (word) {
            case "loop" -> say("exercise.constructs.loop");
            case "notation" -> say("exercise.constructs.notation");
            default -> word;
        };
    }
}
