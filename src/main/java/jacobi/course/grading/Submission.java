package jacobi.course.grading;

import static jacobi.language.Say.say;

import jacobi.course.collecting.Collected;
import jacobi.course.collecting.Remark;
import jacobi.notebook.NotebookException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one student handed in.
 *
 * @param student the person's name
 * @param folder what files about the student are called by
 * @param notebooks the files, links left out
 * @param flags what is known of it before it is graded
 * @param notes what the collector noted, in words
 */
public record Submission(String student, String folder, List<Path> notebooks, Set<Flag> flags, List<String> notes) {

    /**
     * The submissions in a folder, in the order of their names: a folder for each student, as {@code collect} and
     * nbgrader make them, or a notebook for each, named after the student.
     *
     * @throws NotebookException if there is none
     */
    public static List<Submission> in(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            throw new NotebookException(say(
                    Files.exists(place) ? "course.grade.no-folder" : "course.grade.missing-folder", "place", place));
        }
        Map<String, Collected.Entry> collected = new HashMap<>();
        Collected.read(place).entries().forEach(entry -> collected.put(entry.folder(), entry));
        List<Submission> all = new ArrayList<>();
        try (Stream<Path> entries = Files.list(place)) {
            for (Path entry : entries.sorted(
                            Comparator.comparing(path -> path.getFileName().toString()))
                    .toList()) {
                String name = entry.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(entry)) {
                    all.add(of(name, entry, collected.remove(name)));
                } else if (name.endsWith(".ipynb")) {
                    String student = name.substring(0, name.length() - ".ipynb".length());
                    all.add(of(student, entry, null));
                }
            }
        }
        // Who handed in nothing that could be taken has a row all the same.
        for (Map.Entry<String, Collected.Entry> gone : collected.entrySet()) {
            all.add(of(gone.getKey(), place.resolve(gone.getKey()), gone.getValue()));
        }
        if (all.isEmpty()) {
            throw new NotebookException(say("course.grade.no-submissions", "place", place));
        }
        all.sort(Comparator.comparing(Submission::folder));
        return all;
    }

    private static Submission of(String folder, Path place, Collected.Entry entry) throws IOException {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        List<String> notes = new ArrayList<>();
        if (entry != null) {
            for (Remark remark : entry.flags()) {
                flags.add(remark == Remark.LATE ? Flag.LATE : Flag.COLLECTED);
                notes.add(remark.words());
            }
        }
        return new Submission(entry == null ? folder : entry.student(), folder, notebooks(place, flags), flags, notes);
    }

    private static List<Path> notebooks(Path place, Set<Flag> flags) throws IOException {
        List<Path> found = new ArrayList<>();
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return found;
        }
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean hidden = folder.getFileName().toString().startsWith(".") && !folder.equals(place);
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.getFileName().toString().endsWith(".ipynb")) {
                    if (attributes.isRegularFile()) {
                        found.add(file);
                    } else {
                        // A link could lead to another student's work.
                        flags.add(Flag.UNREADABLE);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                flags.add(Flag.UNREADABLE);
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    /**
     * The notebook that answers the teacher's of that name: the one called so, or, where there is but one to answer,
     * the newest.
     */
    Optional<Path> answering(String name, boolean only) {
        List<Path> called = notebooks.stream()
                .filter(file ->
                        Collected.notebook(file.getFileName().toString()).equalsIgnoreCase(name))
                .toList();
        List<Path> fitting = called.isEmpty() && only ? notebooks : called;
        return fitting.stream().max(Comparator.comparing(Submission::time).thenComparing(Comparator.naturalOrder()));
    }

    private static long time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
