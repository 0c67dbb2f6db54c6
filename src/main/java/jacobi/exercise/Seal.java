package jacobi.exercise;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps what an exercise expects from being read by who opens its file: AES-GCM with a key made from the exercise's id.
 * Whoever has Jacobi can make that key too, as a check in the student's own process has to: it keeps out a glance,
 * not an attack.
 */
final class Seal {
    static final String FIELD = "sealed";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Seal() {}

    /** The fields, encrypted; another text each time. */
    static String of(ObjectNode fields, String id) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, id, nonce).doFinal(JSON.writeValueAsBytes(fields));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The exercise with what was sealed, if anything was. */
    static JsonNode opened(JsonNode exercise, Path file, String id) {
        if (!exercise.has(FIELD)) {
            return exercise;
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(exercise.get(FIELD).asText());
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, id, Arrays.copyOf(bytes, NONCE));
            JsonNode fields = JSON.readTree(cipher.doFinal(bytes, NONCE, bytes.length - NONCE));
            ObjectNode whole = exercise.deepCopy();
            whole.remove(FIELD);
            return whole.setAll((ObjectNode) fields);
        } catch (AEADBadTagException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ExerciseException(say("exercise.seal.broken", "file", file.getFileName(), "id", id));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, String id, byte[] nonce) throws GeneralSecurityException {
        byte[] key =
                MessageDigest.getInstance("SHA-256").digest(("jacobi exercise " + id).getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
