package jacobi.data;

import static jacobi.data.SequenceBatches.*;
import static jacobi.data.Texts.*;
import static jacobi.data.Translations.*;
import static jacobi.tensor.Tensors.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jacobi.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {
    @Test
    void the_time_machine_is_there_without_a_network() {
        List<String> lines = readTimeMachine();
        assertThat(lines.size()).isGreaterThan(2000);
        assertThat(lines.get(0)).isEqualTo("the time machine by h g wells");
        Corpus text = loadCorpusTimeMachine();
        // Letters, the space, and what is unknown.
        assertThat(text.vocab().length()).isEqualTo(28);
        assertThat(text.corpus().size()).isGreaterThan(160_000);
        assertThat(text.vocab().toTokens(text.corpus().subList(0, 8)))
                .isEqualTo(List.of("t", "h", "e", " ", "t", "i", "m", "e"));
    }

    @Test
    void a_vocabulary_numbers_tokens_by_how_often_they_are_seen() {
        Vocab vocab = new Vocab(tokenize(List.of("b a b", "c b a")), 2, List.of("<pad>"));
        assertThat(vocab.toTokens(List.of(0, 1, 2, 3))).containsExactly("<unk>", "<pad>", "b", "a");
        assertThat(vocab.get("c")).isZero();
        assertThat(vocab.get(List.of("a", "b"))).containsExactly(3, 2);
        assertThat(vocab.tokenFreqs().get(0)).isEqualTo(java.util.Map.entry("b", 3));
        assertThat(ngrams(List.of("a", "b", "c"), 2)).containsExactly("a b", "b c");
        assertThatThrownBy(() -> vocab.toTokens(4)).hasMessageContaining("from 0 to below 4");
    }

    @Test
    void batches_of_a_sequence_have_the_next_tokens_and_go_on() {
        List<Integer> corpus = java.util.stream.IntStream.range(0, 35).boxed().toList();
        int seen = 0;
        for (Tensor[] batch : seqDataIterRandom(corpus, 2, 5)) {
            assertThat(batch[0].shape().toArray()).containsExactly(2, 5);
            assertThat(batch[0].add(1).equal(batch[1])).isTrue();
            seen++;
        }
        assertThat(seen).isEqualTo(3);
        Tensor last = null;
        for (Tensor[] batch : seqDataIterSequential(corpus, 2, 5)) {
            if (last != null) {
                assertThat(batch[0].get(":, 0").equal(last.get(":, -1"))).isTrue();
            }
            last = batch[1];
        }
        assertThatThrownBy(() -> seqDataIterRandom(corpus, 2, 40)).hasMessageContaining("35 tokens");
    }

    @Test
    void padding_masks_and_scores_of_translations() {
        assertThat(truncatePad(List.of(1, 2, 3), 2, 9)).containsExactly(1, 2);
        assertThat(truncatePad(List.of(1), 3, 9)).containsExactly(1, 9, 9);
        Tensor x = tensor(new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(sequenceMask(x, tensor(1, 2), -1).toDoubleArray()).containsExactly(1, -1, -1, 4, 5, -1);
        // Whole numbers stay whole.
        assertThat(sequenceMask(tensor(new long[][] {{1, 2}, {3, 4}}), tensor(1, 2))
                        .toString())
                .isEqualTo("tensor([[1, 0],\n        [3, 4]])");
        Tensor weights = maskedSoftmax(zeros(2, 1, 4), tensor(2, 3));
        assertThat(weights.toDoubleArray()[1]).isEqualTo(0.5);
        assertThat(weights.toDoubleArray()[2]).isZero();
        assertThat(bleu("il est calme .", "il est calme .", 2)).isEqualTo(1);
        // p1 = 4/5, p2 = 3/4 against a label of six words: as the book computes.
        assertThat(bleu("a b b c d", "a b c d e f", 2))
                .isCloseTo(Math.exp(-0.2) * Math.pow(0.8, 0.5) * Math.pow(0.75, 0.25), within(1e-12));
    }

    @Test
    void translations_come_as_padded_numbers_with_lengths() {
        TranslationLoader data = loadDataNmt(4, 8);
        Tensor[] batch = data.iter().iterator().next();
        assertThat(batch).hasSize(4);
        assertThat(batch[0].shape().toArray()).containsExactly(4, 8);
        for (int i = 0; i < 4; i++) {
            int length = batch[1].toIntArray()[i];
            assertThat(data.srcVocab().toTokens(batch[0].get(i).toIntArray()[length - 1]))
                    .isEqualTo("<eos>");
        }
        assertThat(preprocessNmt("Go.\tVa\u202f!")).isEqualTo("go .\tva !");
    }

    @Test
    void a_file_is_fetched_once_and_only_with_its_sha1(@TempDir Path folder) throws Exception {
        Path origin = Files.writeString(folder.resolve("words.txt"), "one two", StandardCharsets.UTF_8);
        String url = origin.toUri().toString(), sha1 = "c3e67ff8b8cd44ae3f0a3b1ad8c5d0ea29a3c3ff";
        Downloads.DATA_HUB.put("test-wrong", new Download(url, sha1));
        Path kept = folder.resolve("kept");
        assertThatThrownBy(() -> Downloads.download("test-wrong", kept.toString()))
                .hasMessageContaining("SHA-1");
        assertThat(Files.exists(kept.resolve("words.txt"))).isFalse();
        String right = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(origin)));
        Downloads.DATA_HUB.put("test-right", new Download(url, right));
        Path file = Path.of(Downloads.download("test-right", kept.toString()));
        assertThat(Files.readString(file)).isEqualTo("one two");
        Files.delete(origin);
        assertThat(Downloads.download("test-right", kept.toString())).isEqualTo(file.toString());
        assertThatThrownBy(() -> Downloads.download("nothing")).hasMessageContaining("time_machine");
        Downloads.DATA_HUB.keySet().removeAll(List.of("test-wrong", "test-right"));
    }
}
