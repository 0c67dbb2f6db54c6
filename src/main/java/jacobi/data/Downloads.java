package jacobi.data;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of the book's chapters by name: fetched once, checked, and kept in a folder. */
public final class Downloads {
    /** Where the book keeps its files. */
    public static final String DATA_URL = "http://d2l-data.s3-accelerate.amazonaws.com/";

    /** Files by name; a notebook may add its own: {@code DATA_HUB.put("mine", new Download(url, sha1))}. */
    public static final Map<String, Download> DATA_HUB = new LinkedHashMap<>();

    private static final String FOLDER = "../data";
    private static final int PATIENCE_MILLIS = 20_000;

    static {
        hub("time_machine", "timemachine.txt", "090b5e7e70c295757f55df93cb0a180b9691891a");
        hub("fra-eng", "fra-eng.zip", "94646ad1522d915e7b0f9296181140edcf86a4f5");
        hub("ptb", "ptb.zip", "319d85e578af0cdc590547f26231e4e31cdf1e42");
        hub("aclImdb", "aclImdb_v1.tar.gz", "01ada507287d82875905620988597833ad4e0903");
        DATA_HUB.put(
                "SNLI",
                new Download(
                        "https://nlp.stanford.edu/projects/snli/snli_1.0.zip",
                        "9fcde07509c7e87ec61c640c1b2753d9041758e4"));
        hub("kaggle_house_train", "kaggle_house_pred_train.csv", "585e9cc93e70b39160e7921475f9bcd7d31219ce");
        hub("kaggle_house_test", "kaggle_house_pred_test.csv", "fa19780a7b011d9b009e8bff8e99922a8ee2eb90");
    }

    private Downloads() {}

    private static void hub(String name, String file, String sha1) {
        DATA_HUB.put(name, new Download(DATA_URL + file, sha1));
    }

    /** A file of {@link #DATA_HUB} in the folder {@code ../data}, fetched if it is not there yet. */
    public static String download(String name) {
        return download(name, FOLDER);
    }

    /**
     * A file of {@link #DATA_HUB}; gives its path. One that is there with the right SHA-1 is not fetched again.
     *
     * @param name its name in the hub
     * @param cacheDir the folder it is kept in, made if need be
     */
    public static String download(String name, @Default("\"../data\"") String cacheDir) {
        Download source = DATA_HUB.get(name);
        if (source == null) {
            throw new IllegalArgumentException(say("data.download.unknown", "name", name, "names", DATA_HUB.keySet()));
        }
        Path file = kept(source, Path.of(cacheDir));
        if (isWhole(file, source)) {
            return file.toString();
        }
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "download", ".part");
            try {
                fetch(source.url(), part);
                String found = sha1(part);
                if (!found.equalsIgnoreCase(source.sha1())) {
                    throw new IllegalStateException(
                            say("data.download.sha1", "url", source.url(), "expected", source.sha1(), "found", found));
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    say(
                            "data.download.failed",
                            "url",
                            source.url(),
                            "file",
                            file.toAbsolutePath().normalize(),
                            "sha1",
                            source.sha1()),
                    e);
        }
    }

    /** The folder that an archive of the hub was unpacked into, beside it. */
    public static String downloadExtract(String name) {
        return downloadExtract(name, null);
    }

    /**
     * The folder that an archive of the hub was unpacked into, beside it; {@code folder} if the archive has another one
     * inside. Archives are zip, tar or tar.gz.
     */
    public static String downloadExtract(String name, @Default("null") String folder) {
        return extract(Path.of(download(name)), folder);
    }

    static String extract(Path file, String folder) {
        Path base = file.toAbsolutePath().normalize().getParent();
        String archive = file.getFileName().toString();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (archive.endsWith(".zip")) {
                ZipInputStream zip = new ZipInputStream(in);
                for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                    unpack(zip, entry.isDirectory(), inside(file, base, entry.getName()));
                }
            } else if (archive.matches(".*\\.(tar|tar\\.gz|tgz)")) {
                InputStream plain = archive.endsWith(".tar") ? in : new GZIPInputStream(in);
                TarEntries tar = new TarEntries(new BufferedInputStream(plain), archive);
                while (tar.next()) {
                    unpack(tar.content(), tar.isFolder(), inside(file, base, tar.name()));
                }
            } else {
                throw new IllegalArgumentException(say("data.download.archive", "file", file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(say("data.file.not-read", "name", file), e);
        }
        String own = archive.replaceFirst("\\.(zip|tar|tar\\.gz|tgz)$", "");
        return base.resolve(folder == null ? own : folder).toString();
    }

    private static Path inside(Path file, Path base, String entry) {
        Path target = base.resolve(entry).normalize();
        if (!target.startsWith(base)) {
            throw new IllegalStateException(say("data.download.outside", "file", file, "entry", entry));
        }
        return target;
    }

    private static void unpack(InputStream content, boolean isFolder, Path target) throws IOException {
        if (isFolder) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * The file if a whole copy is in the folder {@code ../data}, else null: sets that have a share of their own ask
     * first.
     */
    static Path there(String name) {
        Path file = kept(DATA_HUB.get(name), Path.of(FOLDER));
        return isWhole(file, DATA_HUB.get(name)) ? file : null;
    }

    private static Path kept(Download source, Path folder) {
        return folder.resolve(source.url().substring(source.url().lastIndexOf('/') + 1));
    }

    private static boolean isWhole(Path file, Download source) {
        try {
            return Files.isReadable(file) && sha1(file).equalsIgnoreCase(source.sha1());
        } catch (IOException e) {
            // As if it were not there: it is fetched anew.
            return false;
        }
    }

    private static void fetch(String url, Path target) throws IOException {
        URLConnection connection = URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String sha1(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every Java has SHA-1.
        }
    }
}
