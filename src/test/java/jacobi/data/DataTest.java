package jacobi.data;

import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.manualSeed;
import static jacobi.tensor.Tensors.ones;
import static jacobi.tensor.Tensors.rand;
import static jacobi.tensor.Tensors.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataTest {
    @TempDir
    Path folder;

    private static TensorDataset ten() {
        return new TensorDataset(arange(20.0).reshape(10, 2), arange(10));
    }

    private static List<Long> labels(DataLoader loader) {
        List<Long> all = new ArrayList<>();
        for (Tensor[] batch : loader) {
            for (long label : batch[1].toLongArray()) {
                all.add(label);
            }
        }
        return all;
    }

    @Test
    void aLoaderGivesEachExampleOnceInAPass() {
        DataLoader loader = new DataLoader(ten(), 3, true);
        manualSeed(1);
        List<Long> first = labels(loader), second = labels(loader);
        assertThat(first)
                .containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L)
                .isNotEqualTo(second);
        assertThat(second).hasSize(10).doesNotHaveDuplicates();
        manualSeed(1);
        assertThat(labels(loader)).isEqualTo(first);
        assertThat(loader.length()).isEqualTo(4);
        Tensor[] batch = Loading.next(Loading.iter(loader));
        assertThat(batch[0].get(1).get(0).toLong())
                .isEqualTo(2 * batch[1].get(1).toLong());
    }

    @Test
    void workersKeepTheOrder() {
        Dataset slow = new Dataset() {
            @Override
            public Tensor[] get(int index) {
                if (index % 3 == 0) {
                    Thread.yield();
                }
                return new Tensor[] {ones(2).mul(index), tensor((long) index)};
            }

            @Override
            public int length() {
                return 50;
            }
        };
        DataLoader loader = new DataLoader(slow, 4, false, null, 3, null, true);
        assertThat(labels(loader)).hasSize(48).isSorted();
        Dataset broken = new Subset(slow, new int[] {1, 2});
        DataLoader failing = new DataLoader(
                broken,
                1,
                false,
                null,
                2,
                examples -> {
                    throw new IllegalStateException("no batch today");
                },
                false);
        assertThatThrownBy(() -> failing.iterator().next()).hasMessage("no batch today");
    }

    @Test
    void setsAreSplitJoinedAndSampled() {
        manualSeed(2);
        List<Subset> parts = Loading.randomSplit(ten(), 7, 3);
        List<Long> all = labels(new DataLoader(parts.get(0), 2));
        all.addAll(labels(new DataLoader(parts.get(1), 2)));
        assertThat(all).hasSize(10).doesNotHaveDuplicates();
        assertThat(new ConcatDataset(parts).get(8)[1].toLong()).isEqualTo(all.get(8));
        assertThatThrownBy(() -> Loading.randomSplit(ten(), 7, 2)).hasMessageContaining("add up to 9");
        WeightedRandomSampler sampler = new WeightedRandomSampler(new double[] {0, 0, 1, 3}, 400);
        assertThat(sampler.order()).contains(2, 3).doesNotContain(0, 1).hasSize(400);
        assertThat(java.util.Arrays.stream(sampler.order()).filter(i -> i == 3).count())
                .isBetween(260L, 340L);
        DataLoader drawn = new DataLoader(ten(), 4, false, () -> new int[] {3, 1}, 0, null, false);
        assertThat(labels(drawn)).containsExactly(3L, 1L);
        assertThatThrownBy(() -> new TensorDataset(ones(2), ones(3))).hasMessageContaining("the same number of rows");
    }

    @Test
    void theShareOfFashionMnistIsThere() {
        IdxImages train = FashionMNIST.share(true), test = FashionMNIST.share(false);
        assertThat(train.labels()).hasSize(2000).startsWith(9, 0, 0, 3, 0, 2, 7, 2, 5, 5);
        assertThat(test.labels()).hasSize(1000).startsWith(9, 2, 1, 1, 6);
        FashionMNIST set = new FashionMNIST(false);
        Tensor[] batch = set.batch(new int[] {0, 1});
        assertThat(batch[0].shape().toArray()).containsExactly(2, 1, 28, 28);
        assertThat(batch[0].max().toDouble()).isBetween(0.5, 1.0);
        assertThat(set.classes().get((int) batch[1].get(1).toLong())).isEqualTo("pullover");
        assertThat(set.toString()).contains("images of 28 x 28, from " + set.source());
        assertThat(new FashionMNIST(null, false, Transforms.resize(14))
                        .get(0)[0]
                        .shape()
                        .toArray())
                .containsExactly(1, 14, 14);
        assertThatThrownBy(() -> new FashionMNIST(folder.toString(), true, null))
                .hasMessageContaining("does not have the files train-images");
    }

    @Test
    void imagesAreReadFromFolders() throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 1, 0xff8000);
        for (String name : List.of("cat", "dog")) {
            Files.createDirectories(folder.resolve(name));
            ImageIO.write(image, "png", folder.resolve(name + "/1.png").toFile());
        }
        ImageFolder set = new ImageFolder(folder.toString());
        assertThat(set.classes()).containsExactly("cat", "dog");
        assertThat(set.get(1)[1].toLong()).isEqualTo(1);
        Tensor x = set.get(0)[0];
        assertThat(x.shape().toArray()).containsExactly(3, 2, 3);
        assertThat(x.get(":, 1, 2").toDoubleArray()).containsExactly(1, 128f / 255, 0);
        byte[] batch = new byte[3073 * 2];
        batch[0] = 3;
        batch[1] = (byte) 255;
        batch[3073] = 9;
        Files.write(folder.resolve("test_batch.bin"), batch);
        CIFAR10 cifar = new CIFAR10(folder.toString(), false, null);
        assertThat(cifar.length()).isEqualTo(2);
        assertThat(cifar.get(0)[0].get("0, 0, 0").item()).isEqualTo(1.0);
        assertThat(cifar.classes().get((int) cifar.get(1)[1].toLong())).isEqualTo("truck");
    }

    @Test
    void imagesAreChanged() {
        manualSeed(4);
        Tensor x = rand(3, 6, 8);
        assertThat(Transforms.resize(3).apply(x).shape().toArray()).containsExactly(3, 3, 4);
        assertThat(Transforms.centerCrop(4).apply(x).equal(x.get(":, 1:5, 2:6")))
                .isTrue();
        assertThat(Transforms.randomCrop(6, 2).apply(x).shape().toArray()).containsExactly(3, 6, 6);
        Tensor normal = Transforms.normalize(new double[] {0.5, 0.5, 0.5}, new double[] {2, 2, 2})
                .apply(x);
        assertThat(normal.mul(2).add(0.5).sub(x).abs().max().toDouble()).isLessThan(1e-6);
        assertThat(Transforms.randomResizedCrop(5, new double[] {0.1, 1}, new double[] {0.5, 2})
                        .apply(x)
                        .shape()
                        .toArray())
                .containsExactly(3, 5, 5);
        int flipped = 0;
        for (int i = 0; i < 100; i++) {
            flipped += Transforms.randomHorizontalFlip().apply(x).equal(x.flip(-1)) ? 1 : 0;
        }
        assertThat(flipped).isBetween(30, 70);
        Tensor jittered = Transforms.compose(Transforms.colorJitter(0.5, 0.5, 0.5), y -> y.mul(1))
                .apply(x);
        assertThat(jittered.min().toDouble()).isGreaterThanOrEqualTo(0);
        assertThat(jittered.equal(x)).isFalse();
        assertThatThrownBy(() -> Transforms.centerCrop(7).apply(x)).hasMessageContaining("does not fit");
    }
}
