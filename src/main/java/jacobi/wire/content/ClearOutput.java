package jacobi.wire.content;

/**
 * Clear what the cell has shown.
 *
 * @param waiting {@code wait}: not before the next output arrives
 */
public record ClearOutput(
        @com.fasterxml.jackson.annotation.JsonProperty("wait")
        boolean waiting) implements Content {}
