package jacobi.repl.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jacobi.repl.javac.Javac;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NamesTest {
    private final Names names = new Names(List.of(), new Javac(List.of()).imports());

    private void declare(String name) {
        names.add(new Variable(name, "cell1", "int", null, null));
    }

    @Test
    void whatIsListedStaysAsItWas() {
        declare("a");
        List<Variable> listed = names.variables();
        declare("b");
        names.removeVariable("a");
        assertThat(listed).extracting(Variable::name).containsExactly("a");
        assertThat(names.variables()).extracting(Variable::name).containsExactly("b");
    }

    /** As {@code %who} of a subshell does while a cell declares its own. */
    @Test
    void othersMayLookWhileNamesChange() {
        CompletableFuture<Void> declaring = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 20_000; i++) {
                declare("x" + i % 500);
                names.removeVariable("x" + (i + 250) % 500);
            }
        });
        assertThatCode(() -> {
                    while (!declaring.isDone()) {
                        names.variables();
                        names.all();
                    }
                })
                .doesNotThrowAnyException();
        assertThat(declaring).isCompleted();
        assertThat(names.variables()).hasSize(250);
    }
}
