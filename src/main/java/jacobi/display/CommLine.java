package jacobi.display;

import java.util.List;
import java.util.Map;

/** What carries comms to the page; thread-safe. */
public interface CommLine {

    /** Tells the page of a comm a cell opened. */
    void open(Comm comm, Map<String, ?> data);

    /** Carries what a cell said. */
    void send(Comm comm, Map<String, ?> data, List<byte[]> buffers);

    /** Tells the page that a comm is closed. */
    void close(Comm comm);
}
