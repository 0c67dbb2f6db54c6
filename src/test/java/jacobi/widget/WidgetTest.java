package jacobi.widget;

import static jacobi.widget.Widgets.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.display.CommMessage;
import jacobi.display.Comms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("comms")
class WidgetTest {
    private final Page page = new Page();

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void aPageSeesWhatACellSets() {
        FloatSlider slider = slider(-2, 2);
        assertThat(page.of(slider)).containsEntry("value", 0.0).containsEntry("step", 0.05);
        slider.value(1.5).description("a").readout(false);
        assertThat(page.of(slider))
                .containsEntry("value", 1.5)
                .containsEntry("description", "a")
                .containsEntry("readout", false);
        assertThat(page.openings.get(page.openings.size() - 1).metadata()).isEqualTo(Map.of("version", "2.1.0"));
    }

    @Test
    void aCellSeesWhatAReaderMoves() {
        FloatSlider slider = slider(-2, 2);
        List<Double> seen = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        slider.onChange(seen::add);
        slider.observe(change -> changes.add(change.name() + " " + change.before() + " to " + change.now()));
        page.sets(slider, "value", 1);
        page.sets(slider, "value", 1.0);
        assertThat(slider.value()).isEqualTo(1);
        assertThat(seen).containsExactly(1.0);
        assertThat(changes).containsExactly("value 0.0 to 1.0");
    }

    @Test
    void valuesStayBetweenTheEndsAndThePageLearnsOfIt() {
        FloatSlider slider = slider(-2, 2);
        page.sets(slider, "value", 9);
        assertThat(slider.value()).isEqualTo(2);
        assertThat(page.of(slider)).containsEntry("value", 2.0);
        slider.max(1.0);
        assertThat(slider.value()).isEqualTo(1);
        assertThatThrownBy(() -> slider.min(3.0)).hasMessageContaining("from 3.0 to 1.0");
    }

    @Test
    void otherPagesFollow() {
        IntSlider slider = intSlider(0, 10);
        page.sets(slider, "value", 7);
        assertThat(page.said.get(page.said.size() - 1))
                .isEqualTo(Map.of("method", "echo_update", "state", Map.of("value", 7), "buffer_paths", List.of()));
    }

    @Test
    void aChoiceHasTheValueBehindItsLabel() {
        Map<String, Integer> options = new LinkedHashMap<>();
        options.put("one", 1);
        options.put("two", 2);
        Dropdown<Integer> choice = dropdown(options);
        List<Integer> seen = new ArrayList<>();
        choice.onChange(seen::add);
        assertThat(page.of(choice)).containsEntry("_options_labels", List.of("one", "two"));
        page.sets(choice, "index", 1);
        assertThat(choice.value()).isEqualTo(2);
        choice.value(1);
        assertThat(page.of(choice)).containsEntry("index", 0);
        assertThat(seen).containsExactly(2, 1);
        assertThatThrownBy(() -> choice.value(3)).hasMessageContaining("one, two");
    }

    @Test
    void aPressedButtonTellsTheLoopOnce() {
        List<String> heard = new ArrayList<>();
        Button stop = button("Stop", () -> heard.add("pressed"));
        page.says(stop, Map.of("method", "custom", "content", Map.of("event", "click")));
        assertThat(heard).containsExactly("pressed");
        assertThat(stop.pressed()).isTrue();
        assertThat(stop.pressed()).isFalse();
    }

    @Test
    void linkedWidgetsFollowEachOther() {
        FloatSlider one = slider(0, 10);
        FloatText other = floatText(3);
        link(one, other);
        assertThat(other.value()).isEqualTo(5);
        page.sets(other, "value", 2);
        assertThat(one.value()).isEqualTo(2);
        page.sets(one, "value", 4);
        assertThat(other.value()).isEqualTo(4);
        Link onThePage = jslink(play(0, 5), "value", intSlider(0, 5), "max");
        assertThat((List<?>) page.of(onThePage).get("target")).last().isEqualTo("max");
        assertThatThrownBy(() -> jslink(one, "valu", other, "value")).hasMessageContaining("continuousUpdate");
    }

    @Test
    void whatIsNotUnderstoodIsIgnoredWithALineInTheLog() {
        FloatSlider slider = slider(-2, 2);
        page.sets(slider, "colour", "red");
        page.sets(slider, "value", "much");
        page.sets(slider, "value", null);
        page.sets(slider, "value", List.of(1, 2));
        page.sets(slider, "value", new BigDecimal("1e999"));
        page.sets(slider, "min", -100);
        page.sets(slider, "layout", "IPY_MODEL_1");
        page.says(slider, Map.of("method", "explode"));
        page.says(slider, Map.of("method", "update", "state", "none"));
        page.says(slider, Map.of());
        page.says(slider, Map.of("method", "custom", "content", Map.of("event", "click")));
        assertThat(page.log).hasSize(11).allMatch(line -> line.startsWith("FloatSlider, "));
        assertThat(page.log.get(1)).isEqualTo("FloatSlider, value: it takes a number");
        assertThat(slider.value()).isZero();
        assertThat(slider.min()).isEqualTo(-2);
        page.sets(slider, "value", 1);
        assertThat(slider.value()).isEqualTo(1);
    }

    @Test
    void aValueOfTenMegabytesIsIgnored() {
        Text text = textBox("short");
        page.sets(text, "value", "x".repeat(10_000_000));
        assertThat(text.value()).isEqualTo("short");
        assertThat(page.log).singleElement().asString().contains("10000000").hasSizeLessThan(200);
        page.sets(text, "x".repeat(10_000_000), 1);
        assertThat(page.log.get(1)).hasSizeLessThan(200);
    }

    @Test
    void aWidgetClosedTwiceIsClosed() {
        FloatSlider slider = slider(-2, 2);
        page.of(slider);
        slider.close();
        slider.close();
        slider.value(1.0);
        assertThat(page.states).isEmpty();
        assertThat(slider.value()).isEqualTo(1);
    }

    @Test
    void widgetsWithoutAPageHaveValues() {
        page.close();
        assertThat(slider(0, 1).value(0.25).value()).isEqualTo(0.25);
        assertThat(slider(0, 1, 0.5)).hasToString("FloatSlider(value=0.5)");
    }

    @Test
    void aPageThatJoinsLearnsOfAll() {
        Models.register();
        FloatSlider slider = slider(-2, 2);
        slider.open();
        Comms.opened("control", "jupyter.widget.control", new CommMessage(Map.of()));
        Comms.received("control", new CommMessage(Map.of("method", "request_states")));
        Map<String, ?> answer = page.said.get(page.said.size() - 1);
        assertThat(answer.get("method")).isEqualTo("update_states");
        Map<?, ?> states = (Map<?, ?>) answer.get("states");
        assertThat(states).hasSize(3);
        assertThat(((Map<?, ?>) states.get(slider.open())).get("model_name")).isEqualTo("FloatSliderModel");
        page.says(slider, Map.of("method", "request_state"));
        assertThat((Map<?, ?>) page.said.get(page.said.size() - 1).get("state")).hasSizeGreaterThan(20);
    }
}
