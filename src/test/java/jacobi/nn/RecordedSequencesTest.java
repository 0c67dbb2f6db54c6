package jacobi.nn;

import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.cat;
import static jacobi.tensor.Tensors.full;
import static jacobi.tensor.Tensors.ones;
import static jacobi.tensor.Tensors.tensor;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Recurrent layers and transformers as PyTorch has them, in float64; {@code record_sequences.py} recorded them. */
class RecordedSequencesTest {
    private record Case(Supplier<Module> made, BiFunction<Module, Tensor[], Tensor> use) {}

    private static final int[] LENGTHS = {4, 2, 3};
    private static final Tensor MASK = ones(4, 4).triu(1).ne(0);
    private static final Tensor FLOAT =
            full(new int[] {4, 4}, Double.NEGATIVE_INFINITY, float64).triu(1);
    private static final Tensor PADDING = tensor(
            new boolean[][] {{false, false, false, true}, {false, false, false, false}, {false, true, false, false}});

    private static Tensor join(Tensor... parts) {
        return cat(Stream.of(parts).map(Tensor::flatten).toList());
    }

    private static Tensor gru(Module m, Tensor[] x) {
        GRU.Result y = x.length > 1 ? ((GRU) m).forward(x[0], x[1]) : ((GRU) m).forward(x[0]);
        return join(y.output(), y.state());
    }

    private static Tensor rnn(Module m, Tensor[] x) {
        RNN.Result y = x.length > 1 ? ((RNN) m).forward(x[0], x[1]) : ((RNN) m).forward(x[0]);
        return join(y.output(), y.state());
    }

    private static Tensor lstm(Module m, Tensor[] x) {
        LSTM.Result y = x.length > 1 ? ((LSTM) m).forward(x[0], new LSTM.State(x[1], x[2])) : ((LSTM) m).forward(x[0]);
        return join(y.output(), y.state().h(), y.state().c());
    }

    private static Tensor attention(MultiheadAttention.Result y) {
        return join(y.output(), y.weights());
    }

    private static final Map<String, Case> CASES = Map.ofEntries(
            entry("RNN", new Case(() -> new RNN(3, 5), RecordedSequencesTest::rnn)),
            entry(
                    "RNN.state",
                    new Case(() -> new RNN(3, 5, 2, "relu", true, false, 0, false), RecordedSequencesTest::rnn)),
            entry("RNN.one", new Case(() -> new RNN(3, 5), RecordedSequencesTest::rnn)),
            entry("GRU", new Case(() -> new GRU(3, 5), RecordedSequencesTest::gru)),
            entry("GRU.both", new Case(() -> new GRU(3, 4, 2, true, true, 0, true), RecordedSequencesTest::gru)),
            entry("GRU.bare", new Case(() -> new GRU(3, 4, 1, false, false, 0, false), RecordedSequencesTest::gru)),
            entry("GRU.packed", new Case(() -> new GRU(3, 4, 2, true, false, 0, true), (m, x) -> {
                GRU.Result y = ((GRU) m).forward(x[0], null, LENGTHS);
                return join(y.output(), y.state());
            })),
            entry("LSTM", new Case(() -> new LSTM(3, 5), RecordedSequencesTest::lstm)),
            entry("LSTM.both", new Case(() -> new LSTM(3, 4, 2, true, false, 0, true), RecordedSequencesTest::lstm)),
            entry("LSTM.packed", new Case(() -> new LSTM(3, 4), (m, x) -> {
                LSTM.Result y = ((LSTM) m).forward(x[0], null, LENGTHS);
                return join(y.output(), y.state().h(), y.state().c());
            })),
            entry("RNNCell", new Case(() -> new RNNCell(3, 5), (m, x) -> m.forward(x))),
            entry("GRUCell", new Case(() -> new GRUCell(3, 5), (m, x) -> m.forward(x))),
            entry("LSTMCell", new Case(() -> new LSTMCell(3, 5), (m, x) -> {
                LSTM.State s = ((LSTMCell) m).forward(x[0], new LSTM.State(x[1], x[2]));
                return join(s.h(), s.c());
            })),
            entry(
                    "MultiheadAttention",
                    new Case(
                            () -> new MultiheadAttention(6, 2),
                            (m, x) -> attention(((MultiheadAttention) m).forward(x[0], x[1], x[2])))),
            entry(
                    "MultiheadAttention.mask",
                    new Case(
                            () -> new MultiheadAttention(6, 3, 0, true, true),
                            (m, x) -> attention(
                                    ((MultiheadAttention) m).forward(x[0], x[1], x[2], PADDING, true, MASK)))),
            entry(
                    "MultiheadAttention.one",
                    new Case(
                            () -> new MultiheadAttention(6, 2, 0, false, false),
                            (m, x) -> attention(((MultiheadAttention) m).forward(x[0], x[1], x[2])))),
            entry(
                    "TransformerEncoderLayer",
                    new Case(
                            () -> new TransformerEncoderLayer(6, 2, 8, 0, "relu", 1e-5, false, false),
                            (m, x) -> m.call(x))),
            entry(
                    "TransformerEncoderLayer.first",
                    new Case(
                            () -> new TransformerEncoderLayer(6, 2, 8, 0, "gelu", 1e-5, true, true),
                            (m, x) -> ((TransformerEncoderLayer) m).forward(x[0], FLOAT, null))),
            entry(
                    "TransformerDecoderLayer",
                    new Case(
                            () -> new TransformerDecoderLayer(6, 2, 8, 0, "relu", 1e-5, false, false),
                            (m, x) -> ((TransformerDecoderLayer) m).forward(x[0], x[1], FLOAT, null))),
            entry(
                    "TransformerDecoderLayer.first",
                    new Case(
                            () -> new TransformerDecoderLayer(6, 3, 8, 0, "relu", 1e-5, false, true),
                            (m, x) -> m.call(x))),
            entry(
                    "TransformerEncoder",
                    new Case(
                            () -> new TransformerEncoder(
                                    new TransformerEncoderLayer(6, 2, 8, 0, "relu", 1e-5, false, false),
                                    2,
                                    new LayerNorm(6)),
                            (m, x) -> m.call(x))),
            entry(
                    "TransformerDecoder",
                    new Case(
                            () -> new TransformerDecoder(
                                    new TransformerDecoderLayer(6, 2, 8, 0, "relu", 1e-5, false, false), 2),
                            (m, x) -> m.call(x))));

    @TestFactory
    Stream<DynamicTest> sequences() {
        JsonNode all = Recorded.read(RecordedSequencesTest.class, "sequences.json.gz");
        assertThat(StreamSupport.stream(all.spliterator(), false)
                        .map(c -> c.get("name").asText()))
                .containsExactlyInAnyOrderElementsOf(CASES.keySet());
        return StreamSupport.stream(all.spliterator(), false)
                .map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> check(c)));
    }

    private static void check(JsonNode c) {
        Case used = CASES.get(c.get("name").asText());
        Module module = used.made.get();
        assertThat(module).hasToString(c.get("repr").asText());
        module.to(float64);
        Map<String, Tensor> state = new LinkedHashMap<>();
        c.get("state").fields().forEachRemaining(e -> state.put(e.getKey(), Recorded.tensor(e.getValue())));
        assertThat(module.stateDict().keySet()).containsExactlyElementsOf(state.keySet());
        module.loadStateDict(state);
        Tensor[] inputs = StreamSupport.stream(c.get("inputs").spliterator(), false)
                .map(i -> Recorded.tensor(i).requiresGrad_())
                .toArray(Tensor[]::new);
        Tensor y = used.use.apply(module, inputs);
        assertNear("output", y, c.get("output"));
        y.backward(arange(y.numel(), float64).cos().reshape(y.shape()));
        for (int i = 0; i < inputs.length; i++) {
            assertNear(
                    "gradient of input " + i,
                    inputs[i].grad(),
                    c.get("inputGrads").get(i));
        }
        c.get("grads")
                .fields()
                .forEachRemaining(e -> assertNear(
                        "gradient of " + e.getKey(),
                        module.getParameter(e.getKey()).grad(),
                        e.getValue()));
    }

    private static void assertNear(String what, Tensor found, JsonNode recorded) {
        Tensor expected = Recorded.tensor(recorded);
        assertThat(found.shape()).as(what).isEqualTo(expected.shape());
        assertThat(found.toDoubleArray()).as(what).containsExactly(expected.toDoubleArray(), Offset.offset(1e-9));
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> new GRU(3, 5).forward(ones(4, 2, 4))).hasMessageContaining("made for 3 features");
        assertThatThrownBy(() -> new GRU(3, 5).forward(ones(4, 2, 3), ones(2, 5)))
                .hasMessageContaining("(layers · directions, batch, hidden): (1, 2, 5)");
        assertThatThrownBy(() -> new MultiheadAttention(6, 4)).hasMessageContaining("divided equally among 4 heads");
    }
}
