package jacobi.tensor.cpu;

/**
 * How many images and filters a convolution has, and how these move along those.
 *
 * @param window its channels are all those of an image
 * @param groups parts the channels and filters fall into; a filter sees only its part's channels
 * @param batch images, (batch, channels, height, width)
 * @param filters filters, (filters, channels / groups, rows, columns)
 */
public record ConvolutionSizes(Window window, int groups, int batch, int filters) {
    /** The window of one group. */
    Window part() {
        return window.of(window.channels() / groups);
    }

    /** Filters of one group. */
    int share() {
        return filters / groups;
    }

    /** Numbers all filters give of one image. */
    int result() {
        return filters * window.places();
    }
}
