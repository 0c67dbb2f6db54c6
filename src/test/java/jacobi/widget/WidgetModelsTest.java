package jacobi.widget;

import static jacobi.widget.Widgets.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages are told of each widget, against the models ipywidgets publishes ({@code record.py} beside them). */
@ResourceLock("comms")
class WidgetModelsTest {
    private static final JsonNode MODELS = models();
    /** The finer styles of 8 are unknown to 7, and a range of versions is one of both. */
    private static final Set<String> OURS = Set.of("_model_module_version", "_view_module_version");

    private static JsonNode models() {
        try (InputStream in = WidgetModelsTest.class.getResourceAsStream("models.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Widget> widgets() {
        IntSlider slider = intSlider(0, 100, 1, 0);
        Map<String, String> none = Map.of("a", "a");
        return Stream.of(
                slider,
                intSlider(0, 1).layout(),
                intSlider(0, 1).style(),
                floatSlider(0, 100, 0.1, 0),
                logSlider(0, 4, 0.1, 10, 1),
                new IntRangeSlider(0, 100, 1, new Range(0, 1)),
                new FloatRangeSlider(0, 100, 0.1, new Range(0, 1)),
                dropdown(none),
                radioButtons(none),
                toggleButtons(none),
                toggleButtons(none).style(),
                selectBox(none),
                selectMultiple(none),
                selectionSlider(none),
                checkbox(false),
                checkbox(false).style(),
                new ToggleButton(false),
                valid(false),
                button(""),
                button("").style(),
                textBox(""),
                textArea(""),
                password(),
                combobox(List.of()),
                intText(0),
                floatText(0),
                intText(0, 0, 100),
                floatText(0, 0, 100),
                play(0, 100, 1, 0, 100),
                progressBar(100),
                progressBar(100).style(),
                progressBar(0.0, 100.0),
                labelBox(""),
                htmlBox(""),
                mathBox(""),
                imageBox(new byte[0], "png"),
                colorPicker("black"),
                datePicker(null),
                new Box(List.of()),
                hbox(),
                vbox(),
                gridBox(),
                tabs(List.of()),
                accordion(List.of()),
                output());
    }

    @ParameterizedTest
    @MethodSource("widgets")
    void aModelHasTheKeysAndDefaultsOfBothVersions(Widget widget) throws Exception {
        try (Page page = new Page()) {
            JsonNode seven = MODELS.path(widget.kind()).path("7");
            JsonNode eight = MODELS.path(widget.kind()).path("8");
            assertThat(eight.isObject()).as(widget.kind()).isTrue();
            JsonNode state = new ObjectMapper().valueToTree(page.of(widget));
            Set<String> known = new LinkedHashSet<>();
            seven.fieldNames().forEachRemaining(known::add);
            eight.fieldNames().forEachRemaining(known::add);
            List<String> unlike = new ArrayList<>();
            state.fieldNames().forEachRemaining(key -> {
                if (!known.contains(key)) {
                    unlike.add(key + " is no key");
                }
            });
            for (String key : known) {
                JsonNode ours = state.path(key);
                if (!OURS.contains(key) && !isLike(ours, seven.path(key)) && !isLike(ours, eight.path(key))) {
                    unlike.add(key + " is " + ours + ", published as " + seven.path(key) + " and " + eight.path(key));
                }
            }
            // One option has to be there to choose from, and bytes travel beside the state.
            unlike.removeIf(
                    line -> line.matches("(_options_labels|index) is .*") || line.matches("value is , .*bytes.*"));
            assertThat(unlike).isEmpty();
        }
    }

    /** Whether a value is a published default: numbers by their value, new widgets by being references. */
    private static boolean isLike(JsonNode ours, JsonNode published) {
        if (published.asText().equals("a new widget")) {
            return ours.asText().startsWith("IPY_MODEL_");
        }
        if (ours.isNumber() && published.isNumber()) {
            return ours.asDouble() == published.asDouble();
        }
        if (ours.isArray() && published.isArray() && ours.size() == published.size()) {
            for (int i = 0; i < ours.size(); i++) {
                if (!isLike(ours.get(i), published.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return ours.equals(published);
    }

    @Test
    void bytesTravelBesideTheState() {
        try (Page page = new Page()) {
            page.of(imageBox(new byte[] {1, 2}, "png"));
            Map<String, ?> data = page.openings.get(page.openings.size() - 1).data();
            assertThat(data.get("buffer_paths")).isEqualTo(List.of(List.of("value")));
            assertThat(page.openings.get(page.openings.size() - 1).buffers()).containsExactly(new byte[] {1, 2});
        }
    }

    @Test
    void versionsAreRangesThatTakeBoth() {
        try (Page page = new Page()) {
            assertThat(page.of(checkbox(true)))
                    .containsEntry("_model_module_version", "^1.5.0 || ^2.0.0")
                    .containsEntry("_model_module", "@jupyter-widgets/controls");
        }
    }
}
