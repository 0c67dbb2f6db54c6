package jacobi.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.javac.Javac;
import jacobi.repl.library.LibraryLoader;
import jacobi.repl.running.Stop;
import jacobi.repl.session.Session;
import jacobi.source.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargeVariablesTest {
    private static final int LONGS = (int) (Runtime.getRuntime().maxMemory() / 20 / Long.BYTES);

    private final LibraryLoader libraries = new LibraryLoader(getClass().getClassLoader());
    private final Session session = new Session(new Javac(List.of()), List.of(), libraries);
    private final LargeVariables variables = new LargeVariables(new Stop());

    @Test
    void theLargestAreNamedWithWhatFreesThem() throws Throwable {
        run("long[] big = new long[" + LONGS + "];\nint[] small = {1};");
        assertThat(variables.largest(session))
                .containsExactly("  big holds about " + (LONGS * 8L >> 20) + " MB; big = null; frees this memory");
    }

    /** Until there is room; here there is at once. */
    @Test
    void theLargestIsSetToNullAndTheOthersAreKept() throws Throwable {
        run("long[] large = new long[" + LONGS / 2 + "];\nlong[] larger = new long[" + LONGS
                + "];\nint[] small = {1};");
        assertThat(variables.letGo(session))
                .containsExactly("  larger held " + (LONGS * 8L >> 20)
                        + " MB or more and was set to null: the kernel had no memory left to continue");
        assertThat(value("larger")).isNull();
        assertThat(value("large")).isNotNull();
        assertThat(value("small")).isEqualTo(new int[] {1});
    }

    /** When the heap is full there is no memory to look for it. */
    @Test
    void whatWasNotedAsTheLargestIsLetGoOf() throws Throwable {
        run("long[] first = new long[" + LONGS / 2 + "];");
        variables.note(session);
        run("long[] second = new long[" + LONGS + "];");
        assertThat(variables.letGo(session)).singleElement().asString().startsWith("  first held ");
        assertThat(value("first")).isNull();
        assertThat(value("second")).isNotNull();
        // Noted once, let go of once.
        assertThat(variables.letGo(session)).singleElement().asString().startsWith("  second held ");
    }

    private void run(String source) throws Throwable {
        Session.Installed installed = session.install(session.analyze(Cell.of(1, source)));
        assertThat(installed.errors()).isEmpty();
        installed.run();
    }

    private Object value(String name) throws ReflectiveOperationException {
        return session.value(session.names().variable(name));
    }
}
