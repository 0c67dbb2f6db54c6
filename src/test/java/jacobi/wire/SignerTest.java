package jacobi.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignerTest {
    private final Signer signer = new Signer("hmac-sha256", "key");
    private final List<byte[]> frames =
            List.of("The quick brown fox ".getBytes(UTF_8), "jumps over the lazy dog".getBytes(UTF_8));

    /** The well-known test value of HMAC-SHA256, its text cut in two. */
    @Test
    void signsTheFramesAsOneText() {
        assertThat(signer.sign(frames)).isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
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
