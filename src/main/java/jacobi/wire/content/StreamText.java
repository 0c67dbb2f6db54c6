package jacobi.wire.content;

/**
 * Text a cell printed.
 *
 * @param name {@code stdout} or {@code stderr}
 */
public record StreamText(String name, String text) implements Content {
    @Override
    public String type() {
        return "stream";
    }
}
