package jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.linalg.Linalg;
import jacobi.nn.Functional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Generated calls of every operation, on all types, shapes, views, empties and non-finite numbers, against what PyTorch
 * 1.13 computed; {@code src/test/python/record_numbers.py} made them and says how a line reads.
 */
@Tag("slow")
class GeneratedNumbersTest {
    /** What is random, about gradients, or Jacobi's own; other tests look at these. */
    private static final Set<String> OTHERS = words("""
        bernoulli bernoulli_ dropout dropoutMask exponential_ multinomial normal normal_ rand
        randLike randint randn randnLike random_ randperm uniform_ detach_ grad requiresGrad_
        retainGrad tangent empty fromArray maximum_ minimum_ meshgrid eigvalsh
        """);

    /**
     * What layers compute, whose values and gradients are recorded with them (RecordedLayersTest, IndexedPoolsTest),
     * and names for what is recorded (NamesTest).
     */
    private static final Set<String> LAYERS = words("""
        adaptiveAvgPool1d adaptiveAvgPool2d adaptiveAvgPool3d adaptiveMaxPool1d
        adaptiveMaxPool2d adaptiveMaxPool3d alphaDropout avgPool1d avgPool3d batchNorm celu
        channelDropout concat conv1d conv3d convTranspose1d convTranspose2d convTranspose3d
        cosineEmbeddingLoss cpu ctcLoss cuda data glu groupNorm gruGates hardshrink hardsigmoid
        hardtanh hingeEmbeddingLoss huberLoss instanceNorm interpolate klDiv logsigmoid
        lstmGates marginRankingLoss maxPool1d maxPool3d maxUnpool1d maxUnpool2d maxUnpool3d mish
        normalize numpy pairwiseDistance pixelShuffle prelu relu6 rrelu selu softMarginLoss
        softshrink softsign swapaxes tanhshrink threshold tripletMarginLoss
        """);

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** A share small enough for every build; the rest runs with {@code -Psoak}. */
    private static final int SHARE = 25;

    @Test
    @DisplayName("Every 25th of 10,000 generated cases: value, type, shape, gradients, what is printed")
    void share() throws IOException {
        assertThat(different(number -> number % SHARE == 0, 400)).isEmpty();
    }

    @Test
    @Tag("soak")
    @DisplayName("All of 10,000 generated cases")
    void all() throws IOException {
        assertThat(different(number -> true, 10_000)).isEmpty();
    }

    @Test
    @DisplayName("No operation is left out of the generated cases")
    void everyOperation() throws IOException {
        Set<String> recorded = new TreeSet<>(), left = new TreeSet<>();
        for (String line : lines()) {
            recorded.add(line.split("\t")[2].replaceAll("^[.]|[ #].*", ""));
        }
        for (Class<?> home : List.of(Tensor.class, Tensors.class, Functional.class, Linalg.class)) {
            for (Method m : home.getMethods()) {
                Class<?> type = m.getReturnType();
                boolean gives = type == Tensor.class || type == ValuesIndices.class || type == List.class;
                if (gives && m.getDeclaringClass() != Object.class && !OTHERS.contains(m.getName())) {
                    left.add(m.getName());
                }
            }
        }
        left.removeAll(recorded);
        left.removeAll(LAYERS);
        left.removeAll(InPlaceFormsTest.names());
        left.removeAll(GradientTableTest.valued());
        assertThat(left).isEmpty();
    }

    private static List<String> different(IntPredicate which, int expected) throws IOException {
        List<String> different = new ArrayList<>();
        int count = 0;
        for (String line : lines()) {
            if (!which.test(Integer.parseInt(line.substring(0, line.indexOf('\t'))))) {
                continue;
            }
            count++;
            String[] fields = line.split("\t", -1);
            GeneratedCase generated = new GeneratedCase(fields[1], fields[2], fields[3], fields[4]);
            String difference = generated.difference();
            if (difference != null) {
                different.add(line + "\n    " + difference);
            }
        }
        assertThat(count).isEqualTo(expected);
        return different;
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(GeneratedNumbersTest.class.getResourceAsStream("generated.txt.gz")), "UTF-8"))) {
            return in.lines().toList();
        }
    }
}
