package jacobi.repl.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Looks at a heap of which a twentieth is left, a tenth of a second apart. */
class WastedCollectingTest {
    private static final double LITTLE = 0.05;

    private final WastedCollecting collecting = new WastedCollecting();
    private long millis = 1_000;
    private long collected = 500;

    @Test
    void aHeapThatIsCollectedAllTheTimeIsInVain() {
        assertThat(looks(20, 95)).isEqualTo(1_900);
        assertThat(collecting.hasCollected()).isTrue();
    }

    @Test
    void aHeapThatIsNoLongerCollectedIsNoLongerInVain() {
        looks(13, 95);
        // What filled it has ended; another cell runs, and what is garbage by now lies there still.
        assertThat(looks(10, 0)).isEqualTo(1_200);
        assertThat(looks(10, 0)).as("after a lull").isZero();
    }

    @Test
    void aHeapThatIsCollectedNowAndThenIsNotInVain() {
        assertThat(looks(40, 20)).isLessThan(1_000);
    }

    @Test
    void whatWasDoneAboutItBeginsAnew() {
        looks(20, 95);
        collecting.reset();
        assertThat(looks(5, 95)).isEqualTo(400);
    }

    /** The wasted milliseconds after so many looks, with so many milliseconds of collections before each. */
    private long looks(int count, int collections) {
        long wasted = -1;
        for (int look = 0; look < count; look++) {
            millis += 100;
            collected += collections;
            wasted = collecting.look(millis * 1_000_000, LITTLE, collected);
        }
        return wasted;
    }
}
