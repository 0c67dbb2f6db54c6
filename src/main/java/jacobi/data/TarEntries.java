package jacobi.data;

import static jacobi.language.Say.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The files of a tar archive, one after the other: the format of 1988 with GNU's and POSIX's long names.
 *
 * <p>Own code, because Apache Commons Compress with what it needs (1.28.0: 2.4 MB) would make the kernel's jar a tenth
 * larger for three of the book's archives.
 */
final class TarEntries {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 1 << 16;

    private final InputStream in;
    private final String archive;
    private long left;
    private long padding;
    private String name;
    private boolean folder;

    TarEntries(InputStream in, String archive) {
        this.in = in;
        this.archive = archive;
    }

    /** Goes to the next file or folder; false at the end. What is neither, as a link, is passed over. */
    boolean next() throws IOException {
        String longName = null;
        while (true) {
            in.skipNBytes(left + padding);
            left = 0;
            padding = 0;
            byte[] head = in.readNBytes(BLOCK);
            if (head.length == 0 || head.length == BLOCK && isZero(head)) {
                return false;
            }
            if (head.length < BLOCK) {
                throw damaged();
            }
            left = size(head);
            padding = (BLOCK - left % BLOCK) % BLOCK;
            char kind = (char) head[156];
            if (kind == 'L' || kind == 'x') {
                String text = new String(contents(), StandardCharsets.UTF_8);
                longName = kind == 'L' ? text.replace("\0", "") : path(text, longName);
                continue;
            }
            if (kind != '0' && kind != 0 && kind != '5') {
                longName = kind == 'g' ? longName : null;
                continue;
            }
            String prefix = text(head, 257, 5).equals("ustar") ? text(head, 345, 155) : "";
            String own = text(head, 0, 100);
            name = longName != null ? longName : prefix.isEmpty() ? own : prefix + "/" + own;
            folder = kind == '5' || name.endsWith("/");
            return true;
        }
    }

    String name() {
        return name;
    }

    boolean isFolder() {
        return folder;
    }

    /** What the file holds. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                if (left == 0) {
                    return length == 0 ? 0 : -1;
                }
                int got = in.read(target, from, (int) Math.min(length, left));
                if (got < 0) {
                    throw damaged();
                }
                left -= got;
                return got;
            }
        };
    }

    private byte[] contents() throws IOException {
        if (left > LONGEST_NAME) {
            throw damaged();
        }
        byte[] all = in.readNBytes((int) left);
        if (all.length < left) {
            throw damaged();
        }
        left = 0;
        return all;
    }

    private IOException damaged() {
        return new IOException(say("data.tar.damaged", "file", archive));
    }

    /** POSIX's records are "length name=value" and a line's end each. */
    private static String path(String records, String before) {
        return records.lines()
                .filter(line -> line.matches("\\d+ path=.*"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .reduce(before, (old, found) -> found);
    }

    private static String text(byte[] head, int from, int length) {
        int end = from;
        while (end < from + length && head[end] != 0) {
            end++;
        }
        return new String(head, from, end - from, StandardCharsets.UTF_8);
    }

    private long size(byte[] head) throws IOException {
        String octal = text(head, 124, 12).strip();
        if (!octal.matches("[0-7]+")) {
            throw damaged();
        }
        return Long.parseLong(octal, 8);
    }

    private static boolean isZero(byte[] block) {
        return Arrays.equals(block, new byte[BLOCK]);
    }
}
