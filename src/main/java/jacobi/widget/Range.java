package jacobi.widget;

import static jacobi.language.Say.say;

/** What a slider with two handles selects. */
public record Range(double low, double high) {
    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException(say("widget.range.ends", "low", low, "high", high));
        }
    }
}
