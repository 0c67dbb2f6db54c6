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
    /** Has the key and nothing else yet; copied for each message, because making one is slower. Null without a key. */
    private final Mac keyed;

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
        keyed = key.isEmpty() ? null : keyed(key);
    }

    /** The signature in lower-case hexadecimal, or an empty string without a key. */
    public String sign(List<byte[]> frames) {
        if (keyed == null) {
            return "";
        }
        try {
            Mac mac = (Mac) keyed.clone();
            frames.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's " + ALGORITHM + " can be copied", e);
        }
    }

    private static Mac keyed(String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            // Takes the key in, which otherwise every copy would do.
            mac.update(new byte[0]);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Whether {@code signature} is that of {@code frames}; takes the same time wherever the two differ. */
    public boolean verify(byte[] signature, List<byte[]> frames) {
        return keyed == null || MessageDigest.isEqual(sign(frames).getBytes(StandardCharsets.US_ASCII), signature);
    }
}
