package jacobi.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.TestText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What pandas printed for one of the CSVs beside it, section by section; made by {@code pandas_says.py}. */
final class PandasSays {
    private final Map<String, String> sections = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    PandasSays(String resource) {
        String title = null;
        StringBuilder text = new StringBuilder();
        for (String line : read(resource).split("\n", -1)) {
            if (line.startsWith("=== ")) {
                keep(title, text);
                title = line.substring(4);
            } else {
                text.append(line).append('\n');
            }
        }
        text.setLength(text.length() - 1);
        keep(title, text);
    }

    private void keep(String title, StringBuilder text) {
        if (title != null) {
            sections.put(title, text.substring(0, text.length() - 1));
        }
        text.setLength(0);
    }

    PandasSays prints(String title, Object value) {
        asked.add(title);
        assertThat(String.valueOf(value)).as(title).isEqualTo(sections.get(title));
        return this;
    }

    /** The sections every file has. */
    PandasSays printsTheUsual(DataFrame data) {
        return prints("print", data)
                .prints("dtypes", data.dtypes())
                .prints("info", Info.of(data))
                .prints("describe", data.describe())
                .prints("missing", data.isna().sum())
                .prints("head", data.head())
                .prints("tail 2", data.tail(2))
                .prints("columns", data.columns())
                .prints("csv", data.head(8).toCsv().stripTrailing());
    }

    /** Fails when pandas printed something nothing was compared with. */
    void andNothingElse() {
        assertThat(asked).containsExactlyInAnyOrderElementsOf(sections.keySet());
    }

    static DataFrame csv(String name) {
        return Frames.readCsv(read(name));
    }

    static String read(String name) {
        return TestText.read(PandasSays.class, name);
    }
}
