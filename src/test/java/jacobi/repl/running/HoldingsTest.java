package jacobi.repl.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HoldingsTest {

    /** A chain, each link with a hundred numbers. */
    private static final class Link {
        final int[] numbers = new int[100];
        Link next;
    }

    @Test
    void arraysCountTheirElements() {
        assertThat(Holdings.of(new long[1_000_000])).isCloseTo(8_000_000, within(100L));
        assertThat(Holdings.of(new byte[3][1_000])).isCloseTo(3_000, within(100L));
        assertThat(Holdings.of(null)).isZero();
    }

    @Test
    void oneObjectIsCountedOnce() {
        double[] shared = new double[1_000];
        assertThat(Holdings.of(List.of(shared, shared, shared))).isCloseTo(8_000, within(200L));
        List<Object> own = new ArrayList<>();
        own.add(own);
        assertThat(Holdings.of(own)).isLessThan(100);
    }

    @Test
    void aFewElementsStandForMany() {
        List<long[]> many = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            many.add(new long[100]);
        }
        assertThat(Holdings.of(many)).isCloseTo(30_000 * 820L, Percentage.withPercentage(2));
        assertThat(Holdings.of(many.toArray())).isCloseTo(30_000 * 820L, Percentage.withPercentage(2));
        Map<Integer, byte[]> map = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            map.put(i, new byte[1_000]);
        }
        assertThat(Holdings.of(map)).isCloseTo(1_000_000, Percentage.withPercentage(10));
    }

    @Test
    void whatFieldsHoldCounts() {
        Link chain = null;
        for (int i = 0; i < 1_000; i++) {
            Link link = new Link();
            link.next = chain;
            chain = link;
        }
        assertThat(Holdings.of(chain)).isCloseTo(400_000, Percentage.withPercentage(15));
    }
}
