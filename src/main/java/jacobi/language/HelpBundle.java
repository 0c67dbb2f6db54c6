package jacobi.language;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;

/**
 * What {@code --help} says, as the resource bundle that picocli reads: the messages below {@code command.help.} of the
 * catalogue, under picocli's own keys, in the language that is the reader's when a text is asked for.
 */
public final class HelpBundle extends ResourceBundle {
    private static final String HOME = "command.help.";

    @Override
    protected Object handleGetObject(String key) {
        String home = HOME + key;
        String message = Language.current().message(home);
        return message.equals(home) ? null : message;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(Language.of("en").orElseThrow().messages().keySet().stream()
                .filter(key -> key.startsWith(HOME))
                .map(key -> key.substring(HOME.length()))
                .toList());
    }
}
