package jacobi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.plot.mark.Line;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Live figures: one display, then updates of it, few enough for a page, and never without the last points. */
@Tag("slow")
class AnimatorTest {

    @Test
    void labelsAndNamesInTheBooksOrder() {
        Animator animator = new Animator("epoch", "loss", List.of("train"));
        animator.add(1, 0.5);
        assertThat(animator.figure().toSvg()).contains(">epoch<", ">loss<", ">train<");
    }

    @Test
    void firstPointsShowAtOnceAndLaterOnesInTheirPlace() throws Exception {
        try (Shown shown = Shown.open()) {
            Animator animator = new Animator("epoch", List.of(1, 10), List.of("loss"));
            animator.add(1, 0.5);
            assertThat(shown.items()).hasSize(1);
            assertThat(shown.last().update()).isFalse();
            assertThat(shown.last().bundle().data()).containsOnlyKeys("image/svg+xml", "text/html", "text/plain");
            animator.add(2, 0.25);
            waitFor(() -> shown.items().size() == 2);
            assertThat(shown.last().update()).isTrue();
            assertThat(shown.last().id()).isEqualTo(shown.items().get(0).id());
            assertThat(shown.last().bundle().data().get("image/svg+xml"))
                    .isEqualTo(animator.figure().toSvg());
        }
    }

    @Test
    void aThousandPointsAreAFewFramesAndTheLastIsWhole() throws Exception {
        try (Shown shown = Shown.open()) {
            long start = System.nanoTime();
            Animator animator = new Animator();
            for (int i = 0; i < 1000; i++) {
                animator.add(i, Math.sqrt(i));
                TimeUnit.MICROSECONDS.sleep(300);
            }
            Gallery.endCell(null);
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(shown.items().size())
                    .isLessThanOrEqualTo((int) (seconds * 10) + 2)
                    .isGreaterThan(1);
            assertThat(shown.last().bundle().data().get("image/svg+xml"))
                    .isEqualTo(animator.figure().toSvg());
            assertThat(shown.last().bundle().data())
                    .as("what is kept has the forms of a figure")
                    .containsOnlyKeys("application/pdf", "image/png", "image/svg+xml", "text/html", "text/plain");
            int frames = shown.items().size();
            Thread.sleep(250);
            assertThat(shown.items()).as("nothing is sent twice").hasSize(frames);
        }
    }

    @Test
    void lastPointsShowWithoutAnEndOfTheCell() throws Exception {
        try (Shown shown = Shown.open()) {
            Animator animator = new Animator();
            for (int i = 0; i < 5; i++) {
                animator.add(i, i);
            }
            waitFor(() -> animator.figure()
                    .toSvg()
                    .equals(shown.last().bundle().data().get("image/svg+xml")));
        }
    }

    @Test
    void manyThreadsLoseNoPoint() throws Exception {
        try (Shown shown = Shown.open()) {
            Animator animator = new Animator();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            for (int i = 0; i < 400; i++) {
                int x = i;
                threads.execute(() -> animator.add(x, x, 2 * x));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
            Gallery.endCell(null);
            assertThat(shown.last().bundle().data().get("image/svg+xml"))
                    .isEqualTo(animator.figure().toSvg());
            assertThat(animator.figure().axes().extent().x().hi()).isEqualTo(399);
            assertThat(animator.figure().axes().extent().y().hi()).isEqualTo(798);
        }
    }

    @Test
    void pairsWithAMissingValueAreSkipped() {
        try (Shown shown = Shown.open()) {
            Animator animator = new Animator();
            animator.add(1, 0.9, null).add(2, 0.8, 0.5).add(3, Arrays.asList(null, 0.6));
            Figure figure = animator.figure();
            assertThat(figure.axes().state.marks).hasSize(2);
            assertThat(figure.axes()
                            .state
                            .marks
                            .get(0)
                            .extent(figure.axes().state.x.scale, figure.axes().state.y.scale)
                            .x()
                            .hi())
                    .isEqualTo(2);
            assertThat(figure.axes()
                            .state
                            .marks
                            .get(1)
                            .extent(figure.axes().state.x.scale, figure.axes().state.y.scale)
                            .x()
                            .lo())
                    .isEqualTo(2);
            assertThat(figure.axes().state.marks).allMatch(Line.class::isInstance);
            Gallery.endCell(null);
            assertThat(shown.items()).isNotEmpty();
        }
    }

    @Test
    void allParametersOfTheBook() {
        Animator animator = new Animator(
                "epoch",
                "loss",
                List.of("train", "test"),
                List.of(1, 10),
                List.of(0.1, 1),
                "linear",
                "log",
                List.of("k-", "r:"),
                1,
                1,
                List.of(4, 3));
        String svg = animator.figure().toSvg();
        assertThat(svg).contains("width=\"288pt\" height=\"216pt\"", ">epoch</text>", ">loss</text>");
        try (Shown shown = Shown.open()) {
            animator.add(List.of(1, 2), List.of(0.5, 0.4));
            assertThat((String) shown.last().bundle().data().get("image/svg+xml"))
                    .contains(">train</text>", ">test</text>", "stroke=\"#ff0000\"");
        }
    }

    @Test
    void wordsSayTheSameAsParameters() {
        Animator words = Plots.animator()
                .xlabel("epoch")
                .ylabel("loss")
                .legend("train")
                .xlim(1, 10)
                .ylim(0.1, 1);
        words.xscale("linear").yscale("log").fmts(List.of("k-")).figsize(List.of(4, 3));
        Animator parameters = new Animator(
                "epoch",
                "loss",
                List.of("train"),
                List.of(1, 10),
                List.of(0.1, 1),
                "linear",
                "log",
                List.of("k-"),
                1,
                1,
                List.of(4, 3));
        try (Shown shown = Shown.open()) {
            assertThat(words.add(1, 0.5).figure().toSvg())
                    .isEqualTo(parameters.add(1, 0.5).figure().toSvg());
            assertThat(shown.items()).hasSize(2);
        }
    }

    @Test
    void badInputIsSaidAtOnce() {
        assertThatThrownBy(() -> new Animator("x", List.of(10, 1), null)).hasMessageContaining("write xlim(1.0, 10.0)");
        try (Shown shown = Shown.open()) {
            Animator animator = new Animator();
            animator.add(1, 1, 2);
            assertThatThrownBy(() -> animator.add(2, 1))
                    .hasMessage("add: expected 2 values as before, found 1; pass null for a line that has none now");
            assertThatThrownBy(() -> animator.add(List.of(1, 2, 3), List.of(1, 2)))
                    .hasMessage("add: expected one x or as many as y, found 3 x and 2 y");
            assertThat(shown.items()).hasSize(1);
        }
    }

    @Test
    void progressShowsTheWholeWayAndItsEnd() {
        try (Shown shown = Shown.open()) {
            int sum = 0;
            for (int i : Plots.progress(Plots.range(5))) {
                sum += i;
            }
            assertThat(sum).isEqualTo(10);
            assertThat(shown.items().get(0).bundle().plain()).startsWith("  0% |                    | 0/5");
            assertThat(shown.last().bundle().plain()).startsWith("100% |████████████████████| 5/5");
            assertThat((String) shown.last().bundle().data().get("text/html"))
                    .contains("<progress value=\"5\" max=\"5\"></progress>");
            assertThat(shown.items().stream().map(Shown.Item::id).distinct()).hasSize(1);
        }
    }

    /** An inner loop has its bar below the outer one's, and the next time round in the same place. */
    @Test
    void barsOfLoopsInLoopsStayOneBelowTheOther() {
        try (Shown shown = Shown.open()) {
            for (int epoch : Plots.progress(Plots.range(3))) {
                for (int batch : Plots.progress(Plots.range(2))) {
                    assertThat(batch).isLessThan(2);
                }
                for (int batch : Plots.progress(Plots.range(4))) {
                    if (epoch == 1 && batch == 2) {
                        break;
                    }
                }
            }
            assertThat(shown.items().stream().filter(item -> !item.update()))
                    .as("an outer bar, and two inner ones")
                    .hasSize(3);
            for (int after : Plots.progress(Plots.range(2))) {
                assertThat(after).isLessThan(2);
            }
            assertThat(shown.items().stream().filter(item -> !item.update()))
                    .as("a loop after them has a bar of its own")
                    .hasSize(4);
            assertThat(lastOf(shown, 0)).contains("3/3");
            assertThat(lastOf(shown, 1)).contains("2/2");
            assertThat(lastOf(shown, 2)).contains("4/4");
        }
    }

    private static String lastOf(Shown shown, int bar) {
        String id = shown.items().stream()
                .filter(item -> !item.update())
                .skip(bar)
                .findFirst()
                .orElseThrow()
                .id();
        return shown.items().stream()
                .filter(item -> item.id().equals(id))
                .reduce((a, b) -> b)
                .orElseThrow()
                .bundle()
                .plain();
    }

    @Test
    void progressOfAnEmptyLoopAndOfAnUnknownLength() {
        try (Shown shown = Shown.open()) {
            for (int i : Plots.progress(0)) {
                throw new AssertionError("no item " + i);
            }
            assertThat(shown.last().bundle().plain()).startsWith("100% |████████████████████| 0/0");
            Iterable<String> words = () -> List.of("a", "b").iterator();
            for (String word : Plots.progress(words)) {
                assertThat(word).isNotEmpty();
            }
            assertThat(shown.last().bundle().plain()).startsWith("2 [");
        }
    }

    private static void waitFor(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
