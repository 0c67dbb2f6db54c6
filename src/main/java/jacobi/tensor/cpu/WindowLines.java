package jacobi.tensor.cpu;

/**
 * What the windows of one line see of one plane: for each element of the window, where in the image it lies and for
 * which windows.
 */
final class WindowLines {
    /** Windows treated as one piece of work. */
    private static final int PIECE = 1 << 14;

    private final Window w;
    private final int[] from, to;
    /** Row of the image the windows begin at; negative in the margin. */
    private int y;

    private WindowLines(Window w) {
        this.w = w;
        from = new int[w.columns()];
        to = new int[w.columns()];
        for (int c = 0; c < from.length; c++) {
            int offset = c * w.columnDilation() - w.columnPadding();
            from[c] = Window.from(offset, w.columnStride());
            to[c] = Window.to(offset, w.columnStride(), w.width(), w.outWidth());
        }
    }

    /** Work on the windows over one plane, one channel of an image. */
    interface Plane {
        /** Does it for plane number {@code plane} of the batch. */
        void work(WindowLines seen, int plane);
    }

    /** Goes through all planes of a batch of images, shared among threads. */
    static void of(Window w, int batch, Plane work) {
        int planes = batch * w.channels();
        int some = Math.max(1, PIECE / Math.max(1, w.places()));
        Cores.run((planes + some - 1) / some, piece -> {
            WindowLines seen = new WindowLines(w);
            for (int p = piece * some; p < Math.min(planes, (piece + 1) * some); p++) {
                work.work(seen, p);
            }
        });
    }

    /** Goes to line {@code i} of windows. */
    void line(int i) {
        y = i * w.rowStride() - w.rowPadding();
    }

    /** First row of the window that is inside the image. */
    int top() {
        return Math.min(w.rows(), Window.from(y, w.rowDilation()));
    }

    /** Row of the window after the last that is inside the image. */
    int bottom() {
        return Math.min(w.rows(), Window.to(y, w.rowDilation(), w.height(), w.rows()));
    }

    /** Place in the plane of element (r, c) of the first window. */
    int start(int r, int c) {
        return (y + r * w.rowDilation()) * w.width() + c * w.columnDilation() - w.columnPadding();
    }

    /** First window whose column c is inside the image. */
    int from(int c) {
        return from[c];
    }

    /** Window after the last such. */
    int to(int c) {
        return to[c];
    }

    /**
     * Whether all windows are two by two wholly inside the image: the commonest, worth a loop without others inside.
     */
    boolean pairs() {
        return w.rows() == 2
                && w.columns() == 2
                && w.columnStride() == 2
                && w.columnDilation() == 1
                && w.rowDilation() == 1
                && w.columnPadding() == 0
                && 2 * w.outWidth() <= w.width()
                && y >= 0
                && y + 1 < w.height();
    }
}
