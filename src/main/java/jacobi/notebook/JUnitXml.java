package jacobi.notebook;

import static jacobi.language.Say.say;

import jacobi.language.Ansi;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML form of JUnit's results, which continuous integration servers read. */
public final class JUnitXml {
    private static final Pattern NOT_XML =
            Pattern.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd" + "\ud800\udc00-\udbff\udfff]");

    private JUnitXml() {}

    /** How a case ended, with the name of its element. */
    public enum Ending {
        PASSED(""),
        SKIPPED("skipped"),
        FAILURE("failure"),
        ERROR("error");

        private final String element;

        Ending(String element) {
            this.element = element;
        }
    }

    /**
     * A case of a suite.
     *
     * @param message one line on how it ended; empty for none
     * @param type of a failure or error, or an empty string
     * @param text the rest of what there is to say of a failure or error
     */
    public record Case(String name, double seconds, Ending ending, String message, String type, String text) {}

    /** Cases that belong together. */
    public record Suite(String name, double seconds, List<Case> cases) {
        public Suite {
            cases = List.copyOf(cases);
        }

        private String count(Ending ending) {
            return Long.toString(
                    cases.stream().filter(one -> one.ending() == ending).count());
        }
    }

    /**
     * Writes suites, making missing folders.
     *
     * @throws NotebookException if the place is not writable
     */
    public static void write(Path file, List<Suite> suites) throws NotebookException {
        try {
            Replacement.write(Files.exists(file) ? file.toRealPath() : file, out -> write(out, suites));
        } catch (IOException e) {
            throw new NotebookException(
                    say("notebook.report.not-written", "file", file, "reason", Replacement.reason(e)), e);
        }
    }

    private static void write(OutputStream out, List<Suite> suites) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            start(xml, "testsuites");
            for (Suite suite : suites) {
                suite(xml, suite);
            }
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private static void suite(XMLStreamWriter xml, Suite suite) throws XMLStreamException {
        start(xml, "testsuite");
        attribute(xml, "name", suite.name());
        attribute(xml, "tests", Integer.toString(suite.cases().size()));
        attribute(xml, "failures", suite.count(Ending.FAILURE));
        attribute(xml, "errors", suite.count(Ending.ERROR));
        attribute(xml, "skipped", suite.count(Ending.SKIPPED));
        attribute(xml, "time", seconds(suite.seconds()));
        for (Case one : suite.cases()) {
            start(xml, "testcase");
            attribute(xml, "classname", suite.name());
            attribute(xml, "name", one.name());
            attribute(xml, "time", seconds(one.seconds()));
            if (one.ending() != Ending.PASSED) {
                ending(xml, one);
            }
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void ending(XMLStreamWriter xml, Case one) throws XMLStreamException {
        boolean bad = one.ending() != Ending.SKIPPED;
        xml.writeStartElement(one.ending().element);
        if (bad || !one.message().isEmpty()) {
            attribute(xml, "message", one.message());
        }
        if (!one.type().isEmpty()) {
            attribute(xml, "type", one.type());
        }
        if (bad) {
            xml.writeCharacters(clean(one.text()));
        }
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private static String clean(String text) {
        return NOT_XML.matcher(Ansi.removed(text)).replaceAll("");
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
