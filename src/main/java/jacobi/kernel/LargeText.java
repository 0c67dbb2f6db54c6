package jacobi.kernel;

import jacobi.display.MimeBundle;
import jacobi.repl.Excerpt;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the plain text of a value to a length a page can still show. */
final class LargeText {
    private static final int LONGEST = 1_000_000;
    private static final int KEPT = 100_000;

    private LargeText() {}

    /** The bundle, with the middle of a plain text of more than a million characters left out. */
    static MimeBundle shortened(MimeBundle bundle) {
        String plain = bundle.plain();
        if (plain.length() <= LONGEST) {
            return bundle;
        }
        Map<String, Object> data = new LinkedHashMap<>(bundle.data());
        data.put("text/plain", Excerpt.of(plain, LONGEST, KEPT));
        return new MimeBundle(data, bundle.metadata());
    }
}
