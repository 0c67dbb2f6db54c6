package jacobi.course.collecting;

import static jacobi.language.Say.say;

import jacobi.notebook.NotebookException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipException;

/**
 * Copies submissions into folders that the grader, and nbgrader, read: {@code STUDENT/ASSIGNMENT/NOTEBOOK.ipynb} with
 * the time in {@code timestamp.txt}. Of several notebooks of a name the newest counts. The source stays as it is.
 *
 * @param assignment the name of the folder between student and notebook
 * @param due when it was due, or null
 */
public record Collector(String assignment, Instant due, SizeLimits limits) {
    private static final DateTimeFormatter NBGRADER =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS 'UTC'").withZone(ZoneOffset.UTC);

    /** A file with its student. */
    private record Work(Name name, HandedIn file) {
        /** Two of one key are two versions of one file. */
        String key() {
            return file.isNotebook() ? Name.notebook(name.file()) : name.file();
        }
    }

    /**
     * Collects.
     *
     * @param place a folder or a zip
     * @param target the folder of submissions, made if there is none; what lies there already stays where it is newer
     * @return all that was collected there, now and before
     * @throws NotebookException if the source cannot be read or the target lies in it
     */
    public Collected collect(Path place, Path target) throws IOException {
        if (!Files.exists(place)) {
            throw new NotebookException(say("course.collect.no-source", "place", place));
        }
        if (Files.isDirectory(place)
                && target.toAbsolutePath()
                        .normalize()
                        .startsWith(place.toAbsolutePath().normalize())) {
            throw new NotebookException(say("course.collect.inside", "target", target, "place", place));
        }
        Collected collected = Collected.read(target);
        List<Source> opened = new ArrayList<>();
        try {
            Source source = Source.of(place);
            opened.add(source);
            List<Work> works = new ArrayList<>();
            List<Source.PassedOver> passedOver = new ArrayList<>();
            source.forEach(file -> read(file, null, works, passedOver, opened), passedOver::add);
            List<Work> named = source instanceof Archive ? belowCommonFolder(works) : works;
            Map<Name, String> folders = folders(named, passedOver);
            Files.createDirectories(target);
            for (Map.Entry<Name, List<Work>> student : byStudent(named).entrySet()) {
                String folder = folders.get(student.getKey());
                take(student.getValue(), collected.entry(student.getKey().student(), folder), target.resolve(folder));
            }
            for (Source.PassedOver one : passedOver) {
                Name who = whose(Name.of(one.path()));
                collected.entry(who.student(), folders.get(who)).flags().add(one.why());
            }
            collected.entries().stream()
                    .filter(entry -> entry.times().isEmpty())
                    .forEach(entry -> entry.flags().add(Remark.NO_NOTEBOOK));
            collected.write(target);
            return collected;
        } finally {
            for (Source source : opened) {
                source.close();
            }
        }
    }

    /** Takes a file in, or what is in it if it is an archive. */
    private void read(
            HandedIn file, Name owner, List<Work> works, List<Source.PassedOver> passedOver, List<Source> opened)
            throws IOException {
        if (file.isLitter()) {
            return;
        }
        Name own = Name.of(file.path());
        Name name = owner == null || Name.isOfPlatform(file.path())
                ? own
                : new Name(owner.student(), owner.number(), file.path(), owner.markedLate());
        if (!file.isArchive()) {
            works.add(new Work(name, file));
            return;
        }
        try (InputStream content = file.content().open()) {
            Archive inner = Archive.open(content, limits.student());
            opened.add(inner);
            // One archive deep: what lies in an archive in an archive stays packed.
            Source.Taker taker = owner == null
                    ? inside -> read(inside, name, works, passedOver, opened)
                    : inside -> works.add(new Work(name, inside));
            inner.forEach(taker, one -> passedOver.add(new Source.PassedOver(file.path(), one.why())));
        } catch (Bounded.TooMuch e) {
            passedOver.add(new Source.PassedOver(file.path(), Remark.TOO_LARGE));
        } catch (IOException | IllegalArgumentException e) {
            passedOver.add(new Source.PassedOver(file.path(), Remark.ARCHIVE_DAMAGED));
        }
    }

    /** An archive often has all its files in one folder of its own name, which is nobody's. */
    private static List<Work> belowCommonFolder(List<Work> works) {
        boolean platform = works.stream().anyMatch(work -> !work.name().number().isEmpty());
        Set<String> first = new HashSet<>();
        Set<String> second = new HashSet<>();
        for (Work work : works) {
            first.add(work.name().student());
            int slash = work.name().file().indexOf('/');
            second.add(slash < 0 ? "" : work.name().file().substring(0, slash));
        }
        if (platform || first.size() != 1 || second.size() < 2) {
            return works;
        }
        return works.stream()
                .map(work -> new Work(Name.of(work.name().file()), work.file()))
                .toList();
    }

    private static Map<Name, List<Work>> byStudent(List<Work> works) {
        Map<Name, List<Work>> students =
                new TreeMap<>(Comparator.comparing(Name::student).thenComparing(Name::number));
        works.forEach(work -> students.computeIfAbsent(whose(work.name()), name -> new ArrayList<>())
                .add(work));
        return students;
    }

    private static Name whose(Name name) {
        return new Name(name.student(), name.number(), "", false);
    }

    /** A folder for each student; people of one name are told apart by the platform's number. */
    private static Map<Name, String> folders(List<Work> works, List<Source.PassedOver> passedOver) {
        Set<Name> students = new HashSet<>();
        works.forEach(work -> students.add(whose(work.name())));
        passedOver.forEach(one -> students.add(whose(Name.of(one.path()))));
        Map<String, Integer> sharing = new HashMap<>();
        students.forEach(name -> sharing.merge(FolderName.of(name.student()), 1, Integer::sum));
        Map<Name, String> folders = new HashMap<>();
        for (Name name : students) {
            String folder = FolderName.of(name.student());
            boolean shared = sharing.get(folder) > 1 && !name.number().isEmpty();
            folders.put(name, shared ? folder + " (" + name.number() + ")" : folder);
        }
        return folders;
    }

    private void take(List<Work> works, Collected.Entry entry, Path folder) throws IOException {
        Map<String, Work> newest = new TreeMap<>();
        boolean several = false;
        for (Work work : works) {
            Work other = newest.putIfAbsent(work.key(), work);
            if (other != null) {
                several |= work.file().isNotebook();
                if (isNewer(work, other)) {
                    newest.put(work.key(), work);
                }
            }
        }
        if (several) {
            entry.flags().add(Remark.SEVERAL);
        }
        long room = limits.student();
        int count = 0;
        for (Work work : newest.values()) {
            if (work.file().isArchive()) {
                continue;
            }
            if (++count > limits.files()) {
                entry.flags().add(Remark.TOO_LARGE);
                break;
            }
            room -= take(work, entry, folder.resolve(FolderName.of(assignment)), Math.min(limits.file(), room));
        }
        writeTime(entry, folder);
    }

    /** The later one; where the source knows no times, the one whose name says it came later. */
    private static boolean isNewer(Work work, Work other) {
        int time = work.file().time().compareTo(other.file().time());
        return time > 0
                || time == 0
                        && work.file().name().length() >= other.file().name().length();
    }

    private long take(Work work, Collected.Entry entry, Path folder, long most) throws IOException {
        Path place = work.file().isNotebook()
                ? folder.resolve(FolderName.of(Name.notebook(work.name().file())) + ".ipynb")
                : folder.resolve(below(work.name().file()));
        String name = folder.getParent().relativize(place).toString().replace('\\', '/');
        Instant before = entry.times().get(name);
        if (before != null && !work.file().time().isAfter(before)) {
            return 0;
        }
        Files.createDirectories(place.getParent());
        Path partial = Files.createTempFile(place.getParent(), ".collecting-", "");
        long size;
        try (Counted in = new Counted(new Bounded(work.file().content().open(), most));
                OutputStream out = Files.newOutputStream(partial)) {
            in.transferTo(out);
            size = in.count;
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            entry.flags()
                    .add(
                            e instanceof Bounded.TooMuch
                                    ? Remark.TOO_LARGE
                                    : e instanceof ZipException ? Remark.ARCHIVE_DAMAGED : Remark.UNREADABLE);
            return 0;
        }
        Files.move(partial, place, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(place, FileTime.from(work.file().time()));
        if (work.file().isNotebook()) {
            entry.times().put(name, work.file().time());
            if (before != null) {
                entry.flags().add(Remark.SEVERAL);
            }
            if (work.name().markedLate() || due != null && work.file().time().isAfter(due)) {
                entry.flags().add(Remark.LATE);
            }
        }
        return size;
    }

    private static Path below(String file) {
        Path path = null;
        for (String part : file.split("/")) {
            String name = FolderName.of(part);
            path = path == null ? Path.of(name) : path.resolve(name);
        }
        return path;
    }

    private void writeTime(Collected.Entry entry, Path folder) throws IOException {
        if (!entry.times().isEmpty()) {
            Instant last = entry.times().values().stream()
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            Files.writeString(
                    folder.resolve(FolderName.of(assignment)).resolve("timestamp.txt"), NBGRADER.format(last) + "\n");
        }
    }

    /** Counts what was read. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
