package jacobi.data;

import static jacobi.data.LabelledTexts.*;
import static jacobi.data.SkipGrams.*;
import static jacobi.tensor.Tensors.manualSeed;
import static jacobi.tensor.Tensors.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.tensor.Tensor;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The book's sets of texts, in made-up archives of the same layout; {@code record_files.py} wrote the tar files. */
class LabelledTextsTest {
    @TempDir
    private Path folder;

    /** Fetches an archive as a notebook does, by its address and its SHA-1, and unpacks it. */
    private String fetched(Path archive, String inside) throws Exception {
        String sha1 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(archive)));
        Downloads.DATA_HUB.put("made-up", new Download(archive.toUri().toString(), sha1));
        try {
            Path kept =
                    Path.of(Downloads.download("made-up", folder.resolve("kept").toString()));
            return Downloads.extract(kept, inside);
        } finally {
            Downloads.DATA_HUB.remove("made-up");
        }
    }

    private Path zip(String name, String... namesAndTexts) throws Exception {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviews-posix.tar.gz", "reviews-gnu.tar.gz"})
    void reviews_come_with_the_label_of_their_folder(String name) throws Exception {
        Path archive = folder.resolve(name);
        Files.copy(getClass().getResourceAsStream(name), archive);
        String dataDir = fetched(archive, "aclImdb");
        Reviews train = readImdb(dataDir, true);
        assertThat(train.data())
                .containsExactly(
                        "what a fine fine fine filmfine film", "fine film", "dull dull dull dull film film film");
        assertThat(train.labels()).containsExactly(1, 1, 0);
        assertThat(readImdb(dataDir, false).data()).containsExactly("fine film fine", "dullfilm and dull");
        // Neither files nor folders are unpacked.
        assertThat(Files.exists(Path.of(dataDir, "link"), java.nio.file.LinkOption.NOFOLLOW_LINKS))
                .isFalse();

        TextLoaders data = loadDataImdb(2, 4, dataDir);
        assertThat(data.vocab().toTokens(List.of(0, 1))).containsExactly("<unk>", "film");
        assertThat(data.vocab().length()).isEqualTo(2);
        Tensor[] tested = data.testIter().iterator().next();
        assertThat(tested[0]).hasToString("tensor([[0, 1, 0, 0],\n        [0, 0, 0, 0]])");
        assertThat(tested[1]).hasToString("tensor([1, 0])");
    }

    @Test
    void pairs_of_sentences_come_without_brackets_and_without_those_nobody_agreed_on() throws Exception {
        String head = "gold_label\tsentence1_binary_parse\tsentence2_binary_parse\trest\n";
        Path archive = zip(
                "snli_1.0.zip",
                "snli_1.0/snli_1.0_train.txt",
                head + "neutral\t( ( a man ) ( sleeps . ) )\t( ( a man ) dreams )\tx\n"
                        + "-\t( who )\t( knows )\tx\n"
                        + "entailment\t( a dog )\t( an animal )\tx\n"
                        + "contradiction\t( a dog )\t( a cat )\tx\n",
                "snli_1.0/snli_1.0_test.txt",
                head + "contradiction\t( a b )\t( man )\tx\n");
        String dataDir = fetched(archive, null);
        assertThat(dataDir).endsWith("snli_1.0");
        SentencePairs pairs = readSnli(dataDir, true);
        assertThat(pairs.premises()).containsExactly("a man sleeps .", "a dog", "a dog");
        assertThat(pairs.hypotheses()).containsExactly("a man dreams", "an animal", "a cat");
        assertThat(pairs.labels()).containsExactly(2, 0, 1);

        TextLoaders data = loadDataSnli(3, 3, dataDir);
        // "a" is there five times; no other word is.
        assertThat(data.vocab().toTokens(List.of(0, 1, 2))).containsExactly("<unk>", "<pad>", "a");
        Tensor[] tested = data.testIter().iterator().next();
        assertThat(tested[0]).hasToString("tensor([[2, 0, 1]])");
        assertThat(tested[1]).hasToString("tensor([[0, 1, 1]])");
        assertThat(tested[2]).hasToString("tensor([1])");
        assertThat(((SNLIDataset) data.trainIter().dataset()).get(1)[2]).hasToString("tensor(0)");
    }

    @Test
    void words_come_with_those_around_and_with_as_many_times_more_that_are_not() throws Exception {
        String text = "a b c d e f g h\n".repeat(30) + "once\n";
        Path archive = zip("ptb.zip", "ptb/ptb.train.txt", text, "ptb/ptb.test.txt", "x");
        List<List<String>> sentences = readPtb(fetched(archive, null));
        assertThat(sentences).hasSize(31).startsWith(List.of("a", "b", "c", "d", "e", "f", "g", "h"));
        manualSeed(5);
        WordLoader data = loadDataPtb(16, 2, 3, sentences, 10);
        assertThat(data.vocab().length()).isEqualTo(9);
        for (Tensor[] batch : data.iter()) {
            int n = batch[0].size(0);
            assertThat(batch[0].size(1)).isEqualTo(1);
            for (int i = 0; i < n; i++) {
                List<Integer> around = new ArrayList<>(), not = new ArrayList<>();
                int[] words = batch[1].get(i).toIntArray(),
                        mask = batch[2].get(i).toIntArray();
                int[] label = batch[3].get(i).toIntArray();
                for (int k = 0; k < words.length; k++) {
                    if (label[k] == 1) {
                        around.add(words[k]);
                    } else if (mask[k] == 1) {
                        not.add(words[k]);
                    } else {
                        assertThat(words[k]).isZero();
                    }
                }
                assertThat(not).hasSize(3 * around.size()).doesNotContainAnyElementsOf(around);
            }
        }
    }

    @Test
    void frequent_words_are_left_out_more_often() {
        manualSeed(1);
        List<String> line = new ArrayList<>(Collections.nCopies(20_000, "the"));
        for (int i = 0; i < 100; i++) {
            line.add("rare" + i);
        }
        line.addAll(List.of("unknown"));
        Vocab vocab = new Vocab(List.of(line.subList(0, 20_100)));
        Subsampled kept = subsample(List.of(line), vocab);
        assertThat(kept.counter()).containsEntry("the", 20_000).doesNotContainKey("unknown");
        // A share of 0.995 is kept with probability 0.01, and one of 0.00005 always.
        assertThat(Collections.frequency(kept.sentences().get(0), "the")).isBetween(140, 260);
        assertThat(kept.sentences().get(0)).contains("rare0", "rare99").hasSizeBetween(240, 360);
    }

    @Test
    void contexts_reach_no_farther_than_the_window() {
        CentersContexts all =
                getCentersAndContexts(List.of(List.of(0, 1, 2, 3, 4, 5, 6), List.of(9), List.of(7, 8)), 2);
        assertThat(all.centers()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        for (int i = 0; i < 7; i++) {
            int center = i;
            assertThat(all.contexts().get(i))
                    .isNotEmpty()
                    .doesNotContain(center)
                    .allSatisfy(word -> assertThat(Math.abs(word - center)).isLessThanOrEqualTo(2))
                    .isSubsetOf(0, 1, 2, 3, 4, 5, 6);
        }
        assertThat(all.contexts().subList(7, 9)).containsExactly(List.of(8), List.of(7));
        assertThatThrownBy(() -> getCentersAndContexts(List.of(), 0)).hasMessageContaining("got 0");
    }

    @Test
    void batches_of_words_are_filled_up() {
        Tensor[] batch = batchify(List.of(
                new Tensor[] {tensor(1), tensor(2, 2), tensor(3, 3, 3, 3)},
                new Tensor[] {tensor(1), tensor(2, 2, 2), tensor(3, 3)}));
        assertThat(batch[0]).hasToString("tensor([[1],\n        [1]])");
        assertThat(batch[1]).hasToString("tensor([[2, 2, 3, 3, 3, 3],\n        [2, 2, 2, 3, 3, 0]])");
        assertThat(batch[2]).hasToString("tensor([[1, 1, 1, 1, 1, 1],\n        [1, 1, 1, 1, 1, 0]])");
        assertThat(batch[3]).hasToString("tensor([[1, 1, 0, 0, 0, 0],\n        [1, 1, 1, 0, 0, 0]])");
    }

    @Test
    void draws_follow_their_weights_and_end_where_nothing_else_is_left() {
        manualSeed(2);
        RandomGenerator generator = new RandomGenerator(new double[] {0, 1, 3});
        int[] seen = new int[4];
        for (int i = 0; i < 20_000; i++) {
            seen[generator.draw()]++;
        }
        assertThat(seen[1]).isZero();
        assertThat(seen[3] / (double) seen[2]).isBetween(2.8, 3.2);
        Vocab vocab = new Vocab(List.of(List.of("a", "b")));
        assertThatThrownBy(() -> getNegatives(List.of(List.of(1, 2)), vocab, java.util.Map.of("a", 1, "b", 1), 1))
                .hasMessageContaining("all 2 words");
    }

    @Test
    void an_archive_that_is_cut_off_or_would_write_elsewhere_is_refused() throws Exception {
        byte[] whole = getClass().getResourceAsStream("reviews-gnu.tar.gz").readAllBytes();
        byte[] plain;
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(whole))) {
            plain = in.readAllBytes();
        }
        Path cut = folder.resolve("cut.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(cut))) {
            out.write(plain, 0, 1600);
        }
        assertThatThrownBy(() -> Downloads.extract(cut, null))
                .hasMessageContaining("cut.tar.gz")
                .hasRootCauseMessage("cut.tar.gz is not a whole tar archive");
        Path outside = zip("outside.zip", "../elsewhere.txt", "x");
        assertThatThrownBy(() -> Downloads.extract(outside, null)).hasMessageContaining("../elsewhere.txt");
        Path other = Files.writeString(folder.resolve("set.rar"), "x");
        assertThatThrownBy(() -> Downloads.extract(other, null)).hasMessageContaining("zip, tar, tar.gz");
    }
}
