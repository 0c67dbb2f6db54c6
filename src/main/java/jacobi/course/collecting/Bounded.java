package jacobi.course.collecting;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to give more than so many bytes: what a file says of its own size need not be true. */
final class Bounded extends FilterInputStream {
    private long left;

    /** There was more. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Bounded(InputStream in, long most) {
        super(in);
        left = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) throws TooMuch {
        left -= bytes;
        if (left < 0) {
            throw new TooMuch();
        }
    }
}
