package jacobi.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignerTest {
    private final Signer signer = new Signer("hmac-sha256", "key");
    private final List<byte[]> frames =
            List.of("The quick brown fox ".getBytes(UTF_8), "jumps over the lazy dog".getBytes(UTF_8));

    /** The well-known test value of HMAC-SHA256, its text cut in two. */
    @Test
    void signsTheFramesAsOneText() {
        assertThat(signer.sign(frames)).isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    }

    /** RFC 4231, test cases 1 and 2. */
    @ParameterizedTest
    @CsvSource({
        "0b*20, Hi There, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "Jefe, what do ya want for nothing?, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    })
    void signsAsTheStandardSays(String key, String message, String signature) {
        String text = key.equals("0b*20") ? "\u000b".repeat(20) : key;
        assertThat(new Signer("hmac-sha256", text).sign(List.of(message.getBytes(UTF_8))))
                .isEqualTo(signature);
    }

    /** Against the JDK's own, for keys around the length of a block, and beyond ASCII. */
    @ParameterizedTest
    @ValueSource(ints = {1, 36, 63, 64, 65, 200})
    void signsAsTheJdkDoes(int length) throws GeneralSecurityException {
        String key = "k\u00e9y\u5bc6".repeat(length).substring(0, length);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        frames.forEach(mac::update);

        assertThat(new Signer("hmac-sha256", key).sign(frames))
                .isEqualTo(HexFormat.of().formatHex(mac.doFinal()));
    }

    @Test
    void refusesAnotherSignature() {
        byte[] good = signer.sign(frames).getBytes(UTF_8);
        assertThat(signer.verify(good, frames)).isTrue();
        good[5] ^= 1;
        assertThat(signer.verify(good, frames)).isFalse();
        assertThat(signer.verify(new byte[0], frames)).isFalse();
    }

    @Test
    void anEmptyKeyAcceptsEverything() {
        Signer open = new Signer("", "");
        assertThat(open.sign(frames)).isEmpty();
        assertThat(open.verify("whatever".getBytes(UTF_8), frames)).isTrue();
    }

    @Test
    void refusesOtherSchemes() {
        assertThatThrownBy(() -> new Signer("hmac-md5", "key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("signature scheme 'hmac-md5' is not supported; use 'hmac-sha256', Jupyter's default");
    }
}
