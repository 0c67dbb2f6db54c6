package jacobi.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the four JSON frames of a message with HMAC-SHA256 under the connection's key; an empty key turns signing off. */
public final class Signer {
    /** The one signature scheme Jupyter uses. */
    public static final String SCHEME = "hmac-sha256";

    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec key;

    /**
     * A signer under {@code key}.
     *
     * @throws IllegalArgumentException if the scheme is another than {@value #SCHEME}
     */
    public Signer(String scheme, String key) {
        if (!key.isEmpty() && !SCHEME.equals(scheme)) {
            throw new IllegalArgumentException(
                    "signature scheme '" + scheme + "' is not supported; use '" + SCHEME + "', Jupyter's default");
        }
        this.key = key.isEmpty() ? null : new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The signature in lower-case hexadecimal, or an empty string without a key. */
    public String sign(List<byte[]> frames) {
        if (key == null) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            frames.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Whether {@code signature} is that of {@code frames}; takes the same time wherever the two differ. */
    public boolean verify(byte[] signature, List<byte[]> frames) {
        return key == null || MessageDigest.isEqual(sign(frames).getBytes(StandardCharsets.US_ASCII), signature);
    }
}
