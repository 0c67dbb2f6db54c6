package jacobi.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintsTest {

    @Test
    void valuesAreSetApartAndArraysOpened() {
        assertThat(printed(() -> Prints.println("梯度", 2.5, new int[] {1, 2}, null)))
                .isEqualTo("梯度 2.5 [1, 2] null\n");
        assertThat(printed(() -> Prints.println((Object[]) null))).isEqualTo("null\n");
        assertThat(printed(Prints::println)).isEqualTo("\n");
    }

    @Test
    void printEndsItsLineAsPythonsDoes() {
        assertThat(printed(() -> {
                    Prints.print("a");
                    Prints.print("b", 1);
                    Prints.print();
                    Prints.printf("%.2f", 1.0);
                }))
                .isEqualTo("a\nb 1\n\n1.00");
    }

    @Test
    void printTakesWhatStandsBetweenAndAfter() {
        assertThat(printed(() -> {
                    Prints.printSeparated(", ", "!", 1, "b", new int[] {3});
                    Prints.printSeparated(" ", "");
                }))
                .isEqualTo("1, b, [3]!");
    }

    private static String printed(Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
