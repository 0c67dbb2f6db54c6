package jacobi.wire.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.wire.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page asks for is what it has written, and what it leaves out as the specification says. */
class ExecuteRequestTest {
    @Test
    void fieldsThatAreLeftOutAreAsSpecified() throws Exception {
        assertThat(read("{'code': '1 + 1', 'user_expressions': null}"))
                .isEqualTo(new ExecuteRequest("1 + 1", false, true, Map.of(), true, true));
    }

    @Test
    void everyFieldIsRead() throws Exception {
        assertThat(read("{'code': 'x', 'silent': false, 'store_history': false, 'allow_stdin': false,"
                        + " 'stop_on_error': false, 'user_expressions': {'a': 'b'}, 'later': [1]}"))
                .isEqualTo(new ExecuteRequest("x", false, false, Map.of("a", "b"), false, false));
        assertThat(read("{'code': '', 'silent': true, 'store_history': true}").storeHistory())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        {}                                  | needs code
        {'code': {}}                        | code is neither
        {'code': 'x', 'silent': []}         | silent is neither
        {'code': 'x', 'user_expressions': 3} | user_expressions is no object
        """)
    void whatIsOfTheWrongTypeIsRefused(String content, String told) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    private static ExecuteRequest read(String json) throws Exception {
        return Json.as(Json.read(json.replace('\'', '"')), ExecuteRequest.class);
    }
}
