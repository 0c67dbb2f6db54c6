package jacobi.data;

import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.randn;
import static jacobi.tensor.Tensors.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.nn.BatchNorm1d;
import jacobi.nn.Linear;
import jacobi.nn.Sequential;
import jacobi.nn.StateDict;
import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that NumPy and PyTorch wrote, by {@code record_files.py}, and files for them. */
class TensorFilesTest {
    @TempDir
    Path folder;

    private String recorded(String name) throws IOException {
        Path file = folder.resolve("recorded-" + name);
        Files.write(file, TensorFilesTest.class.getResourceAsStream(name).readAllBytes());
        return file.toString();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void arraysOfNumPyAreReadAndWrittenToTheByte() throws IOException {
        Tensor x = TensorFiles.load(recorded("x.npy"));
        assertThat(x).hasToString("tensor([[0.0000, 0.2500, 0.5000],\n        [0.7500, 1.0000, 1.2500]])");
        TensorFiles.save(x, path("x.npy"));
        assertThat(Path.of(path("x.npy"))).hasSameBinaryContentAs(Path.of(recorded("x.npy")));
        Tensor columns = TensorFiles.load(recorded("columns.npy"));
        assertThat(columns.equal(x.to(DType.float64))).isTrue();
        StateDict several = TensorFiles.load(recorded("several.npz"));
        assertThat(several)
                .hasToString("OrderedDict([('whole', tensor([0, 1, 2])), ('truth', tensor([ True, False])), "
                        + "('number', tensor(2.5000, dtype=torch.float64)), ('half', " + x + "), "
                        + "('bytes', tensor([  0, 127, 255], dtype=torch.int32))])");
    }

    @Test
    void statesOfPyTorchAreRead() throws IOException {
        Map<String, Object> all = TensorFiles.load(recorded("state.pt"));
        assertThat(all)
                .containsEntry("epoch", 7L)
                .containsEntry("name", "LeNet")
                .containsEntry("done", true);
        assertThat(all.get("loss")).isEqualTo(List.of(0.5, 0.25));
        Map<?, ?> model = (Map<?, ?>) all.get("model");
        Tensor base = arange(12.0).div(8).reshape(3, 4);
        assertThat(((Tensor) model.get("weight")).requiresGrad()).isTrue();
        assertThat(((Tensor) model.get("weight")).detach().equal(base)).isTrue();
        assertThat(((Tensor) model.get("transposed")).equal(base.t())).isTrue();
        assertThat(((Tensor) model.get("part")).equal(base.get("1:, 1:3"))).isTrue();
        assertThat(((Tensor) model.get("half")).equal(base)).isTrue();
        assertThat(((Tensor) model.get("brain")).equal(base)).isTrue();
        assertThat(model.get("long")).hasToString("tensor([            1,            -2, 1099511627776])");
        assertThat(model.get("number")).hasToString("tensor(3.5000)");
        assertThat(model.get("bytes")).hasToString("tensor([  0, 200], dtype=torch.int32)");
        Sequential net = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
        StateDict state = new StateDict(TensorFiles.<Map<String, Tensor>>load(recorded("net.pt")));
        assertThat(net.loadStateDict(state)).hasToString("<All keys matched successfully>");
    }

    @Test
    void nothingOfAPickleIsExecuted() throws IOException {
        byte[] evil = "cos\nsystem\n(X\4\0\0\0exitt".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] call = java.util.Arrays.copyOf(evil, evil.length + 2);
        call[evil.length] = 'R';
        call[evil.length + 1] = '.';
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(folder.resolve("evil.pt")))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("evil/data.pkl"));
            zip.write(call);
        }
        assertThatThrownBy(() -> TensorFiles.load(path("evil.pt")))
                .hasMessageContaining("calls os.system, which is not allowed");
    }

    @Test
    void aFileThatWasThereIsNotLostToAnError() {
        TensorFiles.save(arange(3), path("x.npy"));
        TensorFiles.save(arange(3), path("x"));
        assertThatThrownBy(() -> TensorFiles.save(List.of(arange(2), arange(2)), path("x.npy")))
                .hasMessageContaining(".npz");
        assertThatThrownBy(() -> TensorFiles.save(arange(2), path("x"), "float7"))
                .hasMessageContaining("float7");
        assertThat((Object) TensorFiles.load(path("x.npy"))).hasToString("tensor([0, 1, 2])");
        assertThat((Object) TensorFiles.load(path("x"))).hasToString("tensor([0, 1, 2])");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("x.npy", "x");
    }

    @Test
    void whatIsSavedComesBackAsItWas() throws IOException {
        Sequential net = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
        TensorFiles.save(net.stateDict(), path("net.safetensors"));
        StateDict state = TensorFiles.load(path("net.safetensors"));
        assertThat(state).hasToString(net.stateDict().toString());
        TensorFiles.save(List.of(arange(3), tensor(2.5)), path("x-files"));
        List<Tensor> list = TensorFiles.load(path("x-files"));
        assertThat(list).hasToString("[tensor([0, 1, 2]), tensor(2.5000)]");
        TensorFiles.save(randn(2, 3).t(), path("x-file"));
        Tensor x = TensorFiles.load(path("x-file"));
        assertThat(x.shape().toArray()).containsExactly(3, 2);
        Map<String, Tensor> several = new LinkedHashMap<>();
        several.put("a", tensor(1L, 2L));
        several.put("b", tensor(true, false));
        several.put("c", tensor((Object) 0.1, DType.float64));
        TensorFiles.save(several, path("several.npz"));
        assertThat((Object) TensorFiles.load(path("several.npz"))).hasToString(new StateDict(several).toString());
        TensorFiles.save(List.of(tensor(1.0009765625, 65504, 1e-7, 70000, 0.1)), path("half.safetensors"), "float16");
        List<Tensor> half = TensorFiles.load(path("half.safetensors"));
        assertThat(half.get(0).toDoubleArray())
                .containsExactly(1.0009765625, 65504, 0x1p-23, Double.POSITIVE_INFINITY, 0.0999755859375);
        TensorFiles.save(tensor(3.14159, -1.0), path("brain"), "bfloat16");
        Tensor brain = TensorFiles.load(path("brain"));
        assertThat(brain.toDoubleArray()).containsExactly(3.140625, -1);
        TensorFiles.save(tensor(0L, 255L), path("bytes"), "uint8");
        assertThat((Object) TensorFiles.load(path("bytes"))).hasToString("tensor([  0, 255], dtype=torch.int32)");
        TensorFiles.save(TensorFiles.<Tensor>load(recorded("x.npy")), path("x.npy"));
        if (System.getProperty("jacobi.exchange") != null) {
            for (Path file : Files.list(folder).toList()) {
                Files.copy(file, Path.of(System.getProperty("jacobi.exchange")).resolve(file.getFileName()));
            }
        }
    }

    @Test
    void mistakesAreNamed() throws IOException {
        assertThatThrownBy(() -> TensorFiles.load(path("missing"))).hasMessageContaining("there is no file");
        Files.writeString(folder.resolve("text"), "this is no file of tensors");
        assertThatThrownBy(() -> TensorFiles.load(path("text"))).hasMessageContaining("not a file that can be read");
        assertThatThrownBy(() -> TensorFiles.save(new Linear(2, 2), path("net")))
                .hasMessageContaining("save(net.stateDict(), path)");
        assertThatThrownBy(() -> TensorFiles.save(tensor(300L), path("bytes"), "uint8"))
                .hasMessageContaining("0 to 255");
        byte[] cut = Files.readAllBytes(Path.of(recorded("x.npy")));
        Files.write(folder.resolve("cut.npy"), java.util.Arrays.copyOf(cut, cut.length - 4));
        assertThatThrownBy(() -> TensorFiles.load(path("cut.npy"))).hasMessageContaining("cut off");
    }
}
