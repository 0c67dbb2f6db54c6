package jacobi.kernel;

import jacobi.display.InputUnavailableException;
import jacobi.display.Keyboard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;

/**
 * {@code System.in} of a cell: asks for a line, in UTF-8, whenever the one before is used up. Where there is none it
 * throws what readers expect of a stream: after any other exception a {@link java.util.Scanner} would read what is not
 * there.
 */
final class PageInput extends InputStream {
    private final Keyboard keyboard;
    private byte[] line = {};
    private int next;

    PageInput(Keyboard keyboard) {
        this.keyboard = keyboard;
    }

    @Override
    public synchronized int read() throws IOException {
        fill();
        return line[next++] & 0xff;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        fill();
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - next;
    }

    private void fill() throws IOException {
        if (next == line.length) {
            try {
                line = (keyboard.readLine("", false) + "\n").getBytes(StandardCharsets.UTF_8);
            } catch (InputUnavailableException | CancellationException e) {
                throw new IOException(e.getMessage(), e);
            }
            next = 0;
        }
    }
}
