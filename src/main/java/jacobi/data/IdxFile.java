package jacobi.data;

import static jacobi.language.Say.say;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * Bytes with a shape, in the format of MNIST's files: two zeros, the type 8, the number of axes, their lengths, the
 * bytes; compressed or not.
 */
record IdxFile(int[] shape, byte[] bytes) {

    /** @param name what the message calls it if it is no such file */
    static IdxFile read(InputStream file, String name) {
        try (BufferedInputStream raw = new BufferedInputStream(file)) {
            raw.mark(2);
            boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            DataInputStream in = new DataInputStream(zipped ? new GZIPInputStream(raw) : raw);
            int head = in.readInt();
            if (head >>> 8 != 8) {
                throw new IllegalArgumentException(
                        say("data.idx.not-idx", "name", name, "head", Integer.toHexString(head)));
            }
            int[] shape = new int[head & 0xff];
            int n = 1;
            for (int i = 0; i < shape.length; i++) {
                shape[i] = in.readInt();
                n = Math.multiplyExact(n, shape[i]);
            }
            byte[] bytes = in.readNBytes(n);
            if (bytes.length < n) {
                throw new IllegalArgumentException(
                        say("data.idx.cut-off", "name", name, "bytes", bytes.length, "all", n));
            }
            return new IdxFile(shape, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(say("data.file.not-read", "name", name), e);
        }
    }
}
