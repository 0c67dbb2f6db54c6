package jacobi.course.collecting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
    private static final SizeLimits SMALL = new SizeLimits(1000, 3000, 10);

    @TempDir
    Path folder;

    @Test
    void moodlesFoldersAreOneStudentEachAndNamesakesAreToldApart() throws IOException {
        Path zip = zip(
                UTF_8,
                Map.of(
                        "Anna Berg_101_assignsubmission_file_/hw1.ipynb", "anna",
                        "Li Wei_102_assignsubmission_file_/hw1.ipynb", "one",
                        "Li Wei_103_assignsubmission_file_/hw1.ipynb", "other",
                        "Bo_104_assignsubmission_onlinetext_/onlinetext.html", "text"));
        Collected collected = collect(zip);
        assertThat(tree())
                .containsEntry("Anna Berg/hw1/hw1.ipynb", "anna")
                .containsEntry("Li Wei (102)/hw1/hw1.ipynb", "one")
                .containsEntry("Li Wei (103)/hw1/hw1.ipynb", "other");
        assertThat(flags(collected, "Bo")).containsExactly(Remark.NO_NOTEBOOK);
        assertThat(tree().get("Anna Berg/hw1/timestamp.txt")).isEqualTo("2026-03-02 10:00:00.000000 UTC\n");
    }

    @Test
    void canvassNamesTellLatenessAndTheNewestOfSeveralCounts() throws IOException {
        Path zip = folder.resolve("hw1.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            add(out, "bergannalouise_LATE_11_501_hw1.ipynb", "late", MONDAY);
            add(out, "weili_12_502_hw1.ipynb", "old", MONDAY);
            add(out, "weili_12_503_hw1-1.ipynb", "new", TUESDAY);
        }
        Collected collected = collect(zip);
        assertThat(tree())
                .containsEntry("bergannalouise/hw1/hw1.ipynb", "late")
                .containsEntry("weili/hw1/hw1.ipynb", "new");
        assertThat(flags(collected, "bergannalouise")).containsExactly(Remark.LATE);
        assertThat(flags(collected, "weili")).containsExactly(Remark.SEVERAL);
    }

    @Test
    void whatComesAfterTheDueDateIsLateAndALaterCollectionTakesOnlyWhatIsNewer() throws IOException {
        put("in/anna/hw1.ipynb", "first", MONDAY);
        Collector collector = new Collector("hw1", MONDAY.plusSeconds(1), SMALL);
        assertThat(flags(collector.collect(folder.resolve("in"), folder.resolve("out")), "anna"))
                .isEmpty();
        put("again/anna/hw1.ipynb", "older", MONDAY.minusSeconds(60));
        collector.collect(folder.resolve("again"), folder.resolve("out"));
        assertThat(tree()).containsEntry("anna/hw1/hw1.ipynb", "first");
        put("again/anna/hw1 (1).ipynb", "second", TUESDAY);
        Collected last = collector.collect(folder.resolve("again"), folder.resolve("out"));
        assertThat(tree()).containsEntry("anna/hw1/hw1.ipynb", "second").hasSize(3);
        assertThat(flags(last, "anna")).containsExactly(Remark.LATE, Remark.SEVERAL);
    }

    @Test
    void namesInGbkAreReadInAnArchiveAndInAFolder() throws IOException {
        Path zip = zip(Charset.forName("GBK"), Map.of("张三_7_assignsubmission_file_/作业一.ipynb", "x"));
        collect(zip);
        assertThat(tree()).containsEntry("张三/hw1/作业一.ipynb", "x");
        assertThat(Folder.decode("李四".getBytes(Charset.forName("GBK")))).isEqualTo("李四");
        assertThat(Folder.decode("李四".getBytes(UTF_8))).isEqualTo("李四");
    }

    @Test
    void aBombIsLeftOutAndTheOthersAreTaken() throws IOException {
        Path zip = zip(UTF_8, Map.of("a_1_1_hw1.ipynb", "0".repeat(1001), "b_2_2_hw1.ipynb", "good"));
        Collected collected = collect(zip);
        assertThat(tree()).containsEntry("b/hw1/hw1.ipynb", "good").doesNotContainKey("a/hw1/hw1.ipynb");
        assertThat(flags(collected, "a")).containsExactlyInAnyOrder(Remark.TOO_LARGE, Remark.NO_NOTEBOOK);
    }

    @Test
    void anArchiveInTheArchiveIsUnpackedAndNothingLeavesTheStudentsFolder() throws IOException {
        Path inner = zip(UTF_8, Map.of("my/hw1.ipynb", "inside", "../../outside.ipynb", "no"));
        Path outer = folder.resolve("outer.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(outer))) {
            out.putNextEntry(new ZipEntry("Eve_9_assignsubmission_file_/hw1.zip"));
            Files.copy(inner, out);
            add(out, "Mal_8_assignsubmission_file_/broken.zip", "no zip", MONDAY);
            add(out, "/etc/cron.ipynb", "no", MONDAY);
        }
        Collected collected = new Collector("hw1", null, SMALL).collect(outer, folder.resolve("out"));
        assertThat(tree()).containsEntry("Eve/hw1/hw1.ipynb", "inside");
        assertThat(tree().keySet()).noneMatch(name -> name.contains("outside") || name.contains("cron"));
        assertThat(flags(collected, "Eve")).containsExactly(Remark.LEADS_OUT_OF_ARCHIVE);
        assertThat(flags(collected, "Mal")).contains(Remark.ARCHIVE_DAMAGED);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void linksThatLeadOutAreNotFollowedAndTheSourceStaysAsItIs() throws IOException {
        put("secret.ipynb", "secret", MONDAY);
        put("in/anna/hw1.ipynb", "good", MONDAY);
        Files.createDirectories(folder.resolve("in/mal"));
        Files.createSymbolicLink(folder.resolve("in/mal/hw1.ipynb"), folder.resolve("secret.ipynb"));
        Files.createSymbolicLink(folder.resolve("in/mal/all"), folder);
        Files.createSymbolicLink(folder.resolve("in/mal/gone.ipynb"), Path.of("gone"));
        Files.createSymbolicLink(folder.resolve("in/mal/others.ipynb"), folder.resolve("in/anna/hw1.ipynb"));
        Files.createSymbolicLink(folder.resolve("in/anna/last.ipynb"), Path.of("hw1.ipynb"));
        Collected collected = collect(folder.resolve("in"));
        assertThat(tree())
                .containsKeys("anna/hw1/hw1.ipynb", "anna/hw1/last.ipynb")
                .doesNotContainValue("secret");
        assertThat(flags(collected, "mal")).containsExactlyInAnyOrder(Remark.LINK_LEADS_OUT, Remark.NO_NOTEBOOK);
        try (Stream<Path> files = Files.walk(folder.resolve("in"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(4);
        }
    }

    @Test
    void aTargetInsideTheSourceIsRefused() throws IOException {
        put("in/anna/hw1.ipynb", "good", MONDAY);
        assertThatThrownBy(() ->
                        new Collector("hw1", null, SMALL).collect(folder.resolve("in"), folder.resolve("in/submitted")))
                .hasMessageContainingAll("must stay as it is", "--output");
        assertThatThrownBy(() -> collect(put("note.txt", "x", MONDAY)))
                .hasMessageContaining("neither a folder nor a zip");
    }

    @Test
    void oneFolderAroundAllOfAnArchiveIsNobody() throws IOException {
        collect(zip(UTF_8, Map.of("hw1/anna/a.ipynb", "a", "hw1/bo/b.ipynb", "b", "__MACOSX/hw1/._a.ipynb", "litter")));
        assertThat(tree().keySet())
                .contains("anna/hw1/a.ipynb", "bo/hw1/b.ipynb")
                .hasSize(5);
    }

    @Test
    void aNameThatNoSystemAcceptsBecomesOne() {
        assertThat(FolderName.of("a/b:c")).isEqualTo("a_b_c");
        assertThat(FolderName.of("..")).isEqualTo("_");
        assertThat(FolderName.of("con")).isEqualTo("_con");
        assertThat(FolderName.of("x".repeat(300))).hasSize(80);
    }

    private Collected collect(Path source) throws IOException {
        return new Collector("hw1", null, SMALL).collect(source, folder.resolve("out"));
    }

    private static Set<Remark> flags(Collected collected, String student) {
        return collected.entries().stream()
                .filter(entry -> entry.folder().equals(student))
                .findFirst()
                .orElseThrow()
                .flags();
    }

    private Map<String, String> tree() throws IOException {
        Path out = folder.resolve("out");
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree.put(out.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return tree;
    }

    private Path put(String name, String text, Instant time) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private Path zip(Charset names, Map<String, String> files) throws IOException {
        Path zip = folder.resolve("hw1-" + files.hashCode() + ".zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file, names)) {
            List<String> sorted = new ArrayList<>(files.keySet());
            sorted.sort(null);
            for (String name : sorted) {
                add(out, name, files.get(name), MONDAY);
            }
        }
        return zip;
    }

    private static void add(ZipOutputStream out, String name, String text, Instant time) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(time));
        out.putNextEntry(entry);
        out.write(text.getBytes(UTF_8));
        out.closeEntry();
    }
}
