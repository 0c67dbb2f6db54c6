package jacobi.frame;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Counts quotes on their way to the parser: an odd number tells that one was never closed. */
final class QuoteCounter extends FilterReader {
    private boolean odd;

    QuoteCounter(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            odd ^= buffer[i] == '"';
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        odd ^= c == '"';
        return c;
    }

    boolean isOdd() {
        return odd;
    }
}
