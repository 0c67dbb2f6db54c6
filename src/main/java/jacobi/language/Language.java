package jacobi.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A language that messages are written in: a file of this package's resources, {@code zh.properties} for Chinese. One
 * is the reader's, for the whole process: the one asked for, else that of {@code JACOBI_LANG}, of the notebook, of the
 * machine, else English.
 */
public final class Language {
    /** The environment's variable that names a language for everything. */
    public static final String VARIABLE = "JACOBI_LANG";

    private static final Map<String, Optional<Language>> FOUND = new ConcurrentHashMap<>();
    private static volatile Language current;

    private final String code;
    /**
     * Read when the first message is asked for, a character for each byte: only the line that is wanted is decoded from
     * UTF-8.
     */
    private volatile String file;

    private Language(String code) {
        this.code = code;
    }

    /**
     * The language of a code or tag, as {@code zh}, {@code zh-CN} or {@code zh_CN.UTF-8}; empty where there are no
     * messages in it.
     */
    public static Optional<Language> of(String tag) {
        String code = tag.strip().toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*", "");
        return code.isEmpty()
                ? Optional.empty()
                : FOUND.computeIfAbsent(
                        code,
                        named -> Language.class.getResource(named + ".properties") == null
                                ? Optional.empty()
                                : Optional.of(new Language(named)));
    }

    /** The reader's. */
    public static Language current() {
        Language chosen = current;
        if (chosen == null) {
            chosen = Stream.of(
                            variable(),
                            Locale.getDefault(Locale.Category.DISPLAY).getLanguage())
                    .flatMap(tag -> of(tag).stream())
                    .findFirst()
                    .orElseGet(Language::english);
            current = chosen;
        }
        return chosen;
    }

    /** Takes a language for the reader's from now on. */
    public static void use(Language language) {
        current = language;
    }

    /** Takes the language a notebook names for the reader's, unless the environment names one. */
    public static void useNotebooks(String tag) {
        if (of(variable()).isEmpty()) {
            of(tag).ifPresent(Language::use);
        }
    }

    /** All there are messages in, by their codes. */
    public static List<Language> all() {
        return Stream.of(Locale.getISOLanguages())
                .flatMap(tag -> of(tag).stream())
                .distinct()
                .toList();
    }

    private static String variable() {
        return Optional.ofNullable(System.getenv(VARIABLE)).orElse("");
    }

    private static Language english() {
        return of("en").orElseThrow();
    }

    /** The code: {@code zh}. */
    public String code() {
        return code;
    }

    /** Whether it is what the code itself is written in. */
    public boolean isEnglish() {
        return code.equals("en");
    }

    /** The locale in which the JDK's own texts are asked for: they come for a country. */
    public Locale locale() {
        return Stream.of(Locale.getDefault(Locale.Category.DISPLAY), Locale.SIMPLIFIED_CHINESE)
                .filter(locale -> locale.getLanguage().equals(code))
                .findFirst()
                .orElseGet(() -> Locale.forLanguageTag(code));
    }

    /** The name its readers call it by: 简体中文. */
    public String ownName() {
        return message("language.name");
    }

    /** The message of a key as it is written; in English where this language has none. */
    String message(String key) {
        String message = properties(line(key)).getProperty(key);
        if (message != null) {
            return message;
        }
        Language english = english();
        return this == english ? key : english.message(key);
    }

    /**
     * The one line of the file that has the message of a key, found by halves: its lines are in the order of their
     * keys. Each kernel that starts says something: taking 1,800 lines apart for it took 25 ms of processor time, and
     * going through its text 3 ms for each message, where this takes 0.1.
     */
    private String line(String key) {
        String all = file();
        int low = 0;
        int high = all.length();
        while (low < high) {
            int start = all.lastIndexOf('\n', (low + high - 1) / 2 - 1) + 1;
            while (start > low && all.charAt(start) == '\n') {
                // A line without a key belongs to what is before it.
                start = all.lastIndexOf('\n', start - 2) + 1;
            }
            int end = all.indexOf('\n', start);
            String line = all.substring(start, end);
            int order = key.compareTo(line.substring(0, Math.max(0, line.indexOf('='))));
            if (order == 0) {
                return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            } else if (order < 0) {
                high = start;
            } else {
                low = end + 1;
            }
        }
        return "";
    }

    /** All messages by their keys. */
    Map<String, String> messages() {
        Properties all = properties(new String(file().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        return all.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(key -> key, all::getProperty));
    }

    private static Properties properties(String text) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private String file() {
        String read = file;
        if (read == null) {
            try (InputStream in = Language.class.getResourceAsStream(code + ".properties")) {
                read = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1) + "\n";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            file = read;
        }
        return read;
    }

    @Override
    public String toString() {
        return code;
    }
}
