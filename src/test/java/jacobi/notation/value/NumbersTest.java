package jacobi.notation.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void whatIsWholeBecomesAnIntOrALong() {
        assertThat(Numbers.toInt(3.0)).isEqualTo(3);
        assertThat(Numbers.toInt(-7L)).isEqualTo(-7);
        assertThat(Numbers.toLong(9_007_199_254_740_993L)).isEqualTo(9_007_199_254_740_993L);
        assertThat(Numbers.toLong(-0x1p63)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void whatWouldBecomeAnotherNumberSaysSo() {
        assertThatThrownBy(() -> Numbers.toInt(3.7))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("3.7 is no int")
                .hasMessageContaining("(int) x");
        assertThatThrownBy(() -> Numbers.toInt(3_000_000_000L)).hasMessageContaining("3000000000 is no int");
        assertThatThrownBy(() -> Numbers.toLong(0x1p63)).hasMessageContaining("is no long");
        assertThatThrownBy(() -> Numbers.toLong(Double.NaN)).hasMessageContaining("NaN is no long");
    }
}
