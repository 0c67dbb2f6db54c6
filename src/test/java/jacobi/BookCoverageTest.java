package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.tensor.Tensor;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * How much of what the book's PyTorch code names a cell has: each name of torch and torchvision is looked up among what
 * the prelude imports, in Java's spelling; it counts as often as the book uses it. {@code d2l-torch-names.csv} holds
 * the counts.
 */
class BookCoverageTest {
    /** Names that are spelt in another way here than by Java's rule, and what they are. */
    private static final Map<String, String> SPELT = Map.ofEntries(
            Map.entry("torch.tensor", "tensor"),
            Map.entry("torch.Tensor", "Tensor"),
            Map.entry("torch.pi", "PI"),
            Map.entry("torch.long", "int64"),
            Map.entry("torch.from_numpy", "fromArray"),
            Map.entry("torch.device", "device"),
            Map.entry("torch.cuda.synchronize", "cuda"),
            Map.entry("torch.cuda.device_count", "cuda"),
            Map.entry("torch.distributions", "Distribution"),
            Map.entry("Tensor.type", "to"),
            Map.entry("Tensor.float", "to"),
            Map.entry("Tensor.long", "to"),
            Map.entry("torchvision.io.read_image", "readImage"),
            Map.entry("torchvision.io.image.ImageReadMode.RGB", "readImage"),
            Map.entry("torchvision.transforms.functional.crop", "crop"),
            Map.entry("Tensor.values", "values"));

    /** What is not there, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "torch.nn.DataParallel", "there is one device",
            "torch.nn.parallel.scatter", "there is one device",
            "torch.jit.script", "Java's own compiler does this for every method",
            "torchvision.models.resnet18", "weights of other people's models need a download",
            "torchvision.models.resnet34", "weights of other people's models need a download",
            "torchvision.models.vgg19", "weights of other people's models need a download",
            "torchvision.ops.roi_pool", "object detection is not in the course",
            "torchvision.transforms.ToPILImage", "figures take tensors as they are",
            "torchvision.transforms.RandomCrop.get_params", "semantic segmentation is not in the course",
            "torch.optim.lr_scheduler.__name__", "asks a schedule whether it is PyTorch's");

    private record Use(String name, String kind, int count) {}

    private static List<Use> uses() {
        return TestText.lines(BookCoverageTest.class, "d2l-torch-names.csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> !cells[1].equals("d2l helper"))
                .map(cells -> new Use(cells[0], cells[1], Integer.parseInt(cells[2])))
                .toList();
    }

    /** Simple names of classes, static methods and constants that a cell may use, and of the methods of tensors. */
    private static Set<String> words() throws IOException {
        Set<String> words = new HashSet<>();
        for (Method method : Tensor.class.getMethods()) {
            words.add(method.getName());
        }
        for (String line : Prelude.imports()) {
            String name = line.replaceAll("import (static )?|;", "").strip();
            boolean all = name.endsWith(".*");
            if (line.startsWith("import static")) {
                Class<?> type = find(all ? name.substring(0, name.length() - 2) : name.replaceFirst("\\.\\w+$", ""));
                Arrays.stream(type.getMethods()).map(Method::getName).forEach(words::add);
                Arrays.stream(type.getFields()).map(Field::getName).forEach(words::add);
            } else if (all && name.startsWith("jacobi.")) {
                words.addAll(classes(name.substring(0, name.length() - 2)));
            } else {
                words.add(name.substring(name.lastIndexOf('.') + 1));
            }
        }
        return words;
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the prelude imports what is there", e);
        }
    }

    private static Set<String> classes(String packageName) throws IOException {
        Set<String> found = new HashSet<>();
        var folder = Path.of(Tensor.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .resolve(packageName.replace('.', '/'));
        try (var files = Files.list(folder)) {
            files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".class") && !f.contains("$") && !f.contains("-"))
                    .map(f -> f.substring(0, f.length() - 6))
                    .filter(f -> Modifier.isPublic(find(packageName + "." + f).getModifiers()))
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean isThere(String name, Set<String> words) {
        if (SPELT.containsKey(name)) {
            return words.contains(SPELT.get(name));
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (name.startsWith("torchvision.transforms.")) {
            return words.contains(last.substring(0, 1).toLowerCase(Locale.ROOT) + last.substring(1));
        }
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < last.length(); i++) {
            boolean inner = last.charAt(i) == '_' && i > 0 && i + 1 < last.length();
            camel.append(inner ? Character.toUpperCase(last.charAt(++i)) : last.charAt(i));
        }
        return words.contains(camel.toString());
    }

    @Test
    void whatTheBookUsesIsThere() throws IOException {
        Set<String> words = words();
        int all = 0, there = 0;
        List<String> missing = new ArrayList<>();
        for (Use use : uses()) {
            all += use.count;
            if (!LEFT_OUT.containsKey(use.name) && isThere(use.name, words)) {
                there += use.count;
            } else {
                missing.add(use.name);
            }
        }
        System.out.printf(
                Locale.ROOT, "%d of %d uses, %.1f %%; missing: %s%n", there, all, 100.0 * there / all, missing);
        assertThat(all).isEqualTo(2831);
        assertThat(missing).as("each has its reason").isSubsetOf(LEFT_OUT.keySet());
        assertThat(100.0 * there / all).isGreaterThanOrEqualTo(96);
    }
}
