package jacobi.exercise;

import static jacobi.language.Say.say;

import java.util.List;

/** What the answer prints, as a table does, is the expected text; spaces between words and at line ends do not count. */
record TextCheck(String expected) implements Check {

    @Override
    public List<Outcome> run(Answer answer, Workshop workshop) throws NotAttempted {
        Object got = answer.finished();
        List<String> wanted = lines(expected);
        List<String> found = lines(String.valueOf(got));
        if (wanted.equals(found)) {
            return List.of(Outcome.pass("", wanted.size() + " lines"));
        }
        for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            if (!wanted.get(i).equals(found.get(i))) {
                return List.of(Outcome.fail("", "", found.get(i), say("exercise.textCheck.line-differs", "i", i + 1)));
            }
        }
        return List.of(Outcome.fail(
                "", wanted.size() + " lines", found.size() + " lines", say("exercise.textCheck.number-lines-differs")));
    }

    private static List<String> lines(String text) {
        return text.strip()
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .toList();
    }
}
