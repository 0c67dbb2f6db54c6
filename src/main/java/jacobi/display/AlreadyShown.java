package jacobi.display;

/** A value that may stand on the page before its cell ends, as what moves while it is computed. */
public interface AlreadyShown {
    /** Whether it stands there: then it is not shown a second time as its cell's value. Asked once. */
    boolean isOnThePage();
}
