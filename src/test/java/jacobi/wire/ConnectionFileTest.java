package jacobi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = folder.resolve("kernel-1.json");
        ConnectionFile written = ConnectionFile.onFreePorts("jacobi");
        written.write(file);
        assertThat(ConnectionFile.read(file)).isEqualTo(written);
        assertThat(Files.readString(file)).contains("\"hb_port\"", "\"signature_scheme\" : \"hmac-sha256\"");
    }

    @Test
    void eachBrokenFileIsOneLineThatNamesTheFileAndTheFix() throws IOException {
        Path file = folder.resolve("kernel-2.json");
        ConnectionFile.onFreePorts("jacobi").write(file);
        String whole = Files.readString(file);

        assertBroken(file, whole.substring(0, whole.length() / 2), "it is not JSON");
        assertBroken(file, "", "it is empty");
        assertBroken(file, "[1]", "it is not a JSON object");
        assertBroken(file, "{\"shell_port\": 5555}", "it has no iopub_port");
        assertBroken(file, whole.replaceAll("(\"hb_port\" : )\\d+", "$170000"), "its hb_port is 70000");
        assertThatThrownBy(() -> ConnectionFile.read(folder.resolve("none.json")))
                .hasMessageContaining("none.json: no such connection file");
    }

    @Test
    void refusesTransportsItCannotSpeak() throws IOException {
        Path file = folder.resolve("kernel-3.json");
        Files.writeString(file, "{\"transport\": \"pgm\"}");
        assertThatThrownBy(() -> ConnectionFile.read(file))
                .hasMessage(file + ": transport 'pgm' is not supported; start the kernel with tcp or ipc");
    }

    private static void assertBroken(Path file, String text, String reason) throws IOException {
        Files.writeString(file, text);
        assertThatThrownBy(() -> ConnectionFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": the connection file is broken (" + reason)
                .hasMessageEndingWith("start the kernel again, so that Jupyter writes a new one")
                .message()
                .hasLineCount(1);
    }
}
