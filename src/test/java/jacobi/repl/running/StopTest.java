package jacobi.repl.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopTest {
    @Test
    void aCellIsNewForAWhileAndAsLongAsItRuns() throws InterruptedException {
        Stop stop = new Stop();
        assertThat(stop.hasBegunWithin(60_000)).as("before the first").isFalse();
        stop.begin();
        assertThat(stop.hasBegunWithin(60_000)).isTrue();
        Thread.sleep(5);
        assertThat(stop.hasBegunWithin(1)).isFalse();
        stop.end();
        assertThat(stop.hasBegunWithin(60_000)).as("when it has ended").isFalse();
    }
}
