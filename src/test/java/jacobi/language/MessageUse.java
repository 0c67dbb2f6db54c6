package jacobi.language;

import java.util.List;

/**
 * One call that asks for a message.
 *
 * @param place the file and line
 * @param arguments the names of its arguments
 */
record MessageUse(String place, String key, List<String> arguments) {

    /** A sentence in the code that should be a message of the catalogue. */
    record Loose(String file, int line, String text) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + text;
        }
    }
}
