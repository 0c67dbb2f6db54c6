package jacobi.tensor.cpu;

/**
 * How images lie in memory while windows slide over them: with their margin, and where windows move by more than one,
 * taken apart into every second row and column, or every third. So what the windows of a row see at one of their
 * elements lies in one run, and the rows of the matrix of windows need not be copied, only found. Copying them took 2.2
 * ms for 64 images of 16 channels, 28 by 28, and 32 filters of 3 by 3 that move by 2, and this 1.3.
 */
record PaddedImages(int channels, int height, int width, PaddedAxis down, PaddedAxis across) {

    /** Numbers of one image, the margin after the last line left out. */
    int size() {
        return channels * down.parts() * across.parts() * plane();
    }

    private int plane() {
        return down.pitch * across.pitch;
    }

    /** Numbers from the first of some windows to the last, of {@code rows} rows and {@code columns} columns. */
    int span(int rows, int columns) {
        return (rows - 1) * across.pitch + columns;
    }

    /** Where in an image of this form a channel's place is, counted from the image's first row and column. */
    int offset(int channel, int row, int column) {
        return plane(channel, down.part(row), across.part(column))
                + down.within(row) * across.pitch
                + across.within(column);
    }

    private int plane(int channel, int row, int column) {
        return ((channel * down.parts() + row) * across.parts() + column) * plane();
    }

    /** Copies an image to where its margin is 0. */
    <A> void copy(Panels<A> panels, A x, int at, A out, int outAt) {
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < down.parts(); row++) {
                for (int column = 0; column < across.parts(); column++) {
                    panels.copyLines(
                            down.count(row),
                            across.count(column),
                            x,
                            at + (c * height + down.first(row)) * width + across.first(column),
                            down.step * width,
                            across.step,
                            out,
                            outAt + plane(c, row, column) + down.from(row) * across.pitch + across.from(column),
                            across.pitch,
                            1);
                }
            }
        }
    }
}
