package jacobi.kernel;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code System.out}, {@code System.err} and {@code System.in} while the kernel runs; closing puts the old ones back. */
final class StandardStreams implements AutoCloseable {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final InputStream in = System.in;

    StandardStreams(Output output, Origins origins, InputStream input) {
        System.setOut(stream("stdout", output, origins));
        System.setErr(stream("stderr", output, origins));
        System.setIn(input);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        System.setIn(in);
    }

    private static PrintStream stream(String name, Output output, Origins origins) {
        OutputStream bytes = new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] source, int offset, int length) {
                output.print(origins.current(), name, source, offset, length);
            }

            @Override
            public void flush() {
                output.flush(origins.current());
            }
        };
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }
}
