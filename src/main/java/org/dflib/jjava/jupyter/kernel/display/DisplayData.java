package org.dflib.jjava.jupyter.kernel.display;

/** What a page shows of a value: its forms by MIME type. */
public class DisplayData extends io.github.spencerpark.jupyter.kernel.display.DisplayData {
    /** Nothing yet. */
    public DisplayData() {}

    /** A text. */
    public DisplayData(String text) {
        super(text);
    }

    /** The same forms as {@code other}. */
    public DisplayData(io.github.spencerpark.jupyter.kernel.display.DisplayData other) {
        super(other);
    }
}
