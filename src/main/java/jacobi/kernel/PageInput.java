package jacobi.kernel;

import jacobi.display.Keyboard;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** {@code System.in} of a cell: asks for a line, in UTF-8, whenever the one before is used up. */
final class PageInput extends InputStream {
    private final Keyboard keyboard;
    private byte[] line = {};
    private int next;

    PageInput(Keyboard keyboard) {
        this.keyboard = keyboard;
    }

    @Override
    public synchronized int read() {
        fill();
        return line[next++] & 0xff;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
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

    private void fill() {
        if (next == line.length) {
            line = (keyboard.readLine("", false) + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
    }
}
