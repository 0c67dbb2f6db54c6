package jacobi.probability;

import static jacobi.language.Say.say;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of variables: {@code A=1, B=0}. */
record Condition(Map<String, String> values) {

    static Condition parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",")) {
            String[] sides = part.split("=", -1);
            if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
                throw new IllegalArgumentException(
                        say("probability.condition.write-each-condition-name", "text", text));
            }
            if (values.put(sides[0].strip(), sides[1].strip()) != null) {
                throw new IllegalArgumentException(
                        say("probability.condition.says-two-things", "text", text, "sides", sides[0].strip()));
            }
        }
        return new Condition(values);
    }

    /** Whether the cell of these positions meets the condition. */
    boolean[] cells(List<RandomVariable> variables, int cells) {
        boolean[] met = new boolean[cells];
        java.util.Arrays.fill(met, true);
        values.forEach((name, value) -> {
            int v = Joint.position(variables, name);
            int wanted = variables.get(v).position(value);
            int stride = variables.subList(v + 1, variables.size()).stream()
                    .mapToInt(later -> later.values().size())
                    .reduce(1, (a, b) -> a * b);
            int size = variables.get(v).values().size();
            for (int i = 0; i < cells; i++) {
                met[i] &= i / stride % size == wanted;
            }
        });
        return met;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(text.length() == 0 ? "" : ", ").append(name + "=" + value));
        return text.toString();
    }
}
