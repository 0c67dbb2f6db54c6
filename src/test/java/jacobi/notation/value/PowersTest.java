package jacobi.notation.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PowersTest {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

    @Property(seed = "150461")
    void isExactOrRefuses(@ForAll @IntRange(min = -40, max = 40) int base, @ForAll @IntRange(max = 70) int exponent) {
        BigInteger exact = BigInteger.valueOf(base).pow(exponent);

        if (exact.compareTo(MOST) <= 0 && exact.compareTo(LEAST) >= 0) {
            assertThat(Powers.pow(base, exponent)).isEqualTo(exact.longValueExact());
        } else {
            assertThatThrownBy(() -> Powers.pow(base, exponent)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void whatIsNoWholeNumberNamesTheFraction() {
        assertThatThrownBy(() -> Powers.pow(2, -1))
                .hasMessageContaining("2 ** -1")
                .hasMessageContaining("2.0 ** (-1)");
        assertThatThrownBy(() -> Powers.pow(10, 19))
                .hasMessageContaining("10.0 ** 19")
                .hasMessageContaining("BigInteger");
        assertThat(Powers.pow(0, 0)).isEqualTo(1);
        assertThat(Powers.pow(-2, 63)).isEqualTo(Long.MIN_VALUE);
    }
}
