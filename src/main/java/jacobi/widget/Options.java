package jacobi.widget;

import java.util.LinkedHashMap;
import java.util.Map;

/** Options by the texts a page shows for them; options of one text are told apart by their number. */
final class Options {
    private Options() {}

    static <T> Map<String, T> of(Iterable<T> options) {
        Map<String, T> byLabel = new LinkedHashMap<>();
        for (T option : options) {
            String text = String.valueOf(option);
            String label = text;
            for (int i = 2; byLabel.containsKey(label); i++) {
                label = text + " (" + i + ")";
            }
            byLabel.put(label, option);
        }
        return byLabel;
    }
}
