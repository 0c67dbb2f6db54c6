package jacobi.wire.content;

import java.util.List;

/** An error to show under the cell. */
public record ErrorReport(String ename, String evalue, List<String> traceback) implements Content {
    @Override
    public String type() {
        return "error";
    }
}
