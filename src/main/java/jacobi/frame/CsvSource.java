package jacobi.frame;

import static jacobi.language.Say.say;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Where a CSV comes from, readable more than once.
 *
 * @param name what errors call it
 */
record CsvSource(String name, Opening opening) {

    interface Opening {
        Reader open(Charset charset) throws IOException;
    }

    /** A path, an http(s) or file address, or, if it has several lines, the text itself. */
    static CsvSource of(String pathOrText) {
        if (pathOrText.indexOf('\n') >= 0) {
            return ofText(pathOrText);
        } else if (pathOrText.matches("(?i)(https?|ftp)://.*")) {
            return ofAddress(pathOrText);
        } else if (pathOrText.regionMatches(true, 0, "file:", 0, 5)) {
            return of(Path.of(URI.create(pathOrText)));
        }
        boolean home = pathOrText.startsWith("~/") || pathOrText.startsWith("~\\");
        return of(home ? Path.of(System.getProperty("user.home"), pathOrText.substring(2)) : Path.of(pathOrText));
    }

    static CsvSource ofText(String text) {
        return new CsvSource(say("frame.csvSource.text"), charset -> new StringReader(text));
    }

    static CsvSource of(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(missing(path));
        }
        return new CsvSource(path.toString(), charset -> reader(Files.newInputStream(path), path.toString(), charset));
    }

    private static CsvSource ofAddress(String address) {
        byte[] bytes;
        try (InputStream in = URI.create(address).toURL().openStream()) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(say("frame.csvSource.cannot-fetch", "address", address, "e", e), e);
        }
        return new CsvSource(address, charset -> reader(new ByteArrayInputStream(bytes), address, charset));
    }

    private static Reader reader(InputStream in, String name, Charset charset) throws IOException {
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
        BufferedInputStream bytes = new BufferedInputStream(plain, 1 << 16);
        bytes.mark(3);
        // Excel starts UTF-8 files with a byte order mark.
        boolean marked = bytes.read() == 0xEF && bytes.read() == 0xBB && bytes.read() == 0xBF;
        if (!marked) {
            bytes.reset();
        }
        // A new decoder reports what it cannot read, where a charset alone would put question marks.
        return new InputStreamReader(bytes, charset.newDecoder());
    }

    private static String missing(Path path) {
        if (Files.isDirectory(path)) {
            return say("frame.csvSource.folder-file-needed", "path", path);
        }
        Path absolute = path.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        String searched = say("frame.csvSource.no-file-searched", "path", path.getFileName(), "folder", folder);
        if (folder == null || !Files.isDirectory(folder)) {
            return say("frame.csvSource.folder-does-not-exist", "searched", searched);
        }
        try (Stream<Path> files = Files.list(folder)) {
            String tables = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("(?i).*\\.(csv|tsv|txt)(\\.gz)?"))
                    .sorted()
                    .limit(10)
                    .collect(Collectors.joining(", "));
            return tables.isEmpty()
                    ? say("frame.csvSource.which-holds-no-csv", "searched", searched)
                    : say("frame.csvSource.which-holds", "searched", searched, "tables", tables);
        } catch (IOException e) {
            return say("frame.csvSource.which-cannot-listed", "searched", searched, "reason", e.getMessage());
        }
    }
}
