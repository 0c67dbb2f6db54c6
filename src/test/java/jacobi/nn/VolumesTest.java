package jacobi.nn;

import static jacobi.nn.Functional.*;
import static jacobi.tensor.Tensors.full;
import static jacobi.tensor.Tensors.manualSeed;
import static jacobi.tensor.Tensors.ones;
import static jacobi.tensor.Tensors.randn;
import static jacobi.tensor.Tensors.tensor;
import static jacobi.tensor.Tensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.language.Language;
import jacobi.tensor.Tensor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Layers over volumes and instances, pools whose windows stick out, and the loss of speech: counts, edges, messages.
 */
class VolumesTest {
    private static void assertSays(ThrowingCallable call, String english, String chinese) {
        assertThatThrownBy(call).hasMessage(english);
        Language before = Language.current();
        try {
            Language.use(Language.of("zh").orElseThrow());
            assertThatThrownBy(call).hasMessage(chinese);
        } finally {
            Language.use(before);
        }
    }

    @Test
    void summary_counts_a_transposed_convolution_of_volumes() {
        Sequential net = new Sequential(
                new LazyConvTranspose3d(4, 2, 2), new InstanceNorm3d(4, 1e-5, 0.1, true, false), new MaxPool3d(2));
        Summary summary = Summary.summary(net, 1, 3, 2, 2, 2);
        assertThat(summary.rows())
                .extracting(Summary.Row::shape)
                .containsExactly("(1, 4, 4, 4, 4)", "(1, 4, 4, 4, 4)", "(1, 4, 2, 2, 2)");
        assertThat(summary.rows()).extracting(Summary.Row::parameters).containsExactly(3L * 4 * 8 + 4, 8L, 0L);
        // Each of 24 numbers is multiplied by the 8 numbers of each of 4 filters.
        assertThat(summary.multiplications()).isEqualTo(24 * 4 * 8);
    }

    @Test
    void one_volume_is_a_batch_of_one() {
        manualSeed(3);
        Tensor x = randn(2, 3, 4, 4);
        for (Module layer : new Module[] {
            new MaxPool3d(2),
            new AvgPool3d(2),
            new AdaptiveAvgPool3d(2),
            new ConvTranspose3d(2, 3, 2),
            new InstanceNorm3d(2)
        }) {
            assertThat(layer.call(x).equal(layer.call(x.unsqueeze(0)).squeeze(0)))
                    .as(layer.toString())
                    .isTrue();
        }
    }

    @Test
    void histories_are_named_as_PyTorchs() {
        Tensor x = randn(1, 1, 2, 2, 2).requiresGrad_(true);
        assertThat(maxPool3d(x, 2).gradFn()).hasToString("<MaxPool3DWithIndicesBackward0>");
        assertThat(avgPool3d(x, 2).gradFn()).hasToString("<AvgPool3DBackward0>");
    }

    @Test
    void a_window_that_sticks_out_begins_within_the_image() {
        // Three windows of two at 0, 2, 4 of five places; none at 6, which is beyond the margin.
        assertThat(maxPool1d(tensor(1.0, 2, 3, 4, 5).reshape(1, 1, 5), 2, 2, 0, 1, true))
                .hasToString("tensor([[[2., 4., 5.]]])");
        assertThat(avgPool1d(tensor(1.0, 2, 3, 4, 5).reshape(1, 1, 5), 2, 2, 0, true, true))
                .hasToString("tensor([[[1.5000, 3.5000, 5.0000]]])");
        assertThat(maxPool1d(ones(1, 1, 5), 2, 3, 1, 1, true).shape().toArray()).containsExactly(1, 1, 2);
    }

    @Test
    void running_numbers_of_instances_are_their_mean() {
        InstanceNorm1d norm = new InstanceNorm1d(1, 1e-5, 0.5, false, true);
        norm.call(tensor(1.0, 3, 5, 9).reshape(2, 1, 2));
        // Means 2 and 7, variances 2 and 8, half of which enters 0 and 1.
        assertThat(norm.runningMean).hasToString("tensor([2.2500])");
        assertThat(norm.runningVar).hasToString("tensor([3.])");
        assertThat(norm.numBatchesTracked).hasToString("tensor(0)");
    }

    @Test
    void a_target_without_room_has_an_infinite_loss_without_gradient() {
        Tensor scores = full(new int[] {2, 1, 2}, Math.log(0.5)).requiresGrad_(true);
        Tensor target = tensor(new int[][] {{1, 1}});
        int[] time = {2}, length = {2};
        Tensor loss = ctcLoss(scores, target, time, length);
        assertThat(loss.item().doubleValue()).isInfinite();
        loss.backward();
        assertThat(scores.grad().eq(0).all().isTrue()).isTrue();
        assertThat(new CTCLoss(0, "mean", true)
                        .forward(scores, target, time, length)
                        .item()
                        .doubleValue())
                .isZero();
        // One label at two moments, with blanks or without: three ways of four.
        Tensor one = ctcLoss(scores, tensor(new int[][] {{1}}), time, new int[] {1});
        assertThat(one.item().doubleValue()).isCloseTo(-Math.log(0.75), org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void a_probability_of_zero_is_a_loss_without_undefined_numbers() {
        Tensor scores = tensor(new double[][] {{0, Double.NEGATIVE_INFINITY}, {Math.log(0.5), Math.log(0.5)}})
                .requiresGrad_(true);
        Tensor loss = ctcLoss(scores, tensor(1), tensor(2), tensor(1));
        assertThat(loss.item().doubleValue()).isCloseTo(Math.log(2), org.assertj.core.data.Offset.offset(1e-6));
        loss.backward();
        assertThat(scores.grad()).hasToString("tensor([[-1.,  0.],\n        [ 0., -1.]])");
    }

    @Test
    void messages() {
        assertSays(
                () -> maxPool3d(zeros(2, 3), 2),
                "maxPool3d: needs volumes (batch, channels, depth, height, width), got shape (2, 3)",
                "maxPool3d: 需要三维图像 (batch, channels, depth, height, width)，得到的形状是 (2, 3)");
        assertSays(
                () -> avgPool3d(zeros(2, 1, 3, 3), 2),
                "avgPool3d: a window of 2 x 2 x 2 does not fit into volumes of 1 x 3 x 3 with padding (0, 0, 0)",
                "avgPool3d: 2 x 2 x 2 的窗口放不进 1 x 3 x 3、填充 (0, 0, 0) 的三维图像");
        assertSays(
                () -> maxPool2d(zeros(1, 2, 2), 2, 1, 1, 3),
                "maxPool2d: there are windows whose gaps hold the whole input, so that they see nothing of it;"
                        + " use less padding or dilation",
                """
                maxPool2d: 有的窗口的空洞比整个输入还大，\
                什么也看不到；请减小填充或空洞间隔\
                """);
        assertSays(
                () -> avgPool2d(zeros(1, 4, 4), 2, 1, 2),
                "avgPool2d: padding must be at most half the window",
                "avgPool2d: 填充最多为窗口的一半");
        assertSays(
                () -> instanceNorm(zeros(2, 3, 1)),
                "instanceNorm: needs (batch, channels, …) with more than one place in each channel, "
                        + "got shape (2, 3, 1); use eval(), or larger inputs",
                """
                instanceNorm: 需要 (batch, channels, …)，\
                每个通道不止一个位置，\
                得到的形状是 (2, 3, 1)；请用 eval()，或更大的输入\
                """);
        assertSays(
                () -> new InstanceNorm2d(3).call(zeros(1, 2, 4, 4)),
                "InstanceNorm2d: this layer was made for 3 channels, got an input of shape (1, 2, 4, 4)",
                "InstanceNorm2d: 这一层用于 3 个通道，得到的输入形状是 (1, 2, 4, 4)");
        assertSays(
                () -> convTranspose3d(zeros(1, 2, 2, 2, 2), zeros(3, 1, 1, 1, 1)),
                "convTranspose3d: an input of 2 channels needs filters (2, outputs / groups, depth, rows, columns),"
                        + " got shape (3, 1, 1, 1, 1)",
                "convTranspose3d: 2 个通道的输入需要卷积核 (2, outputs / groups, depth, rows, columns)，"
                        + "得到的形状是 (3, 1, 1, 1, 1)");
    }

    @Test
    void messages_of_the_loss_of_speech() {
        Tensor scores = zeros(4, 2, 3), targets = tensor(new int[][] {{1, 2}, {2, 1}});
        int[] time = {4, 4}, two = {2, 2};
        assertSays(
                () -> ctcLoss(zeros(3), targets, time, two),
                "ctcLoss: needs log-probabilities (time, batch, classes), or (time, classes) of one sequence, got "
                        + "shape (3,)",
                """
                ctcLoss: 需要对数概率 (time, batch, classes)，\
                单个序列则为 (time, classes)，得到的形状是 (3,)\
                """);
        assertSays(
                () -> ctcLoss(scores, targets, new int[] {4}, two),
                "ctcLoss: inputLengths needs one number for each of 2 sequences, got shape (1,)",
                "ctcLoss: inputLengths 需要给 2 个序列各一个数，得到的形状是 (1,)");
        assertSays(
                () -> ctcLoss(scores, targets, new int[] {4, 5}, two),
                "ctcLoss: inputLengths must be from 0 to 4, got 5",
                "ctcLoss: inputLengths 必须在 0 到 4 之间，得到的是 5");
        assertSays(
                () -> ctcLoss(scores, targets.add(1), time, two),
                "ctcLoss: label 1 of a target is 3; classes are 0 to 2",
                "ctcLoss: 目标的标签 1 是 3；类别是 0 到 2");
        assertSays(
                () -> ctcLoss(scores, tensor(new int[][] {{1, 2}}), time, two),
                "ctcLoss: targets are (batch, longest target) of 2 sequences, or all in one row, got shape (1, 2)",
                """
                ctcLoss: 目标是 2 个序列的 (batch, 最长目标)，\
                或全部排成一行，得到的形状是 (1, 2)\
                """);
        assertSays(
                () -> ctcLoss(scores, tensor(1, 2, 1), time, two),
                "ctcLoss: targets in one row need as many labels as targetLengths add up to, got 3",
                "ctcLoss: 排成一行的目标，标签个数必须等于 targetLengths 之和，得到 3 个");
        assertSays(
                () -> ctcLoss(scores, targets, time, two, 3),
                "ctcLoss: the blank is a class from 0 to 2, got 3",
                "ctcLoss: 空白是 0 到 2 的一个类别，得到的是 3");
    }
}
