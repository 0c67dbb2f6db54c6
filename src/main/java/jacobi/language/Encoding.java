package jacobi.language;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a text file stand for signs, where the file does not say it: UTF-8, or what Chinese Windows writes.
 */
public final class Encoding {
    /** China's standard, which GBK and GB2312 are parts of. */
    public static final Charset CHINESE = Charset.forName("GB18030");

    private Encoding() {}

    /**
     * The text of a file, without the mark that some programs begin UTF-8 with.
     *
     * @throws CharacterCodingException if it is neither UTF-8 nor Chinese text
     */
    public static Text decode(byte[] bytes) throws CharacterCodingException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Text(text.startsWith("\ufeff") ? text.substring(1) : text, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            if (!isChinese(new StringReader(new String(bytes, StandardCharsets.ISO_8859_1)))) {
                throw e;
            }
            return new Text(CHINESE.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), CHINESE);
        }
    }

    /**
     * Whether bytes look like Chinese text: most of what is not ASCII are pairs of the 6763 characters in common use
     * (GB2312, where both bytes are above 0xA0). In a text of Latin-1 such letters stand alone between ASCII.
     *
     * @param bytes read as ISO-8859-1, a char a byte; not closed
     */
    public static boolean isChinese(Reader bytes) {
        try {
            long pairs = 0;
            long others = 0;
            for (int first = bytes.read(); first >= 0; first = bytes.read()) {
                if (first > 0x80) {
                    int second = bytes.read();
                    if (first > 0xA0 && second > 0xA0) {
                        pairs++;
                    } else {
                        others++;
                    }
                }
            }
            return pairs > 3 * others;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A text that was read.
     *
     * @param encoding what was taken
     */
    public record Text(String text, Charset encoding) {
        /** Whether it is not what every text should be today, which a reader wants to know. */
        public boolean isUnusual() {
            return !encoding.equals(StandardCharsets.UTF_8);
        }
    }
}
