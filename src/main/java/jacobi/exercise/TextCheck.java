package jacobi.exercise;

import static jacobi.language.Say.say;

import jacobi.exercise.answer.Plain;
import jacobi.exercise.answer.Reply;
import java.util.List;

/**
 * What the answer prints, as a table does, is the expected text; spaces between words and at line ends do not count.
 */
record TextCheck(String expected) implements OneValue {

    @Override
    public List<Outcome> judge(Reply.Given given) {
        String printed =
                given.value() instanceof Plain.Texts texts ? String.join("\n", texts.values()) : given.printed();
        List<String> wanted = lines(expected);
        List<String> found = lines(printed);
        if (wanted.equals(found)) {
            return List.of(Outcome.pass("", say("exercise.textCheck.lines", "n", wanted.size())));
        }
        for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            if (!wanted.get(i).equals(found.get(i))) {
                return List.of(Outcome.fail(
                        "", "", found.get(i), say("exercise.textCheck.line-differs", "i", i + 1), Mistake.VALUE));
            }
        }
        return List.of(Outcome.fail(
                "",
                say("exercise.textCheck.lines", "n", wanted.size()),
                say("exercise.textCheck.lines", "n", found.size()),
                say("exercise.textCheck.number-lines-differs"),
                Mistake.SHAPE));
    }

    private static List<String> lines(String text) {
        return text.strip()
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .toList();
    }
}
