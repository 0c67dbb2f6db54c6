package jacobi.course.collecting;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A name that any system accepts for a file, made of one that a person or a platform chose. */
final class FolderName {
    private static final int LONGEST = 80;
    private static final Pattern REFUSED = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\ufffd]");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?|\\.*");

    private FolderName() {}

    static String of(String name) {
        String clean = REFUSED.matcher(name).replaceAll("_").strip().replaceAll("^\\.+|[. ]+$", "");
        if (clean.length() > LONGEST) {
            clean = clean.substring(0, LONGEST).strip();
        }
        return writable(RESERVED.matcher(clean).matches() ? "_" + clean : clean);
    }

    /** In a locale whose file names are ASCII, other letters as the bytes a URL would have. */
    private static String writable(String name) {
        Charset system = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        if (system.newEncoder().canEncode(name)) {
            return name;
        }
        StringBuilder escaped = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(one >= 0 ? String.valueOf((char) one) : "%%%02X".formatted(one & 0xff));
        }
        return escaped.toString();
    }
}
