package jacobi.kernel;

import jacobi.wire.content.StreamText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Bytes one origin prints to its two streams, on their way to becoming messages. The streams keep their order, a
 * message is at most {@value #LARGEST} bytes long, and no character is cut in two.
 */
final class PrintedText {
    private static final int LARGEST = 64 * 1024;
    private static final byte[] NOTHING = {};

    private final Consumer<StreamText> publisher;
    private byte[] bytes = new byte[256];
    private int length;
    private String stream = "stdout";
    /** The beginning of a character whose end the other stream's text came before. */
    private byte[] cutOfOther = NOTHING;

    PrintedText(Consumer<StreamText> publisher) {
        this.publisher = publisher;
    }

    void append(String name, byte[] source, int offset, int count) {
        if (!name.equals(stream)) {
            flush();
            byte[] cut = Arrays.copyOf(bytes, length);
            length = 0;
            stream = name;
            add(cutOfOther, 0, cutOfOther.length);
            cutOfOther = cut;
        }
        int done = 0;
        while (done < count) {
            int part = Math.min(count - done, LARGEST - length);
            add(source, offset + done, part);
            done += part;
            if (length == LARGEST) {
                flush();
            }
        }
    }

    /** Publishes all whole characters; true if nothing is left behind. */
    boolean flush() {
        int whole = length - cutAtEnd();
        if (whole > 0) {
            String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
            System.arraycopy(bytes, whole, bytes, 0, length - whole);
            length -= whole;
            publisher.accept(new StreamText(stream, text));
        }
        return length == 0 && cutOfOther.length == 0;
    }

    /** Publishes all, the beginnings of characters that never ended too. */
    void end() {
        flush();
        publishRest(stream, Arrays.copyOf(bytes, length));
        publishRest(stream.equals("stdout") ? "stderr" : "stdout", cutOfOther);
        length = 0;
        cutOfOther = NOTHING;
    }

    private void publishRest(String name, byte[] rest) {
        if (rest.length > 0) {
            publisher.accept(new StreamText(name, new String(rest, StandardCharsets.UTF_8)));
        }
    }

    /** How many bytes at the end begin a character that is not complete. */
    private int cutAtEnd() {
        for (int back = 1; back <= Math.min(3, length); back++) {
            int lead = bytes[length - back] & 0xff;
            if (lead >= 0xc0) {
                int needed = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
                return needed > back ? back : 0;
            }
            if (lead < 0x80) {
                return 0;
            }
        }
        return 0;
    }

    private void add(byte[] source, int offset, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(LARGEST, Math.max(length + count, 2 * bytes.length)));
        }
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }
}
