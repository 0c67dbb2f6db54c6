package jacobi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jacobi.wire.content.ClearOutput;
import jacobi.wire.content.CommInfoReply;
import jacobi.wire.content.CommMsg;
import jacobi.wire.content.CompleteReply;
import jacobi.wire.content.CompleteRequest;
import jacobi.wire.content.DisplayData;
import jacobi.wire.content.ErrorReply;
import jacobi.wire.content.ExecuteReply;
import jacobi.wire.content.HistoryReply;
import jacobi.wire.content.InspectRequest;
import jacobi.wire.content.KernelInfoReply;
import jacobi.wire.content.ShutdownRequest;
import jacobi.wire.content.Status;
import jacobi.wire.content.UsageReply;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    /** Jackson's own way, with the settings messages have. */
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    static List<Object> values() {
        Map<String, Object> holes = new LinkedHashMap<>();
        holes.put("nothing", null);
        holes.put("list", Arrays.asList("a", null, 1));
        holes.put("tree", JsonNodeFactory.instance.objectNode().putNull("x").put("y", 0.1f));
        return List.of(
                new Header("1", "s", "周一", "", "execute_request", "5.5"),
                new Header("1", "s", "u", "2026-01-01", "execute_request", "5.5", "shell-2"),
                new Status("busy"),
                new ExecuteReply("ok", 3, List.of(Map.of("source", "page")), Map.of()),
                ErrorReply.of("E", "half a pair: \ud83d, \"quoted\"\u2028\u0000\n"),
                new DisplayData(Map.of("text/plain", "x"), holes, Map.of("display_id", "7")),
                new ClearOutput(true),
                new CommInfoReply("ok", Map.of("c", new CommInfoReply.Target("widget"))),
                new CommMsg(
                        "c", JsonNodeFactory.instance.arrayNode().add(1L << 40).add(new byte[] {1, 2})),
                new CompleteReply("ok", List.of("a", "b"), 0, 1, Map.of()),
                new HistoryReply("ok", List.of(List.of(1, 2, "x"), List.of(1, 3, List.of("x", "y")))),
                new KernelInfoReply(
                        "ok",
                        "5.5",
                        "jacobi",
                        "1",
                        new KernelInfoReply.LanguageInfo("java", "17", "", ".java", "java", Map.of("a", true), null),
                        "",
                        false,
                        List.of(new KernelInfoReply.HelpLink("a", "b")),
                        null),
                new UsageReply("h", 1L << 50, 0.25, 3, Double.NaN, 2, Map.of("total", 1.5f)),
                new ConnectionFile("tcp", "127.0.0.1", 1, 2, 3, 4, 5, "k", "hmac-sha256", "jacobi"),
                new TreeMap<>(Map.of(2, "two", 1, "one")),
                List.of(1.5, 1.5f, (short) 2, 'c', BigInteger.TWO.pow(80), Double.POSITIVE_INFINITY, Optional.class),
                new int[] {1, 2},
                new Annotated(1, 2),
                new ByItself("abc"),
                new Widget());
    }

    private record Annotated(@JsonProperty("otherwise") int named, int notNamed) {}

    private record ByItself(String text) {
        @JsonValue
        String upper() {
            return text.toUpperCase(Locale.ROOT);
        }
    }

    /** As one that a cell may send. */
    public static final class Widget extends ArrayList<String> {
        public Widget() {
            add("an element");
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsWrittenIsWhatJacksonWrites(Object value) throws Exception {
        assertThat(Json.text(value)).isEqualTo(JACKSON.writeValueAsString(value));
        assertThat(Json.read(Json.bytes(value))).isEqualTo(JACKSON.readTree(Json.bytes(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "null",
                "{\"a\": [1, -2, 3.5, 1e3, 12345678901, 123456789012345678901234567890, true, false, null, {}], \"b\":"
                        + " \"\\ud83d\"}",
                "{\"a\": 1, \"a\": 2}",
                "[NaN, Infinity, -Infinity]",
                "1 2",
                "\"周一\""
            })
    void whatIsReadIsWhatJacksonReads(String text) throws Exception {
        assertThat(Json.read(text)).isEqualTo(JACKSON.readTree(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'code': 'x', 'cursor_pos': 3, 'later': [1]}",
                "{'code': null, 'cursor_pos': '7', 'detail_level': 1}",
                "{'code': 12, 'cursor_pos': null, 'detail_level': null}",
            })
    void recordsAreReadAsJacksonReadsThem(String text) throws Exception {
        JsonNode tree = JACKSON.readTree(text.replace('\'', '"'));
        JsonMapper lenient = JACKSON.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        for (Class<?> type : List.of(InspectRequest.class, CompleteRequest.class, ShutdownRequest.class)) {
            assertThat((Object) Json.as(tree, type)).isEqualTo(lenient.treeToValue(tree, type));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'code': []}", "{'cursor_pos': 'three'}", "{'cursor_pos': {}}", "{'cursor_pos': true}"})
    void aFieldOfTheWrongTypeIsNamed(String text) throws Exception {
        JsonNode tree = JACKSON.readTree(text.replace('\'', '"'));
        assertThatThrownBy(() -> Json.as(tree, CompleteRequest.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text.substring(2, text.indexOf('\'', 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1,", "{\"a\"}", "nothing", "{\"a\": 01}", "\"open"})
    void whatIsNoJsonIsRefusedAsJacksonDoes(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> JACKSON.readTree(text)).isInstanceOf(IOException.class);
    }

    @Test
    void whatHasNoEndIsToldAndLeavesTheStackAlone() {
        Map<String, Object> endless = new HashMap<>();
        endless.put("self", endless);
        assertThatThrownBy(() -> Json.text(endless))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no JSON form");
        assertThatThrownBy(() -> Json.read("[".repeat(100_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nesting depth");
    }
}
