package jacobi.kernel;

import static jacobi.language.Say.say;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code System.out}, {@code System.err} and {@code System.in} while the kernel runs; closing puts the old ones back.
 *
 * <p>They belong to all cells: a cell cannot close them, and what it sets in their place lasts as long as the cell.
 */
final class StandardStreams implements AutoCloseable {
    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final InputStream inBefore = System.in;
    private final PrintStream out;
    private final PrintStream err;
    private final InputStream in;
    private boolean told;

    StandardStreams(Output output, Origins origins, InputStream input) {
        out = new Unclosable("stdout", output, origins);
        err = new Unclosable("stderr", output, origins);
        in = input;
        setAll(out, err, in);
    }

    /** Puts the kernel's streams back where a cell has set others, and says so the first time. */
    void restore() {
        boolean replaced = System.out != out || System.err != err;
        if (replaced || System.in != in) {
            setAll(out, err, in);
        }
        if (replaced && !told) {
            told = true;
            err.println(say("kernel.streams.back"));
        }
    }

    @Override
    public void close() {
        setAll(outBefore, errBefore, inBefore);
    }

    private static void setAll(PrintStream out, PrintStream err, InputStream in) {
        System.setOut(out);
        System.setErr(err);
        System.setIn(in);
    }

    /** A stream that goes on after {@code close}, as a try statement around {@code System.out} would call it. */
    private static final class Unclosable extends PrintStream {
        Unclosable(String name, Output output, Origins origins) {
            super(new Gathered(name, output, origins), false, StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            flush();
        }
    }

    /** Bytes on their way to the cell the current thread works for. */
    private static final class Gathered extends OutputStream {
        private final String name;
        private final Output output;
        private final Origins origins;

        Gathered(String name, Output output, Origins origins) {
            this.name = name;
            this.output = output;
            this.origins = origins;
        }

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
    }
}
