package jacobi.display;

import static jacobi.language.Say.say;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;

/** Asks on standard output and reads from standard input; passwords are hidden where there is a terminal. */
final class ConsoleKeyboard implements Keyboard {
    private final BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));

    @Override
    public String readLine(String prompt, boolean hidden) {
        if (hidden && System.console() != null) {
            return new String(System.console().readPassword("%s", prompt));
        }
        System.out.print(prompt);
        System.out.flush();
        try {
            String line = lines.readLine();
            if (line == null) {
                throw new InputUnavailableException(say("display.consoleKeyboard.standard-input-ended"));
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
