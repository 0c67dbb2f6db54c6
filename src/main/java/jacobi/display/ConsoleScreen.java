package jacobi.display;

/** Prints the plain text of what is shown; an update prints again, and clearing does nothing. */
final class ConsoleScreen implements Screen {

    @Override
    public void show(MimeBundle bundle, String displayId) {
        System.out.println(bundle.plain());
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        System.out.println(bundle.plain());
    }

    @Override
    public void clear(boolean wait) {
        // A console keeps what it printed.
    }
}
