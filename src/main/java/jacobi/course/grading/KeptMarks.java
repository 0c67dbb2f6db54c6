package jacobi.course.grading;

import jacobi.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The marks in a folder, kept from run to run: those of a submission hold as long as nothing has changed that decides
 * about them, which are its notebooks, the assignment, the limits and the data.
 */
public final class KeptMarks {
    /** Raised when the same submission would be given other marks. */
    private static final String EDITION = "2";

    private final Path folder;
    private final String common;
    private final Map<String, Map<String, Double>> given;

    private KeptMarks(Path folder, String common, Map<String, Map<String, Double>> given) {
        this.folder = folder;
        this.common = common;
        this.given = given;
    }

    /**
     * Reads a folder of marks, with the points that a person gave.
     *
     * @param folder made if there is none
     * @param data more files that decide, in a folder; or null
     */
    public static KeptMarks in(Path folder, Assignment assignment, Limits limits, Path data) throws IOException {
        Files.createDirectories(folder);
        MessageDigest digest = digest();
        add(digest, EDITION, Language.current().code(), limits.toString());
        for (Path file : deciding(assignment, data)) {
            add(digest, file.getFileName().toString());
            digest.update(Files.readAllBytes(file));
        }
        return new KeptMarks(folder, HexFormat.of().formatHex(digest.digest()), ManualMarks.read(folder));
    }

    private static List<Path> deciding(Assignment assignment, Path data) throws IOException {
        List<Path> files = new ArrayList<>(assignment.files());
        if (data != null) {
            try (Stream<Path> more = Files.walk(data)) {
                more.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    /** How many of the submissions are to be graded. */
    public int missing(List<Submission> submissions) throws IOException {
        int missing = 0;
        for (Submission submission : submissions) {
            missing += of(submission).isEmpty() ? 1 : 0;
        }
        return missing;
    }

    /** The marks of a submission that has not changed since it was graded. */
    Optional<StudentMarks> of(Submission submission) throws IOException {
        String fingerprint = fingerprint(submission);
        return StudentMarks.read(StudentMarks.file(folder, submission.folder()))
                .filter(marks -> marks.fingerprint().equals(fingerprint))
                .map(this::withGiven);
    }

    /**
     * Keeps new marks, unless it is the machine's fault that they are none.
     *
     * @return the same with the points that a person gave
     */
    StudentMarks keep(StudentMarks marks) throws IOException {
        if (!marks.flags().contains(Flag.NOT_GRADED)) {
            marks.write(folder);
        }
        return withGiven(marks);
    }

    private StudentMarks withGiven(StudentMarks marks) {
        return marks.with(given.getOrDefault(marks.folder(), Map.of()));
    }

    /** All that is kept, by name, for {@link Submission}s of one part of many machines. */
    public List<StudentMarks> all() throws IOException {
        Path students = StudentMarks.file(folder, "").getParent();
        if (!Files.isDirectory(students)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(students)) {
            Map<String, StudentMarks> all = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(".json"))
                    .forEach(file ->
                            StudentMarks.read(file).ifPresent(marks -> all.put(marks.folder(), withGiven(marks))));
            return List.copyOf(all.values());
        }
    }

    /** Of all that decides about a submission's marks. */
    String fingerprint(Submission submission) throws IOException {
        MessageDigest digest = digest();
        add(
                digest,
                common,
                submission.student(),
                submission.flags().toString(),
                submission.notes().toString());
        for (Path file : submission.notebooks()) {
            add(
                    digest,
                    file.getFileName().toString(),
                    Files.getLastModifiedTime(file).toString());
            try (InputStream in = Files.newInputStream(file)) {
                byte[] part = new byte[1 << 16];
                for (int count = in.read(part); count >= 0; count = in.read(part)) {
                    digest.update(part, 0, count);
                }
            } catch (IOException e) {
                // Flagged when it is graded.
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String... parts) {
        for (String part : parts) {
            digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
