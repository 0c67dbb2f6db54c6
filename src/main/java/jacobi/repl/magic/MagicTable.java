package jacobi.repl.magic;

import jacobi.display.Displays;
import jacobi.repl.Evaluation;
import jacobi.repl.magic.Magic.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All magics, in the order they are listed. */
final class MagicTable {
    private final List<Magic> rows = new ArrayList<>();
    private String subject = "";

    /** What the rows from here on are about. */
    MagicTable subject(String name) {
        subject = name;
        return this;
    }

    /** One for a line: {@code %name}. */
    MagicTable line(String name, String usage, String purpose, Action action, String... others) {
        return add(name, usage, purpose, false, true, action, others);
    }

    /** One for a line or a whole cell: {@code %name} or {@code %%name}. */
    MagicTable both(String name, String usage, String purpose, Action action, String... others) {
        return add(name, usage, purpose, true, true, action, others);
    }

    /** One for a whole cell: {@code %%name}. */
    MagicTable whole(String name, String usage, String purpose, Action action, String... others) {
        return add(name, usage, purpose, true, false, action, others);
    }

    /** One that shows the text of a whole cell. */
    MagicTable shown(String name, String purpose, Function<String, Object> made, String... others) {
        return whole(
                name,
                "",
                purpose,
                call -> {
                    Displays.display(made.apply(call.body().stripLeading()));
                    return new Evaluation.Done();
                },
                others);
    }

    private MagicTable add(
            String name,
            String usage,
            String purpose,
            boolean ofCell,
            boolean ofLine,
            Action action,
            String... others) {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(List.of(others));
        rows.add(new Magic(subject, names, usage, purpose, ofCell, ofLine, action));
        return this;
    }

    List<Magic> rows() {
        return rows;
    }

    Map<String, List<Magic>> bySubject() {
        Map<String, List<Magic>> all = new LinkedHashMap<>();
        rows.forEach(magic ->
                all.computeIfAbsent(magic.subject(), any -> new ArrayList<>()).add(magic));
        return all;
    }

    Optional<Magic> find(String name) {
        return rows.stream().filter(magic -> magic.names().contains(name)).findFirst();
    }
}
