package jacobi;

import jacobi.language.JarText;
import jacobi.language.Language;
import jacobi.repl.magic.Help;
import java.util.List;

/** The pages of {@code %help}: what the notebook side offers, by subject, in files of Markdown. */
final class HelpPages {
    private static final List<String> SUBJECTS = List.of(
            "tensors",
            "notation",
            "autograd",
            "linalg",
            "calculus",
            "probability",
            "data",
            "networks",
            "plot",
            "lecture",
            "display",
            "widgets",
            "exercises",
            "python");

    private HelpPages() {}

    /** In the reader's language; a page that is not there in it is in English. */
    static List<Help.Page> all() {
        return in(Language.current());
    }

    static List<Help.Page> in(Language language) {
        return SUBJECTS.stream()
                .map(subject -> new Help.Page(subject, read(language, subject)))
                .toList();
    }

    private static String read(Language language, String subject) {
        String own = "help/" + language.code() + "/" + subject + ".md";
        boolean translated = HelpPages.class.getResource(own) != null;
        return JarText.read(HelpPages.class, translated ? own : "help/" + subject + ".md");
    }
}
